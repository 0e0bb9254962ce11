// One column of a board: its header, its cards (only those in view are drawn), and the line where a dragged card will land.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { BoardCard } from './BoardCard.tsx'
import { useBoard } from './board-context.ts'
import classes from './Board.module.css'
import { useCardDrop } from './use-card-drop.ts'
import { useCardKeys } from './use-card-keys.ts'

const GAP = 8

export interface BoardColumnProps<Card extends { readonly id: string }> {
  readonly id: string
  readonly name: string
  readonly header: ReactNode
  /** Exact, whatever number of cards is known. */
  readonly count: number
  /** The first cards, without gaps; more are asked for by `onReach`. */
  readonly cards: readonly Card[]
  /** Told how far down the column is looked at. */
  readonly onReach: (index: number) => void
  readonly renderCard: (card: Card) => ReactNode
  /** Below the cards: why the rest could not be loaded, or that there are none. */
  readonly note?: ReactNode
  /** Brings the column into view: the report led here. */
  readonly isPointedAt?: boolean
}

export function BoardColumn<Card extends { readonly id: string }>(props: BoardColumnProps<Card>) {
  const { id, name, header, count, cards, onReach, renderCard, note, isPointedAt = false } = props
  const { focusOn, setFocusOn } = useBoard()
  const column = useRef<HTMLElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const current = Math.max(0, Math.min(active, count - 1))

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => 112,
    getItemKey: (index) => cards[index]?.id ?? index,
    gap: GAP,
    paddingStart: GAP,
    paddingEnd: GAP,
    overscan: 4,
    // The card that Tab leads to is drawn even when it is scrolled away.
    rangeExtractor: (range) =>
      [...new Set([...(current < count ? [current] : []), ...defaultRangeExtractor(range)])].toSorted(ascending),
    onChange: ({ range }) => range && onReach(range.endIndex),
  })
  const items = virtualizer.getVirtualItems()
  const line = useCardDrop({ columnId: id, scroller, cards, count, placeOf: (index) => placeOf(items, index) })
  const onKeyDown = useCardKeys({ columnId: id, column, cards, count, goTo: (index) => goTo(index) })

  // A card far away takes the focus once it is loaded and drawn.
  const wanted = useRef<number | null>(null)
  const focusWanted = () => {
    const drawn = column.current?.querySelector<HTMLElement>(`[data-card][data-index="${wanted.current}"]`)
    if (!drawn) return
    wanted.current = null
    drawn.focus()
  }
  useLayoutEffect(focusWanted)

  const goTo = (index: number) => {
    wanted.current = index
    setActive(index)
    onReach(index)
    virtualizer.scrollToIndex(index)
    focusWanted()
  }
  const takeFocus = useEffectEvent((cardId: string) => {
    const index = cards.findIndex((card) => card.id === cardId)
    if (index >= 0) goTo(index)
    setFocusOn(null)
  })
  useEffect(() => {
    if (focusOn?.columnId === id) takeFocus(focusOn.cardId)
  }, [focusOn, id])
  useEffect(() => {
    if (isPointedAt) column.current?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [isPointedAt])

  return (
    <section
      ref={column}
      aria-label={name}
      data-board-column={id}
      data-pointed={isPointedAt || undefined}
      className={classes['column']}
    >
      <header className={classes['header']}>{header}</header>
      {/* The cards inside are what the keys are for; the list only hears them on their way up. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={scroller}
        role="list"
        aria-label={name}
        className={classes['scroller']}
        style={{ overflowY: 'auto' }}
        onKeyDown={onKeyDown}
      >
        <div className={classes['canvas']} style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const card = cards[item.index]
            return (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                role="listitem"
                aria-setsize={count}
                aria-posinset={item.index + 1}
                className={classes['slot']}
                style={{ transform: `translateY(${item.start}px)` }}
                data-index={item.index}
              >
                {card ? (
                  <BoardCard
                    id={card.id}
                    columnId={id}
                    index={item.index}
                    isCurrent={item.index === current}
                    onFocus={() => setActive(item.index)}
                  >
                    {renderCard(card)}
                  </BoardCard>
                ) : (
                  <div className={classes['waiting']} aria-busy />
                )}
              </div>
            )
          })}
          {line !== null && <div className={classes['line']} style={{ top: lineAt(items, line, virtualizer.getTotalSize()) }} />}
        </div>
        {note}
      </div>
    </section>
  )
}

type Item = ReturnType<ReturnType<typeof useVirtualizer<HTMLDivElement, Element>>['getVirtualItems']>[number]

const ascending = (a: number, b: number): number => a - b

const placeOf = (items: readonly Item[], y: number): number | null => {
  const item = items.find(({ start, size }) => y < start + size / 2)
  return item ? item.index : null
}

const lineAt = (items: readonly Item[], index: number, total: number): number => {
  const item = items.find((some) => some.index === index)
  return (item ? item.start : total) - GAP / 2 - 1
}
