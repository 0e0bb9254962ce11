// A tag: a word and a colour that the office puts on records.
import { z } from 'zod'
import { id, recordType, requiredLine } from '#shared/base/fields.ts'

/** Names of the theme's colours. */
export const tagColour = z.enum(['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'indigo', 'violet', 'pink'])
export type TagColour = z.infer<typeof tagColour>

export const tag = z.object({ id, name: requiredLine(60), colour: tagColour })
export type Tag = z.infer<typeof tag>

/** With the number of records in use that carry it. */
export const tagRow = tag.extend({
  counts: z.record(recordType, z.int()),
  total: z.int(),
})
export type TagRow = z.infer<typeof tagRow>

export const taggedRecord = z.object({ recordType, recordId: id })
