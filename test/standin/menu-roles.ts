// What a role gives to a menu item: label, accelerator and act, after Electron's lib/browser/api/menu-item-roles.ts.
import { app } from './app.ts'
import type { BrowserWindow } from './browser-window.ts'
import { notImitated } from './strict.ts'
import type { MenuItemOptions } from './menu.ts'

export interface RoleFacts {
  readonly label?: string
  readonly accelerator?: string
  readonly submenu?: readonly MenuItemOptions[]
  readonly run?: (window: BrowserWindow | null) => void
}

const isMac = process.platform === 'darwin'
const isWindows = process.platform === 'win32'
const zoomBy = (step: number) => (window: BrowserWindow | null) => {
  const contents = window?.webContents
  if (contents) contents.zoomLevel += step
}

const roles: Record<string, () => RoleFacts> = {
  about: () => ({ label: `About ${app.name}`, run: () => app.showAboutPanel() }),
  close: () => ({ label: isMac ? 'Close Window' : 'Close', accelerator: 'CommandOrControl+W', run: (window) => window?.close() }),
  copy: () => ({ label: 'Copy', accelerator: 'CommandOrControl+C', run: (window) => window?.webContents.copy() }),
  cut: () => ({ label: 'Cut', accelerator: 'CommandOrControl+X', run: (window) => window?.webContents.cut() }),
  delete: () => ({ label: 'Delete', run: (window) => window?.webContents.delete() }),
  forceReload: () => ({
    label: 'Force Reload',
    accelerator: 'Shift+CmdOrCtrl+R',
    run: (window) => window?.webContents.reloadIgnoringCache(),
  }),
  help: () => ({ label: 'Help' }),
  minimize: () => ({ label: 'Minimize', accelerator: 'CommandOrControl+M', run: (window) => window?.minimize() }),
  paste: () => ({ label: 'Paste', accelerator: 'CommandOrControl+V', run: (window) => window?.webContents.paste() }),
  pasteAndMatchStyle: () => ({
    label: 'Paste and Match Style',
    accelerator: isMac ? 'Cmd+Option+Shift+V' : 'Shift+CommandOrControl+V',
    run: (window) => window?.webContents.pasteAndMatchStyle(),
  }),
  quit: () => ({
    label: isMac ? `Quit ${app.name}` : isWindows ? 'Exit' : 'Quit',
    ...(isWindows ? {} : { accelerator: 'CommandOrControl+Q' }),
    run: () => app.quit(),
  }),
  redo: () => ({
    label: 'Redo',
    accelerator: isWindows ? 'Control+Y' : 'Shift+CommandOrControl+Z',
    run: (window) => window?.webContents.redo(),
  }),
  reload: () => ({ label: 'Reload', accelerator: 'CmdOrCtrl+R', run: (window) => window?.reload() }),
  resetZoom: () => ({
    label: 'Actual Size',
    accelerator: 'CommandOrControl+0',
    run: (window) => window?.webContents.setZoomLevel(0),
  }),
  selectAll: () => ({ label: 'Select All', accelerator: 'CommandOrControl+A', run: (window) => window?.webContents.selectAll() }),
  toggleDevTools: () => ({
    label: 'Toggle Developer Tools',
    accelerator: isMac ? 'Alt+Command+I' : 'Ctrl+Shift+I',
    run: (window) => window?.webContents.toggleDevTools(),
  }),
  togglefullscreen: () => ({
    label: 'Toggle Full Screen',
    accelerator: isMac ? 'Control+Command+F' : 'F11',
    run: (window) => window?.setFullScreen(!window.isFullScreen()),
  }),
  undo: () => ({ label: 'Undo', accelerator: 'CommandOrControl+Z', run: (window) => window?.webContents.undo() }),
  zoomIn: () => ({ label: 'Zoom In', accelerator: 'CommandOrControl+Plus', run: zoomBy(0.5) }),
  zoomOut: () => ({ label: 'Zoom Out', accelerator: 'CommandOrControl+-', run: zoomBy(-0.5) }),
  // Entries of the Mac's own menus; elsewhere they do nothing.
  front: () => ({ label: 'Bring All to Front' }),
  hide: () => ({ label: `Hide ${app.name}`, accelerator: 'Command+H' }),
  hideOthers: () => ({ label: 'Hide Others', accelerator: 'Command+Alt+H' }),
  services: () => ({ label: 'Services', submenu: [] }),
  unhide: () => ({ label: 'Show All' }),
  zoom: () => ({ label: 'Zoom' }),
  window: () => ({ label: 'Window' }),
}
const menus: Record<string, { label: string; roles: readonly string[] }> = {
  editMenu: { label: 'Edit', roles: ['undo', 'redo', '-', 'cut', 'copy', 'paste', 'delete', '-', 'selectAll'] },
  fileMenu: { label: 'File', roles: [isMac ? 'close' : 'quit'] },
  viewMenu: {
    label: 'View',
    roles: ['reload', 'forceReload', 'toggleDevTools', '-', 'resetZoom', 'zoomIn', 'zoomOut', '-', 'togglefullscreen'],
  },
  windowMenu: { label: 'Window', roles: ['minimize', 'zoom', 'close'] },
  appMenu: { label: 'App', roles: ['about', '-', 'services', '-', 'hide', 'hideOthers', 'unhide', '-', 'quit'] },
}

export const roleFacts = (role: string): RoleFacts => {
  const menu = menus[role]
  if (menu)
    return { label: menu.label, submenu: menu.roles.map((name) => (name === '-' ? { type: 'separator' } : { role: name })) }
  const facts = Object.entries(roles).find(([name]) => name.toLowerCase() === role.toLowerCase())
  return facts ? facts[1]() : notImitated('MenuItem role', role)
}
