// Places in a timeline: newest first by moment, then by id, over all sources alike.
import { type RawBuilder, sql, type SqlBool } from 'kysely'

export interface Place {
  readonly at: string
  readonly id: string
}

/** How far a source is asked: `limit` entries behind a place; null: from the newest on. */
export interface Page {
  readonly before: Place | null
  readonly limit: number
}

/** Whether `one` stands before `other` in the list. */
export const comesFirst = (one: Place, other: Place): boolean => one.at > other.at || (one.at === other.at && one.id > other.id)

export const inOrder = <P extends Place>(places: readonly P[]): P[] => places.toSorted((a, b) => (comesFirst(a, b) ? -1 : 1))

export const isOnPage = (place: Place, { before }: Page): boolean => before === null || comesFirst(before, place)

/** Rows behind the place. `at` is the column of the moment; an entry's id is `<prefix>:<row's id>`. */
export const isBehind = (table: string, at: string, prefix: string, before: Place | null): RawBuilder<SqlBool> => {
  if (before === null) return sql<SqlBool>`true`
  const moment = sql.ref(`${table}.${at}`)
  // Said twice, for the index: it is walked from the moment on.
  return sql<SqlBool>`(${moment} <= ${before.at} and (${moment} < ${before.at} or ${prefix} || ':' || ${sql.ref(`${table}.id`)} < ${before.id}))`
}
