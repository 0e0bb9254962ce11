// How a cell gets into its row.
import type { CellFault } from './cell.ts'
import type { RowReading } from './reading.ts'

export interface Place {
  readonly column: number
  /** What the number or address in the next column is. */
  readonly state: { nextType: string | null }
}

/** Reads a cell into the row and answers what is wrong with it. */
export type Assign = (reading: RowReading, cell: string, place: Place) => CellFault | null
