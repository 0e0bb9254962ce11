// The application menu as data, built anew for each language. The commands are in shared/shell/commands.ts.
import type { MenuItemConstructorOptions } from 'electron'
import { languages } from '#shared/base/messages.ts'
import { commands, type Command, type CommandId } from '#shared/shell/commands.ts'
import { colorScheme, preferences, type Preferences } from '#shared/shell/shell.contract.ts'
import type { ShellMessageKey } from '#shared/shell/shell.messages.ts'
import type { Say } from './sentences.ts'

export interface MenuModel {
  readonly say: Say
  readonly preferences: Preferences
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
  /** On macOS the app lives on without a window; what needs one is greyed then. */
  readonly hasWindow: boolean
  readonly run: (id: CommandId) => void
  readonly prefer: (change: Partial<Preferences>) => void
}

type Item = MenuItemConstructorOptions
const separator: Item = { type: 'separator' }

export const menuTemplate = (model: MenuModel): Item[] => {
  const menus = [fileMenu(model), editMenu(model), viewMenu(model), goMenu(model), windowMenu(model), helpMenu(model)]
  return model.platform === 'darwin' ? [appMenu(model), ...menus] : menus
}

const fileMenu = (model: MenuModel): Item => {
  const isMac = model.platform === 'darwin'
  return menu(model, 'shell.menu.file', [
    command(model, 'new-contact'),
    command(model, 'new-company'),
    command(model, 'new-deal'),
    command(model, 'new-ticket'),
    command(model, 'new-order'),
    command(model, 'new-product'),
    separator,
    command(model, 'new-window'),
    separator,
    command(model, 'import'),
    command(model, 'print'),
    separator,
    ...(isMac ? [] : [command(model, 'go-settings')]),
    command(model, 'lock'),
    separator,
    role(model, 'close', 'shell.role.close'),
    ...(isMac ? [] : [role(model, 'quit', 'shell.role.quit', 'CmdOrCtrl+Q')]),
  ])
}

// Undo is the workspace's, not the text field's; the page hands it to a focused field itself.
const editMenu = (model: MenuModel): Item =>
  menu(model, 'shell.menu.edit', [
    command(model, 'undo'),
    command(model, 'redo'),
    // The second habit of Windows and Linux for the same thing.
    ...(model.platform === 'darwin'
      ? []
      : [{ ...command(model, 'redo'), id: 'redo-y', accelerator: 'CmdOrCtrl+Y', visible: false }]),
    separator,
    role(model, 'cut', 'shell.role.cut'),
    role(model, 'copy', 'shell.role.copy'),
    role(model, 'paste', 'shell.role.paste'),
    role(model, 'selectAll', 'shell.role.select_all'),
    separator,
    command(model, 'find'),
  ])

const viewMenu = (model: MenuModel): Item =>
  menu(model, 'shell.menu.view', [
    choices(model, 'shell.menu.color_scheme', 'colorScheme', colorScheme.options, (value) => `shell.color_scheme.${value}`),
    choices(model, 'shell.menu.density', 'density', preferences.shape.density.options, (value) => `shell.density.${value}`),
    choices(model, 'shell.menu.language', 'language', languages, (value) => `shell.language.${value}`),
    separator,
    command(model, 'zoom-in'),
    command(model, 'zoom-out'),
    command(model, 'zoom-reset'),
    separator,
    role(model, 'togglefullscreen', 'shell.role.full_screen'),
    ...(model.isPackaged
      ? []
      : [separator, command(model, 'reload'), role(model, 'toggleDevTools', 'shell.role.dev_tools', 'Alt+CmdOrCtrl+J')]),
  ])

const goMenu = (model: MenuModel): Item =>
  menu(model, 'shell.menu.go', [
    command(model, 'go-back'),
    command(model, 'go-forward'),
    separator,
    command(model, 'go-home'),
    command(model, 'go-companies'),
    command(model, 'go-contacts'),
    command(model, 'go-deals'),
    command(model, 'go-orders'),
    command(model, 'go-products'),
    command(model, 'go-tickets'),
    command(model, 'go-reports'),
    command(model, 'go-history'),
  ])

const windowMenu = (model: MenuModel): Item => ({
  ...menu(model, 'shell.menu.window', [
    role(model, 'minimize', 'shell.role.minimize'),
    ...(model.platform === 'darwin'
      ? [role(model, 'zoom', 'shell.role.zoom'), separator, role(model, 'front', 'shell.role.front')]
      : []),
  ]),
  role: 'window',
})

const helpMenu = (model: MenuModel): Item => ({
  ...menu(model, 'shell.menu.help', [
    command(model, 'show-keys'),
    separator,
    command(model, 'show-log'),
    ...(model.platform === 'darwin' ? [] : [command(model, 'about')]),
  ]),
  role: 'help',
})

const appMenu = (model: MenuModel): Item => ({
  label: 'Kith',
  submenu: [
    command(model, 'about'),
    separator,
    command(model, 'go-settings'),
    separator,
    role(model, 'services', 'shell.role.services'),
    separator,
    role(model, 'hide', 'shell.role.hide'),
    role(model, 'hideOthers', 'shell.role.hide_others'),
    role(model, 'unhide', 'shell.role.unhide'),
    separator,
    role(model, 'quit', 'shell.role.quit'),
  ],
})

/** `&` marks the key of a menu on Windows and Linux; macOS has none. */
const menu = (model: MenuModel, label: ShellMessageKey, submenu: Item[]): Item => {
  const text = model.say(label)
  return { id: label.replaceAll('.', '-'), label: model.platform === 'darwin' ? text.replace(/\(&.\)|&/u, '') : text, submenu }
}

const commandsById = new Map<CommandId, Command>(commands.map((entry) => [entry.id, entry]))

const command = (model: MenuModel, id: CommandId): Item => {
  const entry = commandsById.get(id)
  if (!entry) throw new Error(`No command ${id}`)
  const accelerator = (model.platform === 'darwin' ? entry.macAccelerator : null) ?? entry.accelerator
  return {
    id,
    label: model.say(entry.label),
    enabled: model.hasWindow || (entry.by === 'shell' && !id.startsWith('zoom-') && id !== 'reload'),
    click: () => model.run(id),
    ...(accelerator === null ? {} : { accelerator }),
  }
}

const role = (model: MenuModel, name: NonNullable<Item['role']>, label: ShellMessageKey, accelerator?: string): Item => ({
  id: `role-${name}`,
  role: name,
  label: model.say(label),
  ...(accelerator === undefined ? {} : { accelerator }),
})

const choices = <Field extends keyof Preferences>(
  model: MenuModel,
  label: ShellMessageKey,
  field: Field,
  values: readonly Preferences[Field][],
  toLabel: (value: Preferences[Field]) => ShellMessageKey,
): Item =>
  menu(
    model,
    label,
    values.map((value) => ({
      id: `${field}-${value}`,
      type: 'radio',
      label: model.say(toLabel(value)),
      checked: model.preferences[field] === value,
      click: () => model.prefer({ [field]: value }),
    })),
  )
