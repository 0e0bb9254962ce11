// What `import … from 'electron'` gives in the main process of the stand-in.
import { app } from './app.ts'
import { BrowserWindow as Window } from './browser-window.ts'
import { clipboard, crashReporter, Notification as Notice, powerMonitor, screen } from './devices.ts'
import { dialog } from './dialog.ts'
import { ipcMain } from './ipc-main.ts'
import { Menu as PlainMenu, MenuItem } from './menu.ts'
import { nativeImage } from './native-image.ts'
import { nativeTheme } from './native-theme.ts'
import { net } from './net.ts'
import { protocol } from './protocol.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'
import { leftOut, strict } from './strict.ts'
import { WebContents } from './web-contents.ts'

const BrowserWindow = strict('BrowserWindow', Window)
const Menu = strict('Menu', PlainMenu)
const Notification = strict('Notification', Notice)
const webContents = strict('webContents', WebContents)

export const imitated = {
  app,
  BrowserWindow,
  clipboard,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  webContents,
}

// The rest of Electron's main process: it can be imported, and throws with its name when it is used.
export const autoUpdater = leftOut('autoUpdater')
export const BaseWindow = leftOut('BaseWindow')
export const BrowserView = leftOut('BrowserView')
export const ClipboardItem = leftOut('ClipboardItem')
export const contentTracing = leftOut('contentTracing')
export const desktopCapturer = leftOut('desktopCapturer')
export const globalShortcut = leftOut('globalShortcut')
export const ImageView = leftOut('ImageView')
export const inAppPurchase = leftOut('inAppPurchase')
export const IpcMainServiceWorker = leftOut('IpcMainServiceWorker')
export const MessageChannelMain = leftOut('MessageChannelMain')
export const netLog = leftOut('netLog')
export const powerSaveBlocker = leftOut('powerSaveBlocker')
export const pushNotifications = leftOut('pushNotifications')
export const safeStorage = leftOut('safeStorage')
export const ShareMenu = leftOut('ShareMenu')
export const systemPreferences = leftOut('systemPreferences')
export const TouchBar = leftOut('TouchBar')
export const Tray = leftOut('Tray')
export const utilityProcess = leftOut('utilityProcess')
export const View = leftOut('View')
export const webFrameMain = leftOut('webFrameMain')
export const WebContentsView = leftOut('WebContentsView')
export const WebSocket = leftOut('WebSocket')

export { app, BrowserWindow, clipboard, crashReporter, dialog, ipcMain, Menu, MenuItem, nativeImage, nativeTheme, net }
export { Notification, powerMonitor, protocol, screen, session, shell, webContents }

const left = {
  autoUpdater,
  BaseWindow,
  BrowserView,
  ClipboardItem,
  contentTracing,
  desktopCapturer,
  globalShortcut,
  ImageView,
  inAppPurchase,
  IpcMainServiceWorker,
  MessageChannelMain,
  netLog,
  powerSaveBlocker,
  pushNotifications,
  safeStorage,
  ShareMenu,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  webFrameMain,
  WebContentsView,
  WebSocket,
}
const electron = { ...imitated, ...left }
export default electron
export { electron as 'module.exports' }
