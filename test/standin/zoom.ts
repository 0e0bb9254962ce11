// Zoom as Electron has it: one factor for each origin. The page is laid out smaller and drawn larger, as real zoom does.
import { originOf } from './addresses.ts'
import { run } from './run.ts'
import type { WebContents } from './web-contents.ts'
import { windows } from './windows.ts'

const factors = new Map<string, number>()

export const factorOfLevel = (level: number) => 1.2 ** level
export const levelOfFactor = (factor: number) => Math.log(factor) / Math.log(1.2)
export const zoomOf = (url: string) => factors.get(originOf(url)) ?? 1

/** Sets the factor of an origin and shows it in every window on that origin. */
export const showZoom = (url: string, factor: number) => {
  factors.set(originOf(url), factor)
  for (const { webContents } of windows) {
    if (originOf(webContents.getURL()) === originOf(url)) void applyZoom(webContents, url)
  }
}

/** Gives the page the size of its window at the zoom of the address that it shows or is about to show. */
export const applyZoom = async (contents: WebContents, url: string): Promise<void> => {
  const factor = zoomOf(url)
  if (run.headed) {
    // A shown window follows its own frame, so only the content grows.
    await contents.executeJavaScript(`document.documentElement.style.zoom = ${String(factor)}`)
    return
  }
  const { width, height } = contents._window.getBounds()
  await contents._page.send('Emulation.setDeviceMetricsOverride', {
    width: Math.round(width / factor),
    height: Math.round(height / factor),
    deviceScaleFactor: factor === 1 ? 0 : factor,
    mobile: false,
  })
}
