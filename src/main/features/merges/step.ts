// What merging does beside the fields, worked out before anything is written: the preview counts it, the merge carries it out.
import type { TableName } from '#main/db/registry/tables.ts'
import type { WriteTx } from '#main/db/database.ts'

export interface Step {
  readonly table: TableName
  /** `moved`: a row of the loser goes over. `doubled`: the winner has it already, so it stays behind. `mended`: it only stands differently. */
  readonly kind: 'moved' | 'doubled' | 'mended'
  /** Whether the row is in use; of those that are not nobody asks how many there are. */
  readonly isActive: boolean
  readonly apply: (tx: WriteTx) => void
}

/** What a doubled row said that the winner's does not say, and whose it was. */
export interface Left {
  readonly kind: 'note' | 'role'
  readonly recordId: string
  /** What it belongs to: a number, or the id of a person or a company. */
  readonly of: string
  readonly text: string
}

export interface Plan {
  readonly steps: readonly Step[]
  readonly left: readonly Left[]
}
