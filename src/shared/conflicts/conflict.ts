// Values of one field that were written on several machines at once, and records that were deleted on one and worked on elsewhere.
import { z } from 'zod'
import { id, moment, recordType, reference } from '#shared/base/fields.ts'
import { operationId } from '#shared/history/history.ts'
import { newValue } from '#shared/lists/list-change.ts'

const plain = z.union([z.string(), z.number(), z.boolean()]).nullable()

/** One column of a value: `value` with names where it says ids. */
export const crossedValue = z.object({
  /** Of a setting its key. */
  field: z.string(),
  /** What an office's own field is called; `null` for those of Kith. */
  label: z.string().nullable(),
  /** What an amount is in. */
  currency: z.string().nullable(),
  value: plain,
})
export type CrossedValue = z.infer<typeof crossedValue>

const claim = z.object({
  /** Names the change set on every machine. */
  id: operationId,
  at: moment,
  actorName: z.string().nullable(),
  deviceName: z.string().nullable(),
  /** Several where columns change together: a deal's stage with the day it was closed and why. */
  values: z.array(crossedValue),
})
export type Claim = z.infer<typeof claim>

export const conflict = z.object({
  /** `kept`: it was deleted on one machine and worked on at another, so that it stays. */
  kind: z.enum(['value', 'kept']),
  table: z.string(),
  rowId: id,
  /** Where the row is not the record itself but belongs to it: what it is called. */
  row: z.object({ name: z.string().nullable() }).nullable(),
  /** Of a record that was deleted because it was merged: what it can be part of. */
  mergedInto: reference.nullable(),
  /** The first column of what changes together. */
  field: z.string(),
  label: z.string().nullable(),
  /** The value that shows; of what was kept the work that keeps it, and the fields it changed. */
  standing: claim,
  others: z.array(claim.extend({ base: z.array(crossedValue).nullable() })).min(1),
  /** How a value can be written anew: as a field of a list, as text of one line or several; `null`: only one of those at hand can be taken. */
  editor: z.enum(['field', 'line', 'lines', 'day']).nullable(),
})
export type Conflict = z.infer<typeof conflict>

/** What is open about one record, or about one thing of the office that belongs to no record. */
export const conflictGroup = z.object({
  /** The record's id, or the thing's. */
  id,
  table: z.string(),
  recordType: recordType.nullable(),
  name: z.string().nullable(),
  /** When the newest of the values that do not show was written. */
  at: moment,
  conflicts: z.array(conflict).min(1),
})
export type ConflictGroup = z.infer<typeof conflictGroup>

export const decision = z.object({
  table: z.string().max(60),
  rowId: id,
  field: z.string().min(1).max(60),
  /** The change set of the value that was shown as standing: if another took its place meanwhile, the decision is refused. */
  standing: operationId,
  /** Those of the other values that were shown: if one has come that is not among them, likewise. */
  others: z.array(operationId).min(1),
  choice: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('keep') }),
    z.object({ kind: z.literal('take'), claim: operationId }),
    z.object({ kind: z.literal('write'), value: newValue }),
  ]),
})
export type Decision = z.infer<typeof decision>
/** As a window sends it. */
export type NewDecision = z.input<typeof decision>
