// Which rows of a long list are in sight. Rows are of one height, so nothing is measured and nothing is kept per row; where a million of
// them would be taller than a browser can draw, the scrollbar is a scale of the list and no longer its ruler.
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'

/** Browsers stop at about 33.5 million pixels. */
const TALLEST = 30_000_000
const OVERSCAN = 6

export interface RowWindow {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly first: number
  readonly last: number
  /** The height of the canvas, in pixels. */
  readonly height: number
  readonly rowHeight: number
  readonly topOf: (index: number) => number
  readonly onScroll: () => void
  /** Scrolls as little as needed to have this row in sight. */
  readonly show: (index: number) => void
  /** Where the list is, to come back to. */
  readonly offset: () => number
  readonly scrollTo: (offset: number) => void
  /** How many rows fit on a page. */
  readonly pageSize: number
}

interface RowWindowOptions {
  readonly count: number
  readonly rowHeight: number
  /** The height of what sticks above the rows. */
  readonly headerHeight: number
  readonly initialOffset: number
}

export const useRowWindow = ({ count, rowHeight, headerHeight, initialOffset }: RowWindowOptions): RowWindow => {
  const scroller = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(initialOffset)
  const [viewHeight, setViewHeight] = useState(0)
  const total = count * rowHeight
  const height = Math.min(total, TALLEST)
  const room = Math.max(0, viewHeight - headerHeight)
  const scale = height < total ? (total - room) / Math.max(1, height - room) : 1
  const offset = top * scale

  const setQuantised = useCallback(
    (next: number) => setTop(scale === 1 ? Math.floor(next / rowHeight) * rowHeight : next),
    [rowHeight, scale],
  )
  const scrollTo = useCallback(
    (wanted: number) => {
      const next = Math.max(0, wanted / scale)
      if (scroller.current) scroller.current.scrollTop = next
      setQuantised(next)
    },
    [scale, setQuantised],
  )
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const measure = () => setViewHeight(element.clientHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const restored = useRef(false)
  useLayoutEffect(() => {
    // Only once there are rows is there anything to scroll.
    if (restored.current || count === 0) return
    restored.current = true
    if (scroller.current && initialOffset > 0) scroller.current.scrollTop = initialOffset / scale
  }, [count, initialOffset, scale])

  const show = (index: number) => {
    const now = (scroller.current?.scrollTop ?? 0) * scale
    const [start, end] = [index * rowHeight, (index + 1) * rowHeight]
    if (start < now) scrollTo(start)
    else if (end > now + room) scrollTo(end - room)
  }
  return {
    scroller,
    first: Math.max(0, Math.min(count - 1, Math.floor(offset / rowHeight) - OVERSCAN)),
    last: Math.max(-1, Math.min(count - 1, Math.ceil((offset + viewHeight) / rowHeight) + OVERSCAN)),
    height,
    rowHeight,
    topOf: (index) => index * rowHeight - (offset - top),
    onScroll: () => setQuantised(scroller.current?.scrollTop ?? 0),
    show,
    offset: () => (scroller.current?.scrollTop ?? 0) * scale,
    scrollTo,
    pageSize: Math.max(1, Math.floor(room / rowHeight) - 1),
  }
}
