// Remembers where the last used window stood, also through a crash: written shortly after each move, and at once on closing.
import { screen, type BrowserWindow } from 'electron'
import { readJsonFile, writeJsonFile } from './json-file.ts'
import { firstPlace, fitInto, nextPlace, windowPlace, type WindowPlace } from './window-place.ts'

const SAVE_AFTER_MS = 300

export interface WindowMemory {
  /** Where a window is to appear; `beside` is a window that is already open. */
  readonly placeFor: (beside: BrowserWindow | null) => WindowPlace
  readonly follow: (window: BrowserWindow) => void
}

export const openWindowMemory = (path: string): WindowMemory => {
  let last = readJsonFile(path, windowPlace)

  const remember = (window: BrowserWindow): void => {
    last = placeOf(window)
    writeJsonFile(path, last)
  }

  return {
    placeFor: (beside) => {
      if (beside) return nextPlace(placeOf(beside), screen.getDisplayMatching(beside.getBounds()).workArea)
      if (!last) return firstPlace(screen.getPrimaryDisplay().workArea)
      return { ...last, bounds: fitInto(last.bounds, screen.getDisplayMatching(last.bounds).workArea) }
    },

    follow: (window) => {
      let timer: NodeJS.Timeout | undefined
      const rememberSoon = (): void => {
        clearTimeout(timer)
        timer = setTimeout(() => remember(window), SAVE_AFTER_MS)
      }
      window.on('resize', rememberSoon)
      window.on('move', rememberSoon)
      window.on('maximize', rememberSoon)
      window.on('unmaximize', rememberSoon)
      window.on('close', () => {
        clearTimeout(timer)
        remember(window)
      })
      window.on('closed', () => clearTimeout(timer))
    },
  }
}

const placeOf = (window: BrowserWindow): WindowPlace => ({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
