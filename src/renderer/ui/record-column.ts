// A column of a list.
import type { ReactNode } from 'react'

export interface RecordColumn<Row> {
  readonly id: string
  readonly title: string
  /** In pixels: the least it needs. */
  readonly width: number
  /** Its share of the room that is left over; without it the column keeps its width. */
  readonly grow?: number
  /** Whether the heading sorts; its id is then the name of the sort. */
  readonly isSortable?: boolean
  readonly align?: 'start' | 'end'
  readonly cell: (row: Row) => ReactNode
}
