// Where a dragged card would land in a column: between the two cards that the pointer is between.
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { dropTargetForElements, type ElementDropTargetEventBasePayload } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import { useBoard } from './board-context.ts'

interface CardDropOptions {
  readonly columnId: string
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly cards: readonly { readonly id: string }[]
  readonly count: number
  /** The first card whose middle is below `y` (pixels from the top of all cards); `null`: none is. */
  readonly placeOf: (y: number) => number | null
}

/** The index before which the card would land, to draw a line there; `null` while nothing is dragged here. */
export const useCardDrop = ({ columnId, scroller, cards, count, placeOf }: CardDropOptions): number | null => {
  const { move } = useBoard()
  const [line, setLine] = useState<number | null>(null)

  /** `null` where the card would stay where it is, or where the cards are not loaded yet. */
  const landing = useEffectEvent((clientY: number, cardId: string): number | null => {
    const element = scroller.current
    if (!element) return null
    const index = placeOf(clientY - element.getBoundingClientRect().top + element.scrollTop) ?? count
    const from = cards.findIndex((card) => card.id === cardId)
    const isWhereItWas = from >= 0 && (index === from || index === from + 1)
    return isWhereItWas || (index < count && !cards[index]) ? null : index
  })
  const drop = useEffectEvent((clientY: number, cardId: string) => {
    const index = landing(clientY, cardId)
    if (index !== null) move({ cardId, columnId, beforeId: cards[index]?.id ?? null })
  })

  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const showLine = ({ location, source }: ElementDropTargetEventBasePayload) =>
      setLine(landing(location.current.input.clientY, String(source.data['cardId'])))
    return combine(
      autoScrollForElements({ element }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => typeof source.data['cardId'] === 'string',
        onDragEnter: showLine,
        onDrag: showLine,
        onDragLeave: () => setLine(null),
        onDrop: ({ location, source }) => {
          setLine(null)
          drop(location.current.input.clientY, String(source.data['cardId']))
        },
      }),
    )
  }, [scroller])

  return line
}
