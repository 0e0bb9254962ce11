// The keys of a card: arrows go to another card, Ctrl or Alt with an arrow takes the card along, `m` opens “Move to”, Enter opens it.
import type { KeyboardEvent, RefObject } from 'react'
import { useBoard } from './board-context.ts'

interface CardKeysOptions {
  readonly columnId: string
  readonly column: RefObject<HTMLElement | null>
  readonly cards: readonly { readonly id: string }[]
  readonly count: number
  /** Draws a card of this column and gives it the focus. */
  readonly goTo: (index: number) => void
}

export const useCardKeys = ({ columnId, column, cards, count, goTo }: CardKeysOptions) => {
  const { columns, move, setMenuFor, onOpen } = useBoard()

  /** Within the column: before the card above, or behind the card below. */
  const carryAlong = (cardId: string, index: number, step: 1 | -1) => {
    const target = index + step
    if (target < 0 || target >= count) return
    const before = step === -1 ? cards[target] : cards[target + 1]
    // Below the last card that is loaded there are more: where the card would land is not known yet.
    if (!before && target + 1 < count) return
    move({ cardId, columnId, beforeId: before?.id ?? null })
  }
  const carryAcross = (cardId: string, step: 1 | -1) => {
    const target = columns[columns.findIndex(({ id }) => id === columnId) + step]
    if (target) move({ cardId, columnId: target.id, beforeId: target.firstCardId })
  }

  return (event: KeyboardEvent<HTMLElement>) => {
    const card = event.target instanceof HTMLElement ? event.target : null
    const cardId = card?.dataset['card']
    if (!card || cardId === undefined || event.nativeEvent.isComposing) return
    const index = Number(card.dataset['index'])
    const isCarrying = event.ctrlKey || event.metaKey || event.altKey

    const plain: Readonly<Record<string, () => void>> = {
      ArrowDown: () => index + 1 < count && goTo(index + 1),
      ArrowUp: () => index > 0 && goTo(index - 1),
      j: () => index + 1 < count && goTo(index + 1),
      k: () => index > 0 && goTo(index - 1),
      Home: () => goTo(0),
      End: () => goTo(count - 1),
      ArrowRight: () => focusBeside(column.current, card, 1),
      ArrowLeft: () => focusBeside(column.current, card, -1),
      m: () => setMenuFor(cardId),
      Enter: () => onOpen(cardId),
    }
    const carrying: Readonly<Record<string, () => void>> = {
      ArrowDown: () => carryAlong(cardId, index, 1),
      ArrowUp: () => carryAlong(cardId, index, -1),
      ArrowRight: () => carryAcross(cardId, 1),
      ArrowLeft: () => carryAcross(cardId, -1),
    }
    const act = (isCarrying ? carrying : plain)[event.key]
    if (!act) return
    // Also keeps Alt+Left from going back.
    event.preventDefault()
    event.stopPropagation()
    act()
  }
}

/** The card at the same height in the next column that has any. */
const focusBeside = (column: HTMLElement | null, from: HTMLElement, step: 1 | -1): void => {
  const next = (element: Element | null | undefined) =>
    step === 1 ? element?.nextElementSibling : element?.previousElementSibling
  const { top } = from.getBoundingClientRect()
  for (let beside = next(column); beside; beside = next(beside)) {
    const cards = [...beside.querySelectorAll<HTMLElement>('[data-card]')]
    const distance = (card: HTMLElement) => Math.abs(card.getBoundingClientRect().top - top)
    const nearest = cards.toSorted((a, b) => distance(a) - distance(b))[0]
    if (nearest) {
      nearest.focus()
      nearest.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      return
    }
  }
}
