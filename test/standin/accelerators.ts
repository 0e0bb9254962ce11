// Accelerators of the application menu for shown windows, where no menu bar of the system catches the keys.
import { getApplicationMenu } from './application-menu.ts'
import type { Menu, MenuItem } from './menu.ts'
import type { WebContents } from './web-contents.ts'

const words: Record<string, string> = {
  commandorcontrol: 'ctrl',
  cmdorctrl: 'ctrl',
  command: 'ctrl',
  cmd: 'ctrl',
  control: 'ctrl',
  option: 'alt',
  plus: '+',
  left: 'arrowleft',
  right: 'arrowright',
  up: 'arrowup',
  down: 'arrowdown',
  return: 'enter',
  esc: 'escape',
  space: ' ',
}
// The page does these by itself.
const editing = new Set(['undo', 'redo', 'cut', 'copy', 'paste', 'pasteAndMatchStyle', 'delete', 'selectAll'])

/** An accelerator in the words of page/keys.ts: modifiers in alphabetical order, then the key. */
export const keysOf = (accelerator: string): string => {
  const parts = accelerator
    .toLowerCase()
    .split('+')
    .map((part) => words[part] ?? part)
  const key = parts.pop() ?? ''
  return [...parts.toSorted(), key].join('+')
}

export const clickAccelerator = (keys: string, contents: WebContents) => {
  find(getApplicationMenu(), keys)?.click({ triggeredByAccelerator: true }, contents._window)
}

const find = (menu: Menu | null | undefined, keys: string): MenuItem | undefined => {
  for (const item of menu?.items ?? []) {
    if (item.accelerator !== undefined && !editing.has(item.role ?? '') && keysOf(item.accelerator) === keys) return item
    const inside = find(item.submenu, keys)
    if (inside) return inside
  }
  return undefined
}
