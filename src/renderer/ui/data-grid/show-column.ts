// Brings a column of a grid into sight.
import type { GridColumn } from './grid-types.ts'

/** Scrolls sideways until the column is no longer under the frozen ones. */
export const showColumn = <Row>(scroller: HTMLElement | null, at: number | null, columns: readonly GridColumn<Row>[]): void => {
  const cell =
    at === null || columns[at]?.isFrozen ? null : scroller?.querySelector<HTMLElement>(`[data-heading="${at}"]`)?.parentElement
  if (!scroller || !cell) return
  const frozen = [...scroller.querySelectorAll<HTMLElement>('[role=columnheader][data-frozen]')].at(-1)
  const left = frozen ? frozen.getBoundingClientRect().right : scroller.getBoundingClientRect().left
  const box = cell.getBoundingClientRect()
  const right = scroller.getBoundingClientRect().left + scroller.clientWidth
  if (box.left < left) scroller.scrollLeft -= left - box.left
  else if (box.right > right) scroller.scrollLeft += Math.min(box.right - right, box.left - left)
}
