// Which source a present value comes from, and whether the source of an import may overwrite it.
import type { ImportEntity } from '#shared/imports/plan.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import type { KeepStronger } from './table-import.ts'

export interface Strength {
  readonly keeper: (entity: ImportEntity) => KeepStronger
}

export const createStrength = (_context: CallContext, _sourceId: string | null): Strength => ({
  keeper: () => (_stored, changes) => ({ taken: changes, kept: [] }),
})
