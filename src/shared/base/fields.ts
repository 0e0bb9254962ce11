// The kinds of fields that records are made of. Text is cleaned here once, so that no later step meets a NUL or half a character.
import { z } from 'zod'

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

const wellFormed = (value: string): string => value.toWellFormed()
const oneLine = (value: string): string =>
  value
    .toWellFormed()
    .replace(/[\r\n\t\u2028\u2029\u0085]+/gu, ' ')
    .trim()

/** One line of text, at most `max` characters; line breaks become spaces, control characters are refused, lone surrogates repaired. */
export const line = (max = 200) =>
  z
    .string()
    .overwrite(oneLine)
    .max(max)
    .refine((value) => !CONTROL.test(value), { error: 'control_character', params: { kind: 'control_character' } })

/** One line that must hold something. */
export const requiredLine = (max = 200) => line(max).min(1)

/** Text of several lines, at most `max` characters. */
export const multiline = (max = 20_000) =>
  z
    .string()
    .overwrite((value) => wellFormed(value).replace(/\r\n?/gu, '\n'))
    .max(max)
    .refine((value) => !CONTROL.test(value), { error: 'control_character', params: { kind: 'control_character' } })

export const id = z.uuid()
/** A day without a time, so without a zone: `2026-11-21`. */
export const day = z.iso.date()
/** A moment in UTC: `2026-11-21T08:30:00.000Z`. */
export const moment = z.iso.datetime()

/** ISO 4217, upper case. */
export const currency = z.string().regex(/^[A-Z]{3}$/u)
/** Money in the currency's minor unit (cents, 分). At most 90 trillion units, so that sums of many stay safe integers. */
export const amountMinor = z.int().min(0).max(9_000_000_000_000_00)

/** Which rows of a list: those in use, or those that were archived. */
export const rowState = z.enum(['active', 'archived'])
export type RowState = z.infer<typeof rowState>

/** What every record carries besides its own fields. */
export const recordStamps = {
  id,
  createdAt: moment,
  updatedAt: moment,
  archivedAt: moment.nullable(),
}

/** Where a page of a list begins: after the row with this sort key and id. Blanks come last; among them the key is null. */
export const cursor = z.object({ key: z.union([z.string(), z.number(), z.null()]), id })
export type Cursor = z.infer<typeof cursor>

/** The most rows any call returns. */
export const MAX_ROWS = 1000

export const pageInput = { after: cursor.nullable(), limit: z.int().min(1).max(MAX_ROWS) }

/** The size of a list and the place after which each block of `blockSize` rows begins, so that a scrollbar can jump anywhere. */
export const outline = z.object({ count: z.int(), blockSize: z.int(), anchors: z.array(cursor.nullable()) })

export const direction = z.enum(['asc', 'desc'])

/** The records that activities, search hits and history speak of. */
export const recordType = z.enum(['company', 'contact', 'deal', 'ticket', 'order', 'product'])
export type RecordType = z.infer<typeof recordType>

/** Those of them that the office may give fields, record types and layouts of its own. */
export const fieldedType = recordType.exclude(['order', 'product'])
export type FieldedType = z.infer<typeof fieldedType>

/** Another record, as much of it as a screen shows in passing. */
export const reference = z.object({ id, name: z.string() })
export type Reference = z.infer<typeof reference>
