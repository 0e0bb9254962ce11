// The keys of a grid. While the whole row is meant, letters are commands; inside the cells they are typing, as in a spreadsheet.
import type { KeyboardEvent } from 'react'
import { afterLeaving, extend, type GridPlace, type GridSize, moveColumns, moveLines } from './grid-place.ts'

export interface GridKeyActions {
  readonly place: GridPlace
  readonly size: GridSize
  readonly pageSize: number
  readonly go: (place: GridPlace) => void
  /** Whether the active cell waits for typing. */
  readonly isTypable: boolean
  /** Whether the active cell can be edited. */
  readonly isEditable: boolean
  readonly isGroup: boolean
  readonly open: () => void
  readonly openFull: () => void
  readonly peek: (() => void) | undefined
  readonly edit: () => void
  readonly empty: () => void
  readonly toggle: () => void
  readonly selectAll: () => void
  /** Opens or folds the group that the keyboard is on; `undefined`: the other way. */
  readonly fold: (isOpen?: boolean) => void
  /** Into the headings. */
  readonly goToHeader: () => void
  /** Nothing of the grid's own is left to be escaped from. */
  readonly escape: () => void
}

/** Answers whether the key was one of the grid's. */
export const runGridKey = (event: KeyboardEvent, actions: GridKeyActions): boolean => {
  const { place, size, go, isGroup } = actions
  const { line, column } = place.active
  const isInCells = column !== null && !isGroup
  const toLine = (next: number) => go(moveLines(place, next - line, size))

  const plain: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(moveLines(place, 1, size)),
    ArrowUp: () => (line === 0 ? actions.goToHeader() : go(moveLines(place, -1, size))),
    ArrowRight: () => (isGroup ? actions.fold(true) : go(moveColumns(place, 1, size))),
    ArrowLeft: () => (isGroup ? actions.fold(false) : go(moveColumns(place, -1, size))),
    PageDown: () => go(moveLines(place, actions.pageSize, size)),
    PageUp: () => go(moveLines(place, -actions.pageSize, size)),
    Home: () => (isInCells ? go({ active: { line, column: 0 }, anchor: null }) : toLine(0)),
    End: () => (isInCells ? go({ active: { line, column: size.columns - 1 }, anchor: null }) : toLine(size.lines - 1)),
    Enter: () => (isGroup ? actions.fold() : isInCells && actions.isEditable ? actions.edit() : actions.open()),
    F2: actions.edit,
    ' ': () => (isGroup ? actions.fold() : actions.peek?.()),
    Escape: () => (isInCells || place.anchor ? go({ active: { line, column: null }, anchor: null }) : actions.escape()),
    ...(isInCells && {
      Delete: actions.empty,
      Backspace: actions.empty,
      Tab: () => go(afterLeaving(place, 'right', size)),
    }),
    // A letter is a command unless the cell waits for it.
    ...(!actions.isTypable && {
      j: () => go(moveLines(place, 1, size)),
      k: () => go(moveLines(place, -1, size)),
      x: actions.toggle,
      e: actions.edit,
    }),
  }
  const shifted: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(extend(place, { lines: 1 }, size)),
    ArrowUp: () => go(extend(place, { lines: -1 }, size)),
    ArrowRight: () => go(extend(place, { columns: 1 }, size)),
    ArrowLeft: () => go(extend(place, { columns: -1 }, size)),
    ' ': actions.toggle,
    ...(isInCells && { Tab: () => go(afterLeaving(place, 'left', size)) }),
  }
  const withControl: Readonly<Record<string, () => void>> = {
    a: actions.selectAll,
    Enter: actions.openFull,
    ArrowDown: () => go(moveLines(place, 1, size)),
    ArrowUp: () => go(moveLines(place, -1, size)),
    Home: () => toLine(0),
    End: () => toLine(size.lines - 1),
  }
  const isControl = event.ctrlKey || event.metaKey
  if (event.altKey || (isControl && event.shiftKey)) return false
  const run = (isControl ? withControl : event.shiftKey ? shifted : plain)[event.key]
  if (!run || size.lines === 0) return false
  run()
  return true
}
