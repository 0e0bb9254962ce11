// The records before and behind one in its list, and its place.
import { sql, type SqlBool } from 'kysely'
import type { ListCursor } from '#shared/lists/list-question.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { allOf, type AskedList } from './asked-list.ts'
import { raw } from './columns/list-column.ts'
import { countRows } from './list-outline.ts'
import { isBeside, orderSql, type Segment, segmentAt, segmentsOf } from './segments.ts'

export interface Neighbours {
  readonly previous: string | null
  readonly next: string | null
  readonly place: number | null
  readonly count: number
}

export const neighboursOf = (db: Db, list: AskedList, id: string): Neighbours => {
  const count = countRows(db, list)
  const at = findCursor(db, list, id)
  if (!at) return { previous: null, next: null, place: null, count }
  const segments = segmentsOf(list.order)
  const own = segmentAt(segments, at)
  const ahead = segments.slice(0, own)
  const place = segments.slice(0, own + 1).reduce((sum, segment, index) => {
    const before = index === own ? [isBeside(segment, idOf(list), at, 'ahead')] : []
    return sum + countRows(db, list, [...segment.where, ...before])
  }, 1)
  const previous =
    firstBeside(db, list, segments[own], at, 'ahead') ?? ahead.map((one) => lastOf(db, list, one)).findLast((one) => one !== null)
  const next =
    firstBeside(db, list, segments[own], at, 'behind') ??
    segments
      .slice(own + 1)
      .map((one) => firstOf(db, list, one))
      .find((one) => one !== null)
  return { previous: previous ?? null, next: next ?? null, place, count }
}

const idOf = ({ table }: AskedList) => raw(`${table}.id`)

const findCursor = (db: Db, list: AskedList, id: string): ListCursor | undefined => {
  const segments = segmentsOf(list.order)
  const isBlank = segments[1] ? allOf(segments[1].where) : sql<SqlBool>`0`
  const row = db.get(
    compileSql(sql<{
      sortedBy: string | number | null
      isBlank: 0 | 1
    }>`select ${list.order.key} as sortedBy, ${isBlank} as isBlank
      from ${sql.table(list.table)} where ${allOf([...list.rows, ...list.asked, sql<SqlBool>`${idOf(list)} = ${id}`])}`),
  )
  return row && { key: row.isBlank === 1 ? null : row.sortedBy, id }
}

const rowOf = (db: Db, list: AskedList, segment: Segment, beside: readonly ReturnType<typeof isBeside>[], isReversed: boolean) =>
  db.get(
    compileSql(sql<{ id: string }>`select ${idOf(list)} as id from ${sql.table(list.table)}
      where ${allOf([...list.rows, ...list.asked, ...segment.where, ...beside])} order by ${orderSql(segment, idOf(list), isReversed)} limit 1`),
  )?.id ?? null

const firstBeside = (db: Db, list: AskedList, segment: Segment | undefined, at: ListCursor, side: 'ahead' | 'behind') =>
  segment ? rowOf(db, list, segment, [isBeside(segment, idOf(list), at, side)], side === 'ahead') : null

const firstOf = (db: Db, list: AskedList, segment: Segment): string | null => rowOf(db, list, segment, [], false)
const lastOf = (db: Db, list: AskedList, segment: Segment): string | null => rowOf(db, list, segment, [], true)
