// Pulling the right edge of a heading. While it is pulled only a variable of the style changes; the width is told once, at the end.
import { type PointerEvent, type RefObject, useRef } from 'react'

export const NARROWEST = 60
export const WIDEST = 800

interface ColumnResizeOptions {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly position: number
  readonly onResize: (width: number) => void
}

interface Pull {
  readonly fromX: number
  readonly width: number
  now: number
}

export const useColumnResize = ({ scroller, position, onResize }: ColumnResizeOptions) => {
  const pull = useRef<Pull | null>(null)

  const end = (event: PointerEvent<HTMLElement>) => {
    const { current } = pull
    pull.current = null
    delete event.currentTarget.dataset['pulled']
    if (current && current.now !== current.width) onResize(current.now)
  }
  return {
    draggable: false,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.preventDefault()
      event.stopPropagation()
      const width = Math.round(event.currentTarget.parentElement?.getBoundingClientRect().width ?? NARROWEST)
      pull.current = { fromX: event.clientX, width, now: width }
      event.currentTarget.dataset['pulled'] = ''
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const { current } = pull
      if (!current) return
      current.now = Math.max(NARROWEST, Math.min(WIDEST, Math.round(current.width + event.clientX - current.fromX)))
      scroller.current?.style.setProperty(`--width-${position}`, `${current.now}px`)
    },
    onPointerUp: end,
    onPointerCancel: end,
    onDoubleClick: () => onResize(widthOfContent(scroller.current, position)),
  }
}

/** As wide as the widest cell that is drawn now. */
const widthOfContent = (scroller: HTMLElement | null, position: number): number => {
  const cells = [...(scroller?.querySelectorAll<HTMLElement>(`[data-column="${position}"]`) ?? [])]
  const heading = scroller?.querySelector<HTMLElement>(`[data-heading="${position}"] > span`)
  const range = document.createRange()
  const widths = [...cells, ...(heading ? [heading] : [])].map((cell) => {
    range.selectNodeContents(cell)
    return Math.max(range.getBoundingClientRect().width, ...[...cell.children].map(({ scrollWidth }) => scrollWidth))
  })
  return Math.max(NARROWEST, Math.min(WIDEST, Math.ceil(Math.max(0, ...widths)) + 24))
}
