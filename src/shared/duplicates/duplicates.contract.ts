// What can be asked about duplicates. Nothing is ever merged by itself.
import { z } from 'zod'
import { id, moment } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { customerType } from '#shared/customers/contact-point.ts'
import { checkedRecord, likelyGroup, lookalike, scanResult } from './duplicate.ts'

const needs = 'customers.edit' as const
/** The pairs of one group are dealt with in one go, and taken back in one. */
const pairs = z.object({
  recordType: customerType,
  pairs: z
    .array(z.object({ aId: id, bId: id }))
    .min(1)
    .max(1000),
})

export const duplicatesContract = {
  /** The records that a new one looks like, the likeliest first, at most five. */
  check: query(checkedRecord, z.array(lookalike), { needs: 'customers.view' }),
  /** What a record in use very likely is once more: two computers may each have made the same customer. The likeliest first. */
  ofRecord: query(z.object({ recordType: customerType, recordId: id }), z.array(lookalike), { needs: 'customers.view' }),
  /** Compares all companies or all contacts with each other. Takes seconds for tens of thousands; the result is not kept by it. */
  scan: query(z.object({ recordType: customerType }), scanResult, { needs, slow: true }),
  /** Keeps what a scan found, on this machine, until the next one. */
  keep: mutation(z.object({ recordType: customerType, result: scanResult }), z.null(), { needs }),
  /** What the last scan found and nobody has dealt with since: groups of records, the likeliest first. */
  groups: query(
    z.object({ recordType: customerType, offset: z.int().min(0).default(0), limit: z.int().min(1).max(100).default(20) }),
    z.object({
      /** Null: nothing was scanned on this machine yet. */
      scannedAt: moment.nullable(),
      records: z.int(),
      compared: z.int(),
      crowded: z.int(),
      total: z.int(),
      groups: z.array(likelyGroup),
    }),
    { needs },
  ),
  /** Remembers that the two of each pair are not the same, for everybody. */
  dismiss: mutation(pairs, z.null(), { needs }),
  undismiss: mutation(pairs, z.null(), { needs }),
}
