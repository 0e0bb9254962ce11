// The events that the big classes of the stand-in know. Waiting for any other throws.

const names = (text: string): readonly string[] => text.trim().split(/\s+/)

export const appEvents = names(`
  will-finish-launching ready window-all-closed before-quit will-quit quit open-file open-url activate second-instance
  browser-window-created browser-window-focus browser-window-blur web-contents-created render-process-gone child-process-gone
  certificate-error
`)

export const browserWindowEvents = names(`
  page-title-updated close closed unresponsive responsive blur focus show hide ready-to-show maximize unmaximize minimize restore
  resize resized move moved enter-full-screen leave-full-screen query-session-end session-end
`)

export const webContentsEvents = names(`
  did-start-loading did-stop-loading did-finish-load did-fail-load dom-ready did-navigate did-navigate-in-page will-navigate
  will-frame-navigate will-redirect will-attach-webview will-prevent-unload render-process-gone unresponsive responsive destroyed
  console-message preload-error ipc-message page-title-updated
`)
