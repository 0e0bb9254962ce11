// What a grid is made of: columns, lines, the place of the keyboard in it, and what may be done there.
import type { ReactNode } from 'react'

export interface GridColumn<Row> {
  readonly id: string
  readonly title: string
  /** In pixels. */
  readonly width: number
  /** Takes the room that the other columns leave over. */
  readonly isGrowing?: boolean
  /** Stays in sight while the rest scrolls sideways. Frozen columns come first. */
  readonly isFrozen?: boolean
  readonly isSortable?: boolean
  readonly align?: 'start' | 'end'
  readonly isEditable?: boolean
  readonly cell: (row: Row) => ReactNode
}

export interface GridRecord {
  readonly id: string
}

/** A line of the grid: a record, or the heading of a group of them. */
export type GridLine<Row> =
  | { readonly kind: 'record'; readonly row: Row }
  | { readonly kind: 'group'; readonly isOpen: boolean; readonly heading: ReactNode; /** Read out. */ readonly name: string }

/** Where the keyboard is. `column` is `null` while the whole row is meant, else the index of a cell. */
export interface Place {
  readonly line: number
  readonly column: number | null
}

/** A block of cells, both ends included. */
export interface CellBlock {
  readonly firstLine: number
  readonly lastLine: number
  readonly firstColumn: number
  readonly lastColumn: number
}

export interface GridSort {
  readonly column: string
  readonly direction: 'asc' | 'desc'
}

export interface GridSelection {
  readonly has: (id: string) => boolean
  /** What the box above all rows shows. */
  readonly extent: 'none' | 'some' | 'all'
  readonly toggle: (ids: readonly string[]) => void
  readonly toggleAll: () => void
}

/** Where the keyboard goes when a cell has been left. */
export type Leaving = 'down' | 'up' | 'right' | 'left' | 'stay'

/** What the editor of the active cell is told. It is there before it is open, so that the first letter typed, by an input method too, is its own. */
export interface CellEditing<Row> {
  readonly row: Row
  readonly column: string
  readonly isOpen: boolean
  readonly open: () => void
  /** The text is saved, or given up: the keyboard belongs to the grid again. */
  readonly leave: (leaving: Leaving) => void
  /** The same, while the keyboard is elsewhere already. */
  readonly close: () => void
  /** Asked before the keyboard goes elsewhere; answers whether it may. */
  readonly onGuard: (ask: (() => Promise<boolean>) | null) => void
}
