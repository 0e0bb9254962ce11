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
interface Place {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
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
    if (x === undefined || y === undefined || width === undefined || height === undefined) return
    await set(await intoScreen(contents, { left: x, top: y, width, height }))
  }
  change().catch((error: unknown) => {
    if (!run.exiting && !contents.isDestroyed()) say(`the window's frame: ${String(error)}`)
  })
}

// The app was told of a usual display; the real one may be smaller.
const intoScreen = async (contents: WebContents, { left, top, width, height }: Place): Promise<Place> => {
  const [widest, highest] = await screenOf(contents)
  const inside = { width: Math.min(width, widest), height: Math.min(height, highest) }
  return {
    ...inside,
    left: Math.max(0, Math.min(left, widest - inside.width)),
    top: Math.max(0, Math.min(top, highest - inside.height)),
  }
}

/** Asks again where the page goes elsewhere meanwhile, as a new window does once. */
const screenOf = async (contents: WebContents, tries = 10): Promise<[number, number]> => {
  try {
    return (await contents.executeJavaScript('[screen.availWidth, screen.availHeight]')) as [number, number] // the expression
  } catch (error) {
    if (tries === 0 || contents.isDestroyed()) throw error
    await sleep(200)
    return screenOf(contents, tries - 1)
  }
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
