// The one timeline of a record: what people wrote and did, what came of its deals, orders and tickets, and what the change log knows.
import { z } from 'zod'
import { id, moment, recordType, reference } from '#shared/base/fields.ts'
import { query } from '#shared/base/procedure.ts'
import { activity } from '#shared/activities/activity.ts'
import { recordChange } from '#shared/history/history.ts'

export const timelineKind = z.enum([
  ...(['note', 'call', 'meeting', 'email', 'task', 'deal', 'ticket', 'order', 'lifecycle', 'file', 'merge', 'change'] as const),
])
export type TimelineKind = z.infer<typeof timelineKind>

const stamps = {
  /** Unique in the timeline. */
  id: z.string(),
  at: moment,
  actorName: z.string().nullable(),
}

/** The record of which this is, where it is not the timeline's own: a company's timeline holds those of its deals and tickets. */
const of = z.object({ type: recordType, id, name: z.string() }).nullable()

export const timelineEntry = z.discriminatedUnion('kind', [
  z.object({
    ...stamps,
    kind: z.enum(['note', 'call', 'meeting', 'email', 'task']),
    of,
    activity,
    /** Files that belong to it. */
    files: z.int(),
  }),
  z.object({
    ...stamps,
    kind: z.literal('deal'),
    event: z.enum(['created', 'moved', 'won', 'lost', 'reopened']),
    deal: reference,
    stageName: z.string().nullable(),
    amountMinor: z.int().nullable(),
    currency: z.string(),
  }),
  z.object({
    ...stamps,
    kind: z.literal('ticket'),
    event: z.enum(['created', 'closed']),
    ticket: reference.extend({ number: z.string() }),
  }),
  /** Placed on its day: at noon, so that it is that day in every zone; no later than it was written down. */
  z.object({
    ...stamps,
    kind: z.literal('order'),
    /** Its name is its number. */
    order: reference,
    totalMinor: z.int().nullable(),
    currency: z.string(),
  }),
  z.object({
    ...stamps,
    kind: z.literal('lifecycle'),
    from: z.string().nullable(),
    to: z.string().nullable(),
    onDay: z.string(),
    note: z.string().nullable(),
  }),
  z.object({ ...stamps, kind: z.literal('file'), file: z.object({ id, name: z.string(), size: z.int(), mimeType: z.string() }) }),
  /** Records that became part of this one. */
  z.object({ ...stamps, kind: z.literal('merge'), records: z.array(reference) }),
  /**
   * Fields of the record, its further phones and links; one entry an operation. `imported`: it came with an import. Stages, lifecycle and
   * standing are told by their own kinds.
   */
  z.object({
    ...stamps,
    kind: z.literal('change'),
    event: z.enum(['created', 'imported', 'changed']),
    procedure: z.string(),
    operation: recordChange.shape.operation,
    /** `row`: what was changed where it is not the record itself. */
    changes: z.array(recordChange.shape.changes.element.extend({ row: recordChange.shape.row })),
    currency: z.string().nullable(),
  }),
])
export type TimelineEntry = z.infer<typeof timelineEntry>

export const timelinePlace = z.object({ at: moment, id: z.string().max(200) })

const onRecord = { recordType, recordId: id }

export const timelineContract = {
  /** Newest first. `next` is where the following page begins; null: that was all. */
  of: query(
    z.object({
      ...onRecord,
      /** Empty: all. */
      kinds: z.array(timelineKind).default([]),
      before: timelinePlace.nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.object({ entries: z.array(timelineEntry), next: timelinePlace.nullable() }),
    { needs: 'activities.view' },
  ),
  /** How many entries of each kind there are. */
  counts: query(z.object(onRecord), z.record(timelineKind, z.int()), { needs: 'activities.view' }),
}
