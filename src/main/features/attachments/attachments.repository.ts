// The SQL of attachments: one, those of a record, and what is there already.
import { sql } from 'kysely'
import { attachment, type Attachment } from '#shared/attachments/attachment.ts'
import { MAX_ROWS, type RecordType, type RowState } from '#shared/base/fields.ts'
import { build } from '#main/db/builder.ts'
import type { Db, NewRow, StoredRow, WriteTx } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive, isInState, isThere } from '#main/db/selection.ts'

type StoredAttachment = Pick<StoredRow<'attachments'>, keyof Attachment>

/** What a row says of its source is read as text: a newer machine of the office may know more of them. */
const toAttachment = (row: StoredAttachment): Attachment => ({
  ...row,
  source: attachment.shape.source.catch(null).parse(row.source),
})

const attachmentById = prepared<{ id: string }>()((param) =>
  build
    .selectFrom('attachments')
    .select(columnsOf('attachments', attachment))
    .where('id', '=', param('id'))
    .where(isThere('attachments')),
)

export const findAttachment = (db: Db, id: string): Attachment | undefined => attachmentById(db, { id }).map(toAttachment)[0]

const hashById = prepared<{ id: string }>()((param) =>
  build.selectFrom('attachments').select(['hash', 'size']).where('id', '=', param('id')),
)

/** Which content it has. */
export const findContentOf = (db: Db, id: string): { readonly hash: string; readonly size: number } | undefined =>
  hashById(db, { id })[0]

/** On the record itself, or with a mail that is linked to it. */
const belongsTo = (recordId: string) =>
  sql<boolean>`attachments.no in (
    select no from attachments where recordId = ${recordId}
    union
    select file.no from activityLinks
      join attachments as file on file.activityId = activityLinks.activityId
      where activityLinks.recordId = ${recordId} and ${isActive('activityLinks')})`

/** Those of an entry that was removed from the timeline go with it. */
const isShown = sql<boolean>`(attachments.activityId is null or exists (
  select 1 from activities where activities.id = attachments.activityId and ${isActive('activities')}))`

/** Newest first, at most a thousand. */
export const listAttachments = (db: Db, recordId: string, state: RowState): Attachment[] =>
  db
    .all(
      build
        .selectFrom('attachments')
        .select(columnsOf('attachments', attachment))
        .where(belongsTo(recordId))
        .where(isInState('attachments', state))
        .where(isShown)
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(MAX_ROWS),
    )
    .map(toAttachment)

const ofActivity = prepared<{ activityId: string }>()((param) =>
  build
    .selectFrom('attachments')
    .select(columnsOf('attachments', attachment))
    .where('activityId', '=', param('activityId'))
    .where(isActive('attachments'))
    .orderBy('createdAt')
    .orderBy('id'),
)

export const listOfActivity = (db: Db, activityId: string): Attachment[] => ofActivity(db, { activityId }).map(toAttachment)

const photoOf = prepared<{ recordId: string }>()((param) =>
  build
    .selectFrom('attachments')
    .select(columnsOf('attachments', attachment))
    .where('recordId', '=', param('recordId'))
    .where('source', '=', 'card')
    .where('mimeType', 'like', 'image/%')
    .where(isActive('attachments'))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
)

export const findPhoto = (db: Db, recordId: string): Attachment | undefined => photoOf(db, { recordId }).map(toAttachment)[0]

export const countAttachments = (db: Db, recordId: string): number =>
  db.get(
    build
      .selectFrom('attachments')
      .select((the) => the.fn.countAll<number>().as('count'))
      .where(belongsTo(recordId))
      .where(isActive('attachments'))
      .where(isShown),
  )?.count ?? 0

interface SameContent {
  readonly recordType: RecordType
  readonly recordId: string
  readonly activityId: string | null
  readonly hash: string
}

/** A file with the same content in the same place, if there is one in use. */
export const findSameContent = (db: Db, { recordType, recordId, activityId, hash }: SameContent): Attachment | undefined =>
  db
    .all(
      build
        .selectFrom('attachments')
        .select(columnsOf('attachments', attachment))
        .where('hash', '=', hash)
        .where('recordId', '=', recordId)
        .where('recordType', '=', recordType)
        .where(sql<boolean>`activityId is ${activityId}`)
        .where(isActive('attachments'))
        .limit(1),
    )
    .map(toAttachment)[0]

/** The contents that any row names, also removed ones and those whose adding was undone: both can come back. */
export const listContents = (db: Db): string[] =>
  db.all(build.selectFrom('attachments').select('hash').distinct()).map(({ hash }) => hash)

/** What a record's files in use hold. */
export const listContentsOfRecord = (db: Db, recordId: string): { id: string; hash: string; size: number }[] =>
  db.all(
    build
      .selectFrom('attachments')
      .select(['id', 'hash', 'size'])
      .where(belongsTo(recordId))
      .where(isActive('attachments'))
      .orderBy('createdAt', 'desc')
      .limit(MAX_ROWS),
  )

const contentsAfter = prepared<{ after: number }>()((param) =>
  build
    .selectFrom('attachments')
    .select(['no', 'hash', 'size'])
    .where('no', '>', param('after'))
    .where(isActive('attachments'))
    .orderBy('no')
    .limit(MAX_ROWS),
)

/** What the next files in use hold, in the order of their places in this machine's table. */
export const listContentsAfter = (db: Db, after: number): { no: number; hash: string; size: number }[] =>
  contentsAfter(db, { after })

export const insertAttachment = (tx: WriteTx, row: NewRow<'attachments'>): string => tx.insert('attachments', row)

const localValue = ({ scope, key }: { readonly scope: string; readonly key: string }) =>
  build.selectFrom('local_state').select('value').where('scope', '=', scope).where('key', '=', key)

/** The day of the last sweep on this machine. */
export const findSweptOn = (db: Db): string | undefined => db.get(localValue(SWEEP))?.value

export const noteSwept = (tx: WriteTx, on: string): void => tx.keep(SWEEP, on)

/** Whether this machine is to have all files. */
export const areAllKept = (db: Db): boolean => db.get(localValue(KEEP_ALL)) !== undefined

export const keepAll = (tx: WriteTx, isWanted: boolean): void => tx.keep(KEEP_ALL, isWanted ? 'yes' : null)

const KEEP_ALL = { userId: '', scope: 'attachments', key: 'keepAll' } as const
const SWEEP = { userId: '', scope: 'attachments', key: 'sweptOn' } as const

const isActivityOf = prepared<{ id: string; recordId: string }>()((param) =>
  build
    .selectFrom('activities')
    .select('id')
    .where('id', '=', param('id'))
    .where('recordId', '=', param('recordId'))
    .where(isActive('activities')),
)

/** Whether a note, call or mail in use stands on this record. */
export const hasActivity = (db: Db, recordId: string, id: string): boolean => isActivityOf(db, { id, recordId }).length > 0

/** Names of people, by their ids. */
export const listUserNames = (db: Db): ReadonlyMap<string, string> =>
  new Map(db.all(build.selectFrom('users').select(['id', 'name'])).map(({ id, name }) => [id, name]))
