// What can be asked about making one record of several, and doing it.
import { z } from 'zod'
import { id, MAX_ROWS, moment, reference } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { customerType } from '#shared/customers/contact-point.ts'
import { mergeChoices, mergePreview } from './merge.ts'

const view = { needs: 'customers.view' } as const

const oneRecord = z.object({ recordType: customerType, id })

export const mergesContract = {
  /** What would come of merging; nothing is written. Without a winner one is proposed. */
  preview: query(
    z.object({ recordType: customerType, ids: z.array(id).max(MAX_ROWS), winnerId: id.nullable().default(null) }),
    mergePreview,
    view,
  ),
  /** One record of several, in one operation: undone, all are back with what was theirs. `moved`: rows that went over. */
  run: mutation(
    z.object({
      recordType: customerType,
      winnerId: id,
      loserIds: z.array(id).max(MAX_ROWS),
      choices: mergeChoices.default({}),
    }),
    z.object({ winner: reference, merged: z.int(), moved: z.int() }),
    { needs: 'merges.run', bulk: true },
  ),
  /** The record in use that this one became part of, over several merges; `null`: it was not merged. */
  winnerOf: query(oneRecord, z.object({ winner: reference, name: z.string(), at: moment }).nullable(), view),
  /** The records that became part of this one, the latest first. */
  mergedInto: query(oneRecord, z.array(reference.extend({ at: moment })), view),
}
