// What goes into the import of one table, and what comes out of it.
import type { Stage } from '#shared/deals/deal.ts'
import type { RowDecision, RowFate } from '#shared/imports/plan.ts'
import type { RowFault, RowReading } from '#shared/imports/reading.ts'
import type { TableReader } from '#shared/imports/table-reader.ts'
import type { BesideRows } from './beside-rows.ts'
import type { ColumnChange } from './compare.ts'
import type { Columns } from './kinds.ts'
import type { NamedRecords } from './find-named.ts'
import type { complainer } from './row-steps.ts'
import type { Settings } from './settle-row.ts'
import type { StoredRecord } from './stored-rows.ts'
import type { Surroundings } from './surroundings.ts'
import type { RowResult, TableResults } from './table-results.ts'
import type { World } from './world.ts'

/** A record as it is to be written. */
export interface WrittenRow {
  readonly id: string
  readonly columns: Columns
  readonly companyId: string | null
  readonly around: Surroundings
  /** The record as it is; null: it is new. */
  readonly stored: StoredRecord | null
}

/** Which changes of a record stay out because a stronger source wrote the present value. */
export type KeepStronger = (
  stored: StoredRecord,
  changes: readonly ColumnChange[],
) => { readonly taken: readonly ColumnChange[]; readonly kept: readonly (ColumnChange & { readonly source: string })[] }

/** What the rows of one table are taken with. */
export interface TableWork {
  readonly world: World
  /** The table's place in the plan. */
  readonly place: number
  readonly beside: BesideRows
  readonly keepStronger: KeepStronger
  readonly settings: Settings
  readonly results: TableResults
  /** What is looked up from here on is this row's. */
  readonly begin: (row: number) => void
  readonly complain: ReturnType<typeof complainer>
  /** Notes what became of a row. */
  readonly conclude: (reading: RowReading, fate: RowFate, rest?: Partial<RowResult>) => void
  /** Stages that rows which come in asked for. */
  readonly usedStages: Set<string>
  /** Null in a preview. */
  readonly write: ((row: WrittenRow) => void) | null
}

export interface TakenRow {
  readonly row: number
  readonly cells: readonly string[]
  /** What is odd about the shape of the row. */
  readonly faults: readonly RowFault[]
}

/** A row whose record is there and is read with those of the rows beside it. */
export interface Waiting {
  readonly reading: RowReading
  readonly named: NamedRecords
  readonly record: number
  readonly matchedBy: string
}

export interface Taking {
  readonly decision: RowDecision | undefined
  readonly hash: number
  readonly waiting: Waiting[]
}

export interface TableImport {
  /** Rows of one batch, as they stand in the file with what the user mended. */
  readonly take: (rows: readonly TakenRow[]) => void
  /** By row; one that is looked at again may have another. */
  readonly decisions: Map<number, RowDecision>
  readonly results: TableResults
  readonly settings: Settings
  /** The stages that rows which come in asked for and the pipeline lacks. */
  readonly stagesMade: () => Stage[]
  readonly read: TableReader
  /** What a row would change in its record, for one that is looked at. */
  readonly changesFor: (reading: RowReading, id: string) => (ReturnType<KeepStronger> & { readonly row: Columns }) | null
}
