// What can be asked about tags.
import { z } from 'zod'
import { id, moment } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { tag, taggedRecord, tagRow } from './tag.ts'

const view = { needs: 'customers.view' } as const
const edit = { needs: 'customers.edit' } as const

export const tagsContract = {
  /** All tags in use, by name, with how many records carry each. */
  list: query(z.object({}), z.array(tagRow), view),
  /** The same without counting, for a picker. */
  pick: query(z.object({}), z.array(tag), view),
  /** Tags that were archived, the latest first: they can be restored, with all that carried them. */
  archived: query(z.object({}), z.array(tag.extend({ archivedAt: moment })), view),
  of: query(taggedRecord, z.array(tag), view),
  /** Without a colour one is chosen that few tags have. A name that is there already is refused. */
  create: mutation(tag.pick({ name: true }).extend({ colour: tag.shape.colour.optional() }), tag, edit),
  rename: mutation(tag.pick({ id: true, name: true }), tag, edit),
  recolour: mutation(tag.pick({ id: true, colour: true }), tag, edit),
  /** Everything that carries one of `ids` carries `intoId` from then on; the tags merged are archived. */
  merge: mutation(z.object({ ids: z.array(id).min(1).max(200), intoId: id }), z.object({ records: z.int() }), {
    ...edit,
    bulk: true,
  }),
  archive: mutation(z.object({ id }), z.null(), edit),
  restore: mutation(z.object({ id }), z.null(), edit),
  /** The record carries exactly these tags from then on. */
  set: mutation(taggedRecord.extend({ tagIds: z.array(id).max(200) }), z.array(tag), edit),
}
