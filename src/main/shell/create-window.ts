// The only place where a window is made, so that every window, also a hidden one for printing, has the same walls.
import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, type BrowserWindowConstructorOptions, type WebPreferences } from 'electron'

const walls: WebPreferences = Object.freeze({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !app.isPackaged,
  v8CacheOptions: 'bypassHeatCheck',
})

export type WindowShape = Pick<BrowserWindowConstructorOptions, 'x' | 'y' | 'width' | 'height' | 'minWidth' | 'minHeight'>

/** A window that is not yet shown and has nothing in it. */
export const createWindow = (outFolder: string, shape: WindowShape): BrowserWindow =>
  new BrowserWindow({
    ...shape,
    show: false,
    icon: join(app.getAppPath(), 'resources/icon.png'),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#17181b' : '#ffffff',
    webPreferences: { ...walls, preload: join(outFolder, '../preload/index.cjs') },
  })
