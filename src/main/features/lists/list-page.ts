// Pages of a list. The SQL of a question is made once and kept, since each scroll, refresh and way back asks it again.
import { sql } from 'kysely'
import { titleField } from '#shared/lists/list-fields.ts'
import type { ListCursor, ListRow } from '#shared/lists/list-question.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared, preparedValues } from '#main/db/prepared.ts'
import type { AskedList, UnderstoodList } from './asked-list.ts'
import { type Cells, cellsOf } from './columns/cells.ts'
import { type CellRow, raw, type Sql } from './columns/list-column.ts'
import { titleOf } from './list-table.ts'
import { type Segment, segmentAt, segmentsOf } from './segments.ts'
import { stretchSql } from './stretch-sql.ts'
import { wayTo } from './way-of-finding.ts'

type Params = { readonly key: string | number | null; readonly id: string; readonly limit: number }
type Stretch = (db: Db, params: Params) => CellRow[]
type KeyOf = (db: Db, row: { readonly id: string }) => { readonly key: ListCursor['key'] }[]

interface PagePlan {
  /** For each stretch: from its beginning, from behind a row, and what its order compares of one row. */
  readonly stretches: readonly { readonly first: Stretch; readonly behind: Stretch; readonly keyOf: KeyOf }[]
  readonly segments: readonly Segment[]
  readonly read: Cells['read']
  /** Which cell is the title; null if it stands in the row behind the id. */
  readonly titleField: string | null
  uses: number
}

const KEPT = 200
/** After so many uses it is asked again which way is short: the rows may have changed. */
const USES = 500
const plans = new Map<string, PagePlan>()

export interface AskedPage {
  readonly columns: readonly string[]
  readonly after: ListCursor | null
  readonly limit: number
}

/** A page of the list's rows behind a cursor, with the cells of the columns. */
export const pageOf = (db: Db, list: UnderstoodList, { columns, after, limit }: AskedPage) => {
  const plan = planOf(db, list, columns)
  const start = after === null ? 0 : segmentAt(plan.segments, after)
  let found: CellRow[] = []
  let next: ListCursor | null = null
  for (const [index, stretch] of plan.stretches.entries()) {
    if (index < start || found.length === limit) continue
    const isContinued = index === start && after !== null
    const params = { key: after?.key ?? null, id: after?.id ?? '', limit: limit - found.length }
    const rows = (isContinued ? stretch.behind : stretch.first)(db, params)
    found = found.length === 0 ? rows : found.concat(rows)
    // Asked of the last row alone: a key of each would cost as much as a column.
    if (found.length === limit) next = cursorOf(db, stretch.keyOf, found.at(-1))
  }
  return { rows: found.map((row) => toRow(row, plan)), next }
}

// stretchSql selects the id first; every list has a title and an id.
const cursorOf = (db: Db, keyOf: KeyOf, last: CellRow | undefined): ListCursor | null => {
  if (last === undefined) return null
  const id = last[0] as string
  return { key: keyOf(db, { id })[0]?.key ?? null, id }
}

const toRow = (row: CellRow, { read, titleField: title }: PagePlan): ListRow => {
  const cells = read(row)
  return { id: row[0] as string, title: ((title === null ? row[1] : cells[title]) ?? '') as string, cells }
}

const planOf = (db: Db, list: UnderstoodList, columns: readonly string[]): PagePlan => {
  const key = list.shape === null ? null : `${list.shape} ${columns.join()}`
  const known = key === null ? undefined : plans.get(key)
  if (known && known.uses++ < USES) return known
  const made = makePlan(db, list.build(), columns)
  if (key !== null) {
    if (plans.size >= KEPT) plans.clear()
    plans.set(key, made)
  }
  return made
}

const makePlan = (db: Db, list: AskedList, columns: readonly string[]): PagePlan => {
  const { entity } = list.question
  const way = wayTo(db, list)
  const segments = segmentsOf(list.order)
  const isTitled = entity !== 'tasks' && columns.includes(titleField[entity])
  const ahead = isTitled ? [] : [raw(titleOf(entity))]
  const cells = cellsOf(columns, list.columnOf, list.table, 1 + ahead.length)
  const more = [...ahead, ...cells.selected]
  const stretch = (segment: Segment, isBehind: boolean): Stretch =>
    preparedValues<Params>((param) => ({
      compile: () => {
        const after = isBehind ? { key: param('key'), id: param('id') } : null
        return compileSql(stretchSql(list, { ...way, segment, more, joins: cells.joins, after, limit: param('limit') }))
      },
    }))
  return {
    ...{ segments, read: cells.read, titleField: isTitled ? titleField[entity] : null, uses: 0 },
    stretches: segments.map((segment) => ({
      first: stretch(segment, false),
      behind: stretch(segment, true),
      keyOf: segment.key === null ? () => [] : keyIn(list.table, segment.key),
    })),
  }
}

const keyIn = (table: AskedList['table'], key: Sql): KeyOf =>
  prepared<{ id: string }>()((param) => ({
    compile: () =>
      compileSql(sql<{ key: ListCursor['key'] }>`select ${key} as key from ${sql.table(table)} where id = ${param('id')}`),
  }))
