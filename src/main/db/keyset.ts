// Long lists: pages that begin after a row, and outlines that let a scrollbar jump. Sort keys are stored and never null, the id breaks ties.
import { type Compilable, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Cursor, Outline } from '#shared/base/fields.ts'
import { compileSql } from './builder.ts'
import type { Db } from './database.ts'
import { prepared } from './prepared.ts'

const BLOCK_SIZE = 200

export type Direction = 'asc' | 'desc'

/** Rows behind the cursor's row in the list's direction. `key` and `id` are the columns that the list is sorted by. */
export const isBehind = (key: string, id: string, after: Cursor, direction: Direction): RawBuilder<SqlBool> =>
  direction === 'asc'
    ? sql<SqlBool>`(${sql.ref(key)}, ${sql.ref(id)}) > (${after.key}, ${after.id})`
    : sql<SqlBool>`(${sql.ref(key)}, ${sql.ref(id)}) < (${after.key}, ${after.id})`

/** Pages of a whole list, each order compiled once. `pageOf` must depend on nothing but the order, the cursor and the limit. */
export const preparedPages = <Order extends { readonly sort: string; readonly direction: Direction }, Row>(
  pageOf: (order: Order, after: Cursor | null, limit: number) => Compilable<Row>,
) => {
  type Params = Cursor & { readonly limit: number }
  const pages = new Map<string, (db: Db, params: Params) => Row[]>()
  return (db: Db, order: Order, after: Cursor | null, limit: number): Row[] => {
    const shape = `${order.sort} ${order.direction} ${after ? 'behind' : 'first'}`
    const page =
      pages.get(shape) ??
      prepared<Params>()((param) => pageOf(order, after && { key: param('key'), id: param('id') }, param('limit')))
    pages.set(shape, page)
    return page(db, { key: after?.key ?? '', id: after?.id ?? '', limit })
  }
}

export interface ListShape {
  readonly table: string
  /** The stored sort column, and whether an index yields exactly these rows in its order. */
  readonly key: string
  readonly isIndexed: boolean
  readonly direction: Direction
  readonly where: readonly RawBuilder<SqlBool>[]
}

/** The exact number of rows, and the row after which each block of 200 begins (`null` for the first). */
export const outlineOf = (db: Db, list: ListShape): Outline => {
  const count = db.get(
    compileSql(sql<{ count: number }>`select count(*) as count from ${sql.table(list.table)} where ${all(list.where)}`),
  )?.count
  const ends = (list.isIndexed ? endsByJumping(db, list) : endsByNumbering(db, list)).slice(0, blocksOf(count ?? 0) - 1)
  return { count: count ?? 0, blockSize: BLOCK_SIZE, anchors: count ? [null, ...ends] : [] }
}

const blocksOf = (count: number): number => Math.max(1, Math.ceil(count / BLOCK_SIZE))

const all = (conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> =>
  conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`

/** From block to block along the index: it never leaves it, and is several times faster than numbering each row. */
const endsByJumping = (db: Db, { table, key, direction, where }: ListShape): Cursor[] => {
  const endOfBlock = (conditions: readonly RawBuilder<SqlBool>[]) =>
    compileSql(sql<Cursor>`select ${sql.ref(key)} as key, id from ${sql.table(table)} where ${all(conditions)}
      order by ${sql.ref(key)} ${sql.raw(direction)}, id ${sql.raw(direction)} limit 1 offset ${sql.lit(BLOCK_SIZE - 1)}`)
  // Compiled once for all blocks, of which there may be hundreds.
  const endOfNext = prepared<Cursor>()((param) => ({
    compile: () => endOfBlock([...where, isBehind(key, 'id', { key: param('key'), id: param('id') }, direction)]),
  }))

  const ends: Cursor[] = []
  for (let end = db.get(endOfBlock(where)); end; end = endOfNext(db, end)[0]) ends.push(end)
  return ends
}

/** For filtered lists: the rows are found and sorted once, then numbered. */
const endsByNumbering = (db: Db, { table, key, direction, where }: ListShape): Cursor[] =>
  db.all(
    compileSql(sql<Cursor>`select key, id from (
        select ${sql.ref(key)} as key, id,
          row_number() over (order by ${sql.ref(key)} ${sql.raw(direction)}, id ${sql.raw(direction)}) as place
        from ${sql.table(table)} where ${all(where)}
      ) where place % ${sql.lit(BLOCK_SIZE)} = 0 order by place`),
  )
