// The order of a list in one or two stretches: rows with a value in the list's direction, then blanks, which come last in both directions.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { ListCursor } from '#shared/lists/list-question.ts'
import type { Sql } from './columns/list-column.ts'
import type { ListOrder } from './asked-list.ts'

export interface Segment {
  readonly where: readonly RawBuilder<SqlBool>[]
  /** What the rows are sorted by before their ids; null among blanks. */
  readonly key: Sql | null
  readonly direction: 'asc' | 'desc'
}

const BLANK = sql`char(1114111)`

export const segmentsOf = ({ key, blanks, direction }: ListOrder): readonly Segment[] => {
  if (blanks === 'never' || (blanks === 'highest' && direction === 'asc')) return [{ where: [], key, direction }]
  const there = blanks === 'null' ? sql<SqlBool>`${key} is not null` : sql<SqlBool>`${key} < ${BLANK}`
  const missing = blanks === 'null' ? sql<SqlBool>`${key} is null` : sql<SqlBool>`${key} = ${BLANK}`
  return [
    { where: [there], key, direction },
    { where: [missing], key: null, direction },
  ]
}

/** The stretch that a row with this key stands in. */
export const segmentAt = (segments: readonly Segment[], cursor: ListCursor): number =>
  cursor.key === null ? segments.length - 1 : 0

/** The rows of a stretch behind a row, or ahead of it. */
export const isBeside = ({ key, direction }: Segment, id: Sql, cursor: ListCursor, side: 'behind' | 'ahead') => {
  const isRising = (direction === 'asc') === (side === 'behind')
  const sign = sql.raw(isRising ? '>' : '<')
  return key === null
    ? sql<SqlBool>`${id} ${sign} ${cursor.id}`
    : sql<SqlBool>`(${key}, ${id}) ${sign} (${cursor.key}, ${cursor.id})`
}

/** `order by` of a stretch; `isReversed` for walking back. */
export const orderSql = ({ key, direction }: Segment, id: Sql, isReversed = false): Sql => {
  const way = sql.raw((direction === 'asc') === isReversed ? 'desc' : 'asc')
  return key === null ? sql`${id} ${way}` : sql`${key} ${way}, ${id} ${way}`
}
