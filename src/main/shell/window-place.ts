// Where a window stands on the screen, in device-independent pixels. Pure: the displays come in as arguments.
import { z } from 'zod'

const pixels = z.int().min(-100_000).max(100_000)
const bounds = z.object({ x: pixels, y: pixels, width: pixels.positive(), height: pixels.positive() })
export type Bounds = z.infer<typeof bounds>

/** The bounds are those of the window when it is not maximized, so that it has a size to come back to. */
export const windowPlace = z.object({ bounds, isMaximized: z.boolean() })
export type WindowPlace = z.infer<typeof windowPlace>

const smallestWindow = { width: 880, height: 560 } as const
const preferredSize = { width: 1280, height: 800 } as const

/** Moves and shrinks bounds until the window lies whole within the work area: a display may be gone, or smaller than it was. */
export const fitInto = (wanted: Bounds, workArea: Bounds): Bounds => {
  const width = Math.min(Math.max(wanted.width, smallestWindow.width), workArea.width)
  const height = Math.min(Math.max(wanted.height, smallestWindow.height), workArea.height)
  return {
    x: clamp(wanted.x, workArea.x, workArea.x + workArea.width - width),
    y: clamp(wanted.y, workArea.y, workArea.y + workArea.height - height),
    width,
    height,
  }
}

/** How small a window may be made. On a display that is smaller still, as a laptop's at 150 %, it would else reach below the task bar. */
export const leastSize = ({ width, height }: Bounds): { readonly minWidth: number; readonly minHeight: number } => ({
  minWidth: Math.min(smallestWindow.width, width),
  minHeight: Math.min(smallestWindow.height, height),
})

/** The place of a first window: in the middle of the work area. */
export const firstPlace = (workArea: Bounds): WindowPlace => {
  const { width, height } = preferredSize
  const middle = {
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + (workArea.height - height) / 2),
    width,
    height,
  }
  return { bounds: fitInto(middle, workArea), isMaximized: false }
}

/** The place of a further window: a little below and beside the last one. */
export const nextPlace = (last: WindowPlace, workArea: Bounds): WindowPlace => ({
  bounds: fitInto({ ...last.bounds, x: last.bounds.x + 28, y: last.bounds.y + 28 }, workArea),
  isMaximized: false,
})

const clamp = (value: number, lowest: number, highest: number): number => Math.min(Math.max(value, lowest), highest)
