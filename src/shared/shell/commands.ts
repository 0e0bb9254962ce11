// What the menu, its keys and the command palette can do. The shell carries out its own, the page gets the others as an event.
import type { ShellMessageKey } from './shell.messages.ts'

export interface Command {
  readonly id: string
  readonly label: ShellMessageKey
  /** Electron's notation; `null`: reached through the menu only. */
  readonly accelerator: string | null
  /** Where macOS has another habit. */
  readonly macAccelerator?: string
  /** Who carries it out. What the page carries out needs a window. */
  readonly by: 'page' | 'shell'
}

/** In the order of the menu. Ids are permanent: the page answers to them. */
export const commands = [
  { id: 'new-contact', label: 'shell.command.new_contact', accelerator: 'CmdOrCtrl+N', by: 'page' },
  { id: 'new-company', label: 'shell.command.new_company', accelerator: 'CmdOrCtrl+Shift+C', by: 'page' },
  { id: 'new-deal', label: 'shell.command.new_deal', accelerator: 'CmdOrCtrl+Shift+D', by: 'page' },
  { id: 'new-ticket', label: 'shell.command.new_ticket', accelerator: 'CmdOrCtrl+Shift+T', by: 'page' },
  { id: 'new-order', label: 'shell.command.new_order', accelerator: null, by: 'page' },
  { id: 'new-product', label: 'shell.command.new_product', accelerator: null, by: 'page' },
  { id: 'new-window', label: 'shell.command.new_window', accelerator: 'CmdOrCtrl+Shift+N', by: 'shell' },
  { id: 'import', label: 'shell.command.import', accelerator: 'CmdOrCtrl+Shift+I', by: 'page' },
  { id: 'print', label: 'shell.command.print', accelerator: 'CmdOrCtrl+P', by: 'page' },
  { id: 'lock', label: 'shell.command.lock', accelerator: 'CmdOrCtrl+L', by: 'shell' },

  { id: 'undo', label: 'shell.command.undo', accelerator: 'CmdOrCtrl+Z', by: 'page' },
  { id: 'redo', label: 'shell.command.redo', accelerator: 'CmdOrCtrl+Shift+Z', by: 'page' },
  { id: 'find', label: 'shell.command.find', accelerator: 'CmdOrCtrl+K', by: 'page' },

  { id: 'zoom-in', label: 'shell.command.zoom_in', accelerator: 'CmdOrCtrl+Plus', by: 'shell' },
  { id: 'zoom-out', label: 'shell.command.zoom_out', accelerator: 'CmdOrCtrl+-', by: 'shell' },
  { id: 'zoom-reset', label: 'shell.command.zoom_reset', accelerator: 'CmdOrCtrl+0', by: 'shell' },
  { id: 'reload', label: 'shell.command.reload', accelerator: 'CmdOrCtrl+R', by: 'shell' },

  { id: 'go-back', label: 'shell.command.go_back', accelerator: 'Alt+Left', macAccelerator: 'Cmd+[', by: 'page' },
  { id: 'go-forward', label: 'shell.command.go_forward', accelerator: 'Alt+Right', macAccelerator: 'Cmd+]', by: 'page' },
  { id: 'go-home', label: 'shell.command.go_home', accelerator: 'CmdOrCtrl+1', by: 'page' },
  { id: 'go-companies', label: 'shell.command.go_companies', accelerator: 'CmdOrCtrl+2', by: 'page' },
  { id: 'go-contacts', label: 'shell.command.go_contacts', accelerator: 'CmdOrCtrl+3', by: 'page' },
  { id: 'go-deals', label: 'shell.command.go_deals', accelerator: 'CmdOrCtrl+4', by: 'page' },
  { id: 'go-tickets', label: 'shell.command.go_tickets', accelerator: 'CmdOrCtrl+5', by: 'page' },
  { id: 'go-orders', label: 'shell.command.go_orders', accelerator: null, by: 'page' },
  { id: 'go-products', label: 'shell.command.go_products', accelerator: null, by: 'page' },
  { id: 'go-reports', label: 'shell.command.go_reports', accelerator: 'CmdOrCtrl+6', by: 'page' },
  { id: 'go-history', label: 'shell.command.go_history', accelerator: 'CmdOrCtrl+7', by: 'page' },
  { id: 'go-settings', label: 'shell.command.go_settings', accelerator: 'CmdOrCtrl+,', by: 'page' },

  { id: 'show-keys', label: 'shell.command.show_keys', accelerator: 'F1', by: 'page' },
  { id: 'show-log', label: 'shell.command.show_log', accelerator: null, by: 'shell' },
  { id: 'about', label: 'shell.command.about', accelerator: null, by: 'shell' },
] as const satisfies readonly Command[]

export type CommandId = (typeof commands)[number]['id']
export type PageCommandId = Extract<(typeof commands)[number], { by: 'page' }>['id']

/**
 * Besides the ids above a page gets `go:<route>`: another program asked for a record (`go:/deals/0198…`).
 * The route was built by the shell from checked parts.
 */
export const GO_PREFIX = 'go:'
