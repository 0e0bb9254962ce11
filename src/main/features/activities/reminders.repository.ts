// The SQL of reminders: what wants to be reminded of, and what this machine remembers of reminders that were put off.
import { sql } from 'kysely'
import { z } from 'zod'
import { activity } from '#shared/activities/activity.ts'
import { moment } from '#shared/base/fields.ts'
import { build } from '#main/db/builder.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive } from '#main/db/selection.ts'
import { isRecordActive, recordName } from '#main/records/record-state.ts'
import type { PlannedRow } from './planned.repository.ts'

const SCOPE = 'reminders'
const SEEN = 'seen'

const remindedRows = prepared<{ ownerId: string; from: string; to: string }>()((param) =>
  build
    .selectFrom('activities')
    .select(columnsOf('activities', activity))
    .select(recordName.as('recordName'))
    .where('activities.ownerId', '=', param('ownerId'))
    .where('activities.dueOn', '>=', param('from'))
    .where('activities.dueOn', '<=', param('to'))
    .where('activities.doneAt', 'is', null)
    .where('activities.recurrence', 'is', null)
    .where('activities.reminderMinutes', 'is not', null)
    .where(isActive('activities'))
    .where(isRecordActive),
)

/** A person's open activities of these days that do not repeat and want to be reminded of. */
export const listReminded = (
  db: Db,
  days: { readonly ownerId: string; readonly from: string; readonly to: string },
): PlannedRow[] =>
  remindedRows(db, days).map(({ recordName: name, ...row }) => ({ activity: row, recordName: name, ownerName: null }))

const activityRow = prepared<{ id: string }>()((param) =>
  build
    .selectFrom('activities')
    .select(columnsOf('activities', activity))
    .select(recordName.as('recordName'))
    .where('activities.id', '=', param('id'))
    .where('activities.doneAt', 'is', null)
    .where(isActive('activities'))
    .where(isRecordActive),
)

export const findReminded = (db: Db, id: string): PlannedRow | undefined =>
  activityRow(db, { id }).map(({ recordName: name, ...row }) => ({ activity: row, recordName: name, ownerName: null }))[0]

/** `until` null: dismissed for good. */
const putOff = z.object({ until: moment.nullable() })
export interface PutOff {
  readonly activityId: string
  readonly on: string
  readonly until: string | null
}

const states = prepared<{ userId: string }>()((param) =>
  build
    .selectFrom('local_state')
    .select(['key', 'value'])
    .where('userId', '=', param('userId'))
    .where('scope', '=', sql.lit(SCOPE))
    .where('key', '<>', sql.lit(SEEN)),
)

/** Reminders that were snoozed or dismissed on this machine. */
export const listPutOff = (db: Db, userId: string): PutOff[] =>
  states(db, { userId }).map(({ key, value }) => {
    const [activityId = '', on = ''] = key.split(' ')
    return { activityId, on, until: putOff.parse(JSON.parse(value)).until }
  })

export const keepPutOff = (tx: WriteTx, userId: string, { activityId, on, until }: PutOff): void =>
  tx.keep({ userId, scope: SCOPE, key: `${activityId} ${on}` }, JSON.stringify({ until }))

const oldStates = prepared<{ userId: string; before: string }>()((param) =>
  build
    .selectFrom('local_state')
    .select('key')
    .where('userId', '=', param('userId'))
    .where('scope', '=', sql.lit(SCOPE))
    .where('key', '<>', sql.lit(SEEN))
    .where('at', '<', param('before')),
)

export const forgetPutOffBefore = (tx: WriteTx, userId: string, before: string): void => {
  for (const { key } of oldStates(tx, { userId, before })) tx.keep({ userId, scope: SCOPE, key }, null)
}

const seenRow = prepared<{ userId: string }>()((param) =>
  build
    .selectFrom('local_state')
    .select('value')
    .where('userId', '=', param('userId'))
    .where('scope', '=', sql.lit(SCOPE))
    .where('key', '=', sql.lit(SEEN)),
)

/** Up to when this machine showed a person's reminders; null: it never did. */
export const findSeen = (db: Db, userId: string): string | null => {
  const value = seenRow(db, { userId })[0]?.value
  return value === undefined ? null : moment.parse(JSON.parse(value))
}

export const keepSeen = (tx: WriteTx, userId: string, until: string): void =>
  tx.keep({ userId, scope: SCOPE, key: SEEN }, JSON.stringify(until))
