// How long a list is, and where each of its blocks begins, so that a scrollbar can jump.
import { type CompiledQuery, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { ListCursor, ListOutline } from '#shared/lists/list-question.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { allOf, type AskedList, isWhole, type UnderstoodList } from './asked-list.ts'
import { raw } from './columns/list-column.ts'
import { isBeside, orderSql, type Segment, segmentsOf } from './segments.ts'

const BLOCK_SIZE = 200

const KEPT = 200
const counts = new Map<string, CompiledQuery<{ count: number }>>()

/** The exact number of rows. Its SQL is kept like that of pages, since each list asks for it. */
export const countOf = (db: Db, list: UnderstoodList): number => {
  const known = list.shape === null ? undefined : counts.get(list.shape)
  const query = known ?? countSql(list.build())
  if (list.shape !== null && !known) {
    if (counts.size >= KEPT) counts.clear()
    counts.set(list.shape, query)
  }
  return db.get(query)?.count ?? 0
}

const countSql = ({ table, rows, asked }: AskedList, more: readonly RawBuilder<SqlBool>[] = []) =>
  compileSql(
    sql<{ count: number }>`select count(*) as count from ${sql.table(table)} where ${allOf([...rows, ...asked, ...more])}`,
  )

export const countRows = (db: Db, list: AskedList, more: readonly RawBuilder<SqlBool>[] = []): number =>
  db.get(countSql(list, more))?.count ?? 0

export const outlineOf = (db: Db, list: AskedList): ListOutline => {
  const count = countRows(db, list)
  const blocks = Math.ceil(count / BLOCK_SIZE)
  const ends = blocks <= 1 ? [] : isWhole(list) && list.order.isIndexed ? endsByJumping(db, list) : endsByNumbering(db, list)
  return { count, blockSize: BLOCK_SIZE, anchors: count === 0 ? [] : [null, ...ends.slice(0, blocks - 1)] }
}

interface EndRow {
  readonly sortedBy: string | number | null
  readonly id: string
}
const toCursor = ({ sortedBy, id }: EndRow): ListCursor => ({ key: sortedBy, id })

/** From block to block along the index, which it never leaves. A block may begin among the values and end among the blanks. */
const endsByJumping = (db: Db, list: AskedList): ListCursor[] => {
  const ends: ListCursor[] = []
  let missing = BLOCK_SIZE
  for (const segment of segmentsOf(list.order)) {
    const jump = jumpIn(list, segment)
    let at: ListCursor | null = null
    for (;;) {
      const end: EndRow | undefined = jump(db, at, missing - 1)
      if (!end) break
      at = toCursor(end)
      ends.push(at)
      missing = BLOCK_SIZE
    }
    missing -= countBehind(db, list, segment, at)
  }
  return ends
}

const id = (list: AskedList) => raw(`${list.table}.id`)

const jumpIn = (list: AskedList, segment: Segment) => {
  const endSql = (after: ListCursor | null, skipped: number) => {
    const behind = after === null ? [] : [isBeside(segment, id(list), after, 'behind')]
    return sql<EndRow>`select ${segment.key ?? sql`null`} as sortedBy, ${id(list)} as id from ${sql.table(list.table)}
      where ${allOf([...list.rows, ...segment.where, ...behind])} order by ${orderSql(segment, id(list))} limit 1 offset ${skipped}`
  }
  // Compiled once for all blocks, of which there may be thousands.
  const next = prepared<{ key: string | number | null; id: string; skipped: number }>()((param) => ({
    compile: () => compileSql(endSql({ key: param('key'), id: param('id') }, param('skipped'))),
  }))
  return (db: Db, at: ListCursor | null, skipped: number): EndRow | undefined =>
    at === null ? db.get(compileSql(endSql(null, skipped))) : next(db, { ...at, skipped })[0]
}

const countBehind = (db: Db, list: AskedList, segment: Segment, at: ListCursor | null): number =>
  countRows(db, list, [...segment.where, ...(at === null ? [] : [isBeside(segment, id(list), at, 'behind')])])

/** For filtered lists: the rows are found and sorted once, then numbered. */
const endsByNumbering = (db: Db, list: AskedList): ListCursor[] => {
  const segments = segmentsOf(list.order)
  const { key, direction } = list.order
  const way = sql.raw(direction)
  const isBlank = segments.length === 1 ? sql`0` : allOf(segments[1]?.where ?? [])
  const sortedBy = segments.length === 1 ? key : sql`case when ${isBlank} then null else ${key} end`
  const rows = sql`select ${sortedBy} as sortedBy, ${isBlank} as isBlank, ${id(list)} as id from ${sql.table(list.table)}
    where ${allOf([...list.rows, ...list.asked])}`
  return db
    .all(
      compileSql(sql<EndRow>`select sortedBy, id from (
        select sortedBy, id, row_number() over (order by isBlank, sortedBy ${way}, id ${way}) as place from (${rows})
      ) where place % ${sql.lit(BLOCK_SIZE)} = 0 order by place`),
    )
    .map(toCursor)
}
