// How one person stands to another. A relation is stored once and read from both ends.
import { z } from 'zod'
import { id, line, reference } from '#shared/base/fields.ts'

export const relationKind = z.enum([
  'parent',
  'child',
  'spouse',
  'sibling',
  'relative',
  'friend',
  'colleague',
  'manager',
  'report',
  'assistant',
  'assisted',
  'referrer',
  'referred',
  'other',
])
export type RelationKind = z.infer<typeof relationKind>

const INVERSE: Readonly<Partial<Record<RelationKind, RelationKind>>> = {
  parent: 'child',
  child: 'parent',
  manager: 'report',
  report: 'manager',
  assistant: 'assisted',
  assisted: 'assistant',
  referrer: 'referred',
  referred: 'referrer',
}

/** What the first person is to the second, where the second is `kind` to the first: a child to a parent. */
export const inverseKind = (kind: RelationKind): RelationKind => INVERSE[kind] ?? kind

/** As one person's card shows it: `contact` is the `kind` of that person. */
export const relation = z.object({ id, kind: relationKind, note: line(200).nullable(), contact: reference })
export type Relation = z.infer<typeof relation>

/** `otherId` is the `kind` of `contactId`: a `manager`, a `child`. */
export const newRelation = z.object({ contactId: id, otherId: id, kind: relationKind, note: line(200).nullable().default(null) })
/** Seen from `contactId`, as its card shows it. */
export const relationChanges = z.object({
  id,
  contactId: id,
  kind: relationKind.optional(),
  note: line(200).nullable().optional(),
})
