// What can be asked about changes that crossed, and deciding about them.
import { z } from 'zod'
import { cursor, id, recordType } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { companyCircle } from './company-circle.ts'
import { conflict, conflictGroup, decision } from './conflict.ts'
import { numberedType, sameNumber } from './same-number.ts'

/** Records of one number that are told at once: a list of more is worked through from its beginning. */
export const MOST_SAME_NUMBERS = 200

/** Circles of companies that are told at once, likewise. */
export const MOST_CIRCLES = 200

const view = { needs: 'conflicts.view' } as const
const decide = { needs: 'conflicts.decide' } as const
const kept = z.object({ table: z.string().max(60), rowId: id })

export const conflictsContract = {
  /** Records with changes that crossed, those crossed last first. `total`: of records, `open`: of changes. */
  list: query(
    z.object({ after: cursor.nullable().default(null), limit: z.int().min(1).max(100).default(30) }),
    z.object({ groups: z.array(conflictGroup), next: cursor.nullable(), total: z.int(), open: z.int() }),
    view,
  ),
  /** Records of one number, of all the office or of one record; at most `MOST_SAME_NUMBERS`, the first in the order of numbers. */
  sameNumbers: query(z.object({ recordId: id.nullable().default(null) }), z.array(sameNumber), view),
  /** Companies that stand under one another, of all the office or those of one company; at most `MOST_CIRCLES`. */
  circles: query(z.object({ companyId: id.nullable().default(null) }), z.array(companyCircle), view),
  /** How much waits for a decision, doubled numbers and circles of companies included, and on how many records. */
  count: query(z.object({}), z.object({ open: z.int(), records: z.int(), numbers: z.int(), circles: z.int() }), view),
  /** One of them by its field; null: it waits for no decision any more. */
  get: query(z.object({ table: z.string().max(60), rowId: id, field: z.string().min(1).max(60) }), conflict.nullable(), view),
  ofRecord: query(z.object({ recordType, recordId: id }), z.array(conflict), view),
  /**
   * Decides for everybody, in one operation. Refused (`conflict`) where there are other values by now, or somebody has decided already.
   */
  decide: mutation(z.object({ decisions: z.array(decision).min(1).max(500) }), z.object({ decided: z.int() }), decide),
  /** Gives one of two records of one number the next number of this machine. */
  renumber: mutation(z.object({ recordType: numberedType, id }), z.object({ number: z.string() }), decide),
  /** Both keep the number. */
  keepNumbers: mutation(z.object({ recordType: numberedType, ids: z.tuple([id, id]) }), z.null(), decide),
  /** A row that outlived its deletion stays for good. */
  keep: mutation(kept, z.null(), decide),
  /**
   * It is deleted after all; a record that had been merged is merged once more, with what came to it since. `withDependents`: of a company also what
   * stands on it, as `companies.archive` takes it.
   */
  archiveAgain: mutation(kept.extend({ withDependents: z.boolean().default(false) }), z.null(), { ...decide, bulk: true }),
}
