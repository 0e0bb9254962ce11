// A timeline of any length: only the entries in sight are drawn. It scrolls with the box around it (`data-scroller`), whatever stands above.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import classes from './TimelineList.module.css'

export interface TimelineRow {
  readonly key: string
  readonly content: ReactNode
}

interface VirtualTimelineProps {
  readonly label: string
  readonly rows: readonly TimelineRow[]
  /** The last rows came into sight: more may be asked for. */
  readonly onEnd?: () => void
}

const USUAL_HEIGHT = 64
/** So many rows before the last one the next ones are asked for. */
const AHEAD = 12

export function VirtualTimeline({ label, rows, onEnd }: VirtualTimelineProps) {
  const list = useRef<HTMLDivElement>(null)
  const [above, setAbove] = useState(0)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current?.closest<HTMLElement>('[data-scroller]') ?? null,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => rows[index]?.key ?? index,
    scrollMargin: above,
    overscan: 8,
  })
  const items = virtualizer.getVirtualItems()
  const last = items.at(-1)?.index ?? -1

  // What stands above may grow while a note is written; the rows drawn ahead make up for that.
  useLayoutEffect(() => setAbove(list.current?.offsetTop ?? 0), [rows.length])
  const askForMore = useEffectEvent(() => onEnd?.())
  useEffect(() => {
    if (last >= rows.length - AHEAD) askForMore()
  }, [last, rows.length])

  return (
    <div
      ref={list}
      role="list"
      aria-label={label}
      className={classes['canvas']}
      // The height of the whole, known only here.
      style={{ height: virtualizer.getTotalSize() }}
    >
      {items.map(({ key, index, start }) => (
        <div
          key={key}
          ref={virtualizer.measureElement}
          role="listitem"
          aria-posinset={index + 1}
          aria-setsize={rows.length}
          data-index={index}
          className={classes['placed']}
          style={{ transform: `translateY(${start - virtualizer.options.scrollMargin}px)` }}
        >
          {rows[index]?.content}
        </div>
      ))}
    </div>
  )
}
