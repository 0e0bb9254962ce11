// The windows that people see, and the hidden ones for printing.
import { BrowserWindow } from 'electron'
import type { AppEvent } from '#shared/base/procedure.ts'
import { pageUrl } from './app-pages.ts'
import { createWindow } from './create-window.ts'
import { describe, type Log } from './log.ts'
import type { PreferenceStore } from './preferences.ts'
import { sendEvent } from './send-event.ts'
import type { WindowMemory } from './window-memory.ts'
import { leastSize } from './window-place.ts'

/** As wide as A4 at 96 dots an inch, so that a page is laid out once. */
const hiddenSize = { width: 794, height: 1123 } as const

export interface WindowParts {
  readonly outFolder: string
  readonly preferences: PreferenceStore
  readonly memory: WindowMemory
  readonly log: Log
}

export interface Windows {
  /** Opens a window at a route of the app, `/` for its beginning. */
  readonly open: (route: string) => BrowserWindow
  readonly openHidden: () => BrowserWindow
  /** The window the user works in, or worked in last; `null` if all are closed. */
  readonly current: () => BrowserWindow | null
  /** Brings the current window to the front, opening one if there is none, and tells it to go to a route. */
  readonly show: (route: string | null) => void
  readonly all: () => readonly BrowserWindow[]
  /** Sends an event to every page, also to those being printed. */
  readonly broadcast: (event: AppEvent) => void
  /** Called when the first window opens or the last one closes, and for each new window. */
  readonly onOpen: (listener: (window: BrowserWindow) => void) => void
  readonly onClosed: (listener: () => void) => void
}

export const createWindows = ({ outFolder, preferences, memory, log }: WindowParts): Windows => {
  /** In the order of their use, the newest last. */
  const open = new Set<BrowserWindow>()
  const openListeners: ((window: BrowserWindow) => void)[] = []
  const closedListeners: (() => void)[] = []

  const current = (): BrowserWindow | null => [...open].at(-1) ?? null

  const openAt = (route: string): BrowserWindow => {
    const { bounds, isMaximized } = memory.placeFor(current())
    const window = createWindow(outFolder, { ...bounds, ...leastSize(bounds) })
    open.add(window)
    window.setContentProtection(preferences.get().isScreenPrivate)
    memory.follow(window)

    window.on('focus', () => {
      open.delete(window)
      open.add(window)
    })
    window.on('closed', () => {
      open.delete(window)
      for (const listener of closedListeners) listener()
    })
    window.once('ready-to-show', () => {
      if (isMaximized) window.maximize()
      window.show()
    })
    window.webContents.on('did-finish-load', () => window.webContents.setZoomLevel(preferences.get().zoomLevel))
    for (const listener of openListeners) listener(window)
    // Closed while it was loading, or the built files are damaged; the second leaves an empty window and this line.
    window.loadURL(pageUrl(route)).catch((error: unknown) => log.warn(`page not loaded: ${describe(error)}`))
    return window
  }

  return {
    open: openAt,
    openHidden: () => createWindow(outFolder, hiddenSize),
    current,
    show: (route) => {
      const window = current()
      if (!window) return void openAt(route ?? '/')
      if (window.isMinimized()) window.restore()
      window.show()
      if (route !== null) sendEvent(window.webContents, { type: 'command', command: `go:${route}` })
    },
    all: () => [...open],
    broadcast: (event) => {
      for (const window of BrowserWindow.getAllWindows()) sendEvent(window.webContents, event)
    },
    onOpen: (listener) => {
      openListeners.push(listener)
    },
    onClosed: (listener) => {
      closedListeners.push(listener)
    },
  }
}
