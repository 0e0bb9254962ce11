// Reading the change log, and taking operations back.
import type { Crossed, CrossedCell, Crossing, RowAt } from './crossings.ts'
import type { TableName } from '../registry/tables.ts'
import type { GoingBack } from './going-back.ts'

/** An operation as the log knows it; names of people and records are the feature's to add. */
export interface LoggedOperation {
  readonly id: string
  readonly lsn: number
  readonly at: string
  readonly actorId: string | null
  readonly deviceName: string | null
  readonly procedure: string
  readonly rows: number
  readonly undoes: string | null
  readonly undoneBy: string | null
  /** The first row it wrote. */
  readonly first: { readonly table: TableName; readonly rowId: string } | null
}

/** A cell that was changed since, or that refers to a row which would be gone. */
export interface ObstacleFound {
  readonly table: TableName
  readonly rowId: string
  /** The column, or null if the whole row stands in the way. */
  readonly field: string | null
  readonly at: string | null
  readonly actorId: string | null
}

export interface LoggedRowChange {
  readonly operation: string
  readonly at: string
  readonly actorId: string | null
  readonly deviceName: string | null
  readonly procedure: string
  readonly kind: 'created' | 'changed'
  readonly changes: readonly {
    readonly field: string
    readonly from: string | number | boolean | null
    readonly to: string | number | boolean | null
    /** It crossed with another machine's change and lost against it. */
    readonly isLost?: true
  }[]
}

/** How far back a history goes: to the `count`th change at or before a moment (null: of all). Those after it come along. */
export interface HistoryReach {
  readonly before: string | null
  readonly count: number
}

export interface ChangeLog {
  /** Operations before the given lsn (null: the newest), newest first. */
  readonly operations: (before: number | null, limit: number) => LoggedOperation[]
  /** Throws not_found for an unknown id. */
  readonly operation: (id: string) => LoggedOperation
  /** The ids of the rows that an operation wrote, by table, each once. What was erased from the log is left out. */
  readonly rowsOf: (id: string) => ReadonlyMap<TableName, readonly string[]>
  /** The changes of a row, newest first. */
  readonly ofRow: (table: TableName, rowId: string, reach?: HistoryReach) => LoggedRowChange[]
  /**
   * The cells whose values crossed with others, and the rows that outlived an archiving; archived rows are left out. Of each row it has the id, what
   * crossed, and the columns that `beside` names of its table.
   */
  readonly crossed: (beside: (table: TableName) => readonly string[]) => CrossedCell[]
  /** Those of these rows, each named once, in the same order. */
  readonly crossedOn: (rows: readonly RowAt[]) => Crossed[]
  /** Who wrote each value of a crossing, when and where, and what both came from. */
  readonly crossing: (crossed: Crossed) => Crossing
  /** By version: when each of many change sets was written, ms. What the log has forgotten is left out. */
  readonly wallsOf: (versions: readonly number[]) => ReadonlyMap<number, number>
  /** Later changes that stand on an operation. Throws `conflict` if it was taken back already. */
  readonly obstacles: (id: string) => ObstacleFound[]
  /** The actor's newest operation on this device that still stands, but for those of procedures that are passed over; null: none. */
  readonly lastOf: (actorId: string | null, isPassedOver?: (procedure: string) => boolean) => LoggedOperation | null
  /** The actor's newest undo, if nothing was done since; null: none. */
  readonly lastUndoOf: (actorId: string | null) => LoggedOperation | null
  /** By machine: the user who wrote last there. Machines at which nobody did are left out. */
  readonly lastActors: () => ReadonlyMap<string, string>
  /** Whether a row was written by anything but the operation that made it. */
  readonly isTouched: (
    table: TableName,
    row: { readonly id: string; readonly ver: number; readonly cells: string | null },
  ) => boolean
  /** When a column of a row got its present value, ISO UTC; null if the log has forgotten. Costs one look into the log's index. */
  readonly changedAt: (
    table: TableName,
    column: string,
    row: { readonly ver: number; readonly cells: string | null },
  ) => string | null
  /**
   * Which operation a column's present value comes from, and when; null if the log has forgotten. A value that was gone back to comes
   * from where it came before.
   */
  readonly writtenBy: (
    table: TableName,
    column: string,
    row: { readonly id: string; readonly ver: number; readonly cells: string | null },
  ) => { readonly operation: string; readonly at: string } | null
  /**
   * Takes an operation back but for what was worked on since: rows it made that somebody changed or that something hangs on stay, cells
   * that were written again keep what was written. Answers how many rows stayed.
   */
  readonly undoKeeping: (id: string) => { readonly rows: number; readonly kept: number; readonly tables: readonly TableName[] }
  /** What taking back everything that was done after a moment (ISO UTC) comes to. `check`: asked again and again; what it throws ends it. */
  readonly goingBack: (until: string, check: () => void) => GoingBack
  /** Does it, as one ordinary operation, inside the running transaction. `told`: how many rows are written so far. */
  readonly goBack: (
    going: GoingBack,
    told: (done: number) => void,
  ) => { readonly rows: number; readonly tables: readonly TableName[] }
  /** Takes an operation back inside the running transaction. Throws `conflict` (`history.obstacles`) if something stands on it. */
  readonly undo: (id: string) => { readonly rows: number; readonly tables: readonly TableName[] }
}
