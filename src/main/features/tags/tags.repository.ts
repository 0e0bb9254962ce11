// The SQL of tags and of what carries them. The id of a tag on a record comes from both, so that two machines make the same row.
import { sql } from 'kysely'
import type { RecordType } from '#shared/base/fields.ts'
import { type Tag, tag } from '#shared/tags/tag.ts'
import { build, compileSql } from '#main/db/builder.ts'
import type { Db, NewRow, RowChanges, WriteTx } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive, isThere } from '#main/db/selection.ts'

const tags = prepared<Record<never, never>>()(() =>
  build.selectFrom('tags').select(columnsOf('tags', tag)).where(isActive('tags')).orderBy('sortName').orderBy('id'),
)

/** The tags in use, by name. */
export const listTags = (db: Db): Tag[] => tags(db, {})

const archivedTags = prepared<Record<never, never>>()(() =>
  build
    .selectFrom('tags')
    .select(columnsOf('tags', tag))
    .select(sql<string>`archivedAt`.as('archivedAt'))
    .where('archivedAt', 'is not', null)
    .where(isThere('tags'))
    .orderBy('archivedAt', 'desc')
    .orderBy('id'),
)

/** The tags that were archived, the latest first. */
export const listArchivedTags = (db: Db) => archivedTags(db, {})

const tagById = prepared<{ id: string }>()((param) =>
  build.selectFrom('tags').select(columnsOf('tags', tag)).select('archivedAt').where('id', '=', param('id')),
)

export const findTag = (db: Db, id: string) => tagById(db, { id })[0]

const tagsByRecord = prepared<{ recordId: string }>()((param) =>
  build
    .selectFrom('recordTags')
    .innerJoin('tags', 'tags.id', 'recordTags.tagId')
    .select(columnsOf('tags', tag))
    .where('recordTags.recordId', '=', param('recordId'))
    .where(isActive('recordTags'))
    .where(isActive('tags'))
    .orderBy('tags.sortName')
    .orderBy('tags.id'),
)

export const listTagsOf = (db: Db, recordId: string): Tag[] => tagsByRecord(db, { recordId })

interface TagCount {
  readonly tagId: string
  readonly recordType: RecordType
  readonly n: number
}

/** How many records in use carry each tag, by kind. */
export const countByTag = (db: Db): TagCount[] =>
  db.all(
    compileSql(sql<TagCount>`
      select tagId, recordType, count(*) as n from recordTags
      where archivedAt is null and case recordType
        when 'company' then exists (select 1 from companies where id = recordId and archivedAt is null)
        when 'contact' then exists (select 1 from contacts where id = recordId and archivedAt is null)
        when 'deal' then exists (select 1 from deals where id = recordId and archivedAt is null)
        when 'ticket' then exists (select 1 from tickets where id = recordId and archivedAt is null)
        when 'order' then exists (select 1 from orders where id = recordId and archivedAt is null)
        else exists (select 1 from products where id = recordId and archivedAt is null) end
      group by tagId, recordType`),
  )

const carriers = prepared<{ tagId: string }>()((param) =>
  build
    .selectFrom('recordTags')
    .select(['id', 'recordType', 'recordId'])
    .where('tagId', '=', param('tagId'))
    .where(isActive('recordTags'))
    .orderBy('id'),
)

/** What carries a tag, archived records included. */
export const listCarriers = (db: Db, tagId: string) => carriers(db, { tagId })

export const insertTag = (tx: WriteTx, row: NewRow<'tags'>): string => tx.insert('tags', row)
export const updateTag = (tx: WriteTx, id: string, changes: RowChanges<'tags'>): boolean => tx.update('tags', id, changes)

export const putTagOn = (tx: WriteTx, tagId: string, recordType: RecordType, recordId: string): string =>
  tx.put('recordTags', [tagId, recordId], { tagId, recordType, recordId })

export const takeTagOff = (tx: WriteTx, tagId: string, recordId: string): void =>
  tx.archive('recordTags', tx.naturalId('recordTags', tagId, recordId))
