// The windows that exist, and which of them has the focus. It knows no class, so that every part may ask it.
import type { BrowserWindow } from './browser-window.ts'

export const windows = new Set<BrowserWindow>()

let focused: BrowserWindow | null = null

export const focusedWindow = () => focused
export const setFocusedWindow = (window: BrowserWindow | null) => {
  focused = window
}
