// The frame of a shown window: Chromium's own, moved by the app and followed when a person moves it.
import { browser } from './browser.ts'
import { run, say, sleep } from './run.ts'
import type { WebContents } from './web-contents.ts'

export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}
interface Frame extends Partial<Bounds> {
  readonly windowState: 'normal' | 'maximized' | 'minimized' | 'fullscreen'
}

const windowIdOf = async (contents: WebContents) => {
  await contents._page.created
  return browser().send('Browser.getWindowForTarget', { targetId: contents._page.targetId() })
}

export const showFrame = (contents: WebContents, { x, y, width, height, windowState }: Frame) => {
  const change = async () => {
    const { windowId } = await windowIdOf(contents)
    const set = (bounds: object) => browser().send('Browser.setWindowBounds', { windowId, bounds })
    await set({ windowState })
    if (x !== undefined && y !== undefined && width !== undefined && height !== undefined)
      await set({ left: x, top: y, width, height })
  }
  change().catch((error: unknown) => {
    if (!run.exiting && !contents.isDestroyed()) say(`the window's frame: ${String(error)}`)
  })
}

/** Asks each second where the frame is, as Chromium tells nobody when it was moved. */
export const followFrame = (contents: WebContents, changed: (bounds: Bounds) => void) => {
  const follow = async () => {
    for (;;) {
      await sleep(1000)
      if (contents.isDestroyed() || run.exiting) return
      const { bounds } = await windowIdOf(contents)
      const { left = 0, top = 0, width = 0, height = 0, windowState } = bounds
      if (windowState === 'normal') changed({ x: left, y: top, width, height })
    }
  }
  follow().catch((error: unknown) => {
    if (!run.exiting && !contents.isDestroyed()) say(`the window's frame: ${String(error)}`)
  })
}
