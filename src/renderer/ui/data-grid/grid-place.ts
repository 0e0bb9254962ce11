// Moving through a grid by keyboard, as pure rules. A row is entered as a whole; the arrow to the right goes into its cells, Esc comes out.
import type { CellBlock, Leaving, Place } from './grid-types.ts'

export interface GridSize {
  readonly lines: number
  readonly columns: number
}

/** The place and, while a block is being chosen, the cell it began in. */
export interface GridPlace {
  readonly active: Place
  readonly anchor: Place | null
  /** Whether the cell is being edited. */
  readonly isOpen?: boolean
}

export const START: GridPlace = { active: { line: 0, column: null }, anchor: null }

const clamp = (value: number, size: number): number => Math.max(0, Math.min(value, size - 1))

export const moveLines = ({ active }: GridPlace, step: number, size: GridSize): GridPlace => ({
  active: { ...active, line: clamp(active.line + step, size.lines) },
  anchor: null,
})

/** From the row into its first cell after the name; from the first cell back to the row. */
export const moveColumns = ({ active }: GridPlace, step: number, size: GridSize): GridPlace => {
  const from = active.column ?? 0
  const next = from + step
  return { active: { line: active.line, column: next <= 0 ? null : clamp(next, size.columns) }, anchor: null }
}

/** The same steps with the block growing behind them. */
export const extend = (
  place: GridPlace,
  step: { readonly lines?: number; readonly columns?: number },
  size: GridSize,
): GridPlace => {
  const column = place.active.column ?? 0
  return {
    active: {
      line: clamp(place.active.line + (step.lines ?? 0), size.lines),
      column: clamp(column + (step.columns ?? 0), size.columns),
    },
    anchor: place.anchor ?? { line: place.active.line, column },
  }
}

export const extendTo = (place: GridPlace, to: Place): GridPlace => ({
  active: { line: to.line, column: to.column ?? 0 },
  anchor: place.anchor ?? { line: place.active.line, column: place.active.column ?? 0 },
})

/** Like a spreadsheet: Enter goes down, Tab to the right and from the last cell into the next row. */
export const afterLeaving = ({ active }: GridPlace, leaving: Leaving, size: GridSize): GridPlace => {
  const { line, column } = active
  const at = column ?? 0
  const to = (next: Place): GridPlace => ({ active: { line: clamp(next.line, size.lines), column: next.column }, anchor: null })
  switch (leaving) {
    case 'down':
      return to({ line: line + 1, column })
    case 'up':
      return to({ line: line - 1, column })
    case 'right':
      return at + 1 < size.columns ? to({ line, column: at + 1 }) : to({ line: line + 1, column: 0 })
    case 'left':
      return at > 0 ? to({ line, column: at - 1 }) : to({ line: line - 1, column: size.columns - 1 })
    case 'stay':
      return to(active)
  }
}

/** The block between the anchor and the place; `null` where only one cell, or the whole row, is meant. */
export const blockOf = ({ active, anchor }: GridPlace): CellBlock | null =>
  anchor === null || (anchor.line === active.line && anchor.column === active.column)
    ? null
    : {
        firstLine: Math.min(active.line, anchor.line),
        lastLine: Math.max(active.line, anchor.line),
        firstColumn: Math.min(active.column ?? 0, anchor.column ?? 0),
        lastColumn: Math.max(active.column ?? 0, anchor.column ?? 0),
      }
