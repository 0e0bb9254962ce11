// Pages of a list. The SQL of a question is made once and kept, since each scroll, refresh and way back asks it again.
import { sql } from 'kysely'
import type { CellValue } from '#shared/lists/list-field.ts'
import type { ListCursor, ListRow } from '#shared/lists/list-question.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { allOf, type AskedList } from './asked-list.ts'
import { type CellRow, type ListColumn, raw, type Sql } from './columns/list-column.ts'
import { titleOf } from './list-table.ts'
import { isBeside, orderSql, type Segment, segmentAt, segmentsOf } from './segments.ts'
import { type Way, wayTo } from './way-of-finding.ts'

type Params = { readonly key: string | number | null; readonly id: string; readonly limit: number }
type Stretch = (db: Db, params: Params) => CellRow[]

interface PagePlan {
  /** For each stretch: from its beginning, and from behind a row. */
  readonly stretches: readonly { readonly first: Stretch; readonly behind: Stretch }[]
  readonly segments: readonly Segment[]
  readonly cells: readonly (readonly [id: string, alias: string, read: ListColumn['read']])[]
  uses: number
}

const KEPT = 200
/** After so many uses it is asked again which way is short: the rows may have changed. */
const USES = 500
const plans = new Map<string, PagePlan>()

/** A page of the list's rows behind a cursor, with the cells of the columns. */
export const pageOf = (db: Db, list: AskedList, columns: readonly string[], after: ListCursor | null, limit: number) => {
  const plan = planOf(db, list, columns)
  const start = after === null ? 0 : segmentAt(plan.segments, after)
  const found: CellRow[] = []
  for (let index = start; index < plan.stretches.length && found.length < limit; index++) {
    const stretch = plan.stretches[index]
    const isContinued = index === start && after !== null
    const params = { key: after?.key ?? null, id: after?.id ?? '', limit: limit - found.length }
    const rows = (isContinued ? stretch?.behind : stretch?.first)?.(db, params) ?? []
    found.push(...rows)
  }
  const last = found.length === limit ? found.at(-1) : undefined
  return { rows: found.map((row) => toRow(row, plan)), next: last ? cursorOf(last) : null }
}

// The aliases are those of selectOf; every list has a title and an id.
const cursorOf = (row: CellRow): ListCursor => ({ key: row['sortedBy'] as ListCursor['key'], id: row['id'] as string })

const toRow = (row: CellRow, { cells }: PagePlan): ListRow => {
  const values: Record<string, CellValue> = {}
  for (const [id, alias, read] of cells) values[id] = read(row, alias)
  return { id: row['id'] as string, title: (row['title'] ?? '') as string, cells: values }
}

const planOf = (db: Db, list: AskedList, columns: readonly string[]): PagePlan => {
  const key = list.shape === null ? null : `${list.shape} ${columns.join()}`
  const known = key === null ? undefined : plans.get(key)
  if (known && known.uses++ < USES) return known
  const made = makePlan(db, list, columns)
  if (key !== null) {
    if (plans.size >= KEPT) plans.clear()
    plans.set(key, made)
  }
  return made
}

const makePlan = (db: Db, list: AskedList, ids: readonly string[]): PagePlan => {
  const way = wayTo(db, list)
  const segments = segmentsOf(list.order)
  const columns = [...new Set(ids)].flatMap((id) => {
    const column = list.columnOf(id)
    return column ? [{ id, column }] : []
  })
  const cells = columns.map(({ id, column }, place) => ({ id, alias: `c${place}`, column }))
  const selected = sql.join([
    sql`${raw(titleOf(list.question.entity))} as title`,
    ...cells.flatMap(({ alias, column }) =>
      Object.entries(column.parts).map(([suffix, value]) => sql`${value} as ${sql.ref(`${alias}${suffix}`)}`),
    ),
  ])
  const stretch = (segment: Segment, isBehind: boolean): Stretch =>
    prepared<Params>()<CellRow>((param) => ({
      compile: () =>
        compileSql(
          stretchSql(list, way, segment, selected, isBehind ? { key: param('key'), id: param('id') } : null, param('limit')),
        ),
    }))
  return {
    segments,
    stretches: segments.map((segment) => ({ first: stretch(segment, false), behind: stretch(segment, true) })),
    cells: cells.map(({ id, alias, column }) => [id, alias, column.read]),
    uses: 0,
  }
}

const stretchSql = (list: AskedList, way: Way, segment: Segment, selected: Sql, after: ListCursor | null, limit: number) => {
  const table = sql.table(list.table)
  const id = raw(`${list.table}.id`)
  const behind = after === null ? [] : [isBeside(segment, id, after, 'behind')]
  const where = allOf([...way.where, ...segment.where, ...behind])
  const key = segment.key ?? sql`null`
  if (way.isAlongOrder) {
    return sql<CellRow>`select ${id} as id, ${key} as sortedBy, ${selected} from ${table} where ${where}
      order by ${orderSql(segment, id)} limit ${limit}`
  }
  // The rows are picked first, so that cells are read of those alone that are shown.
  const sorted = segment.key === null ? segment : { ...segment, key: sql`+${segment.key}` }
  const picked = sql`select ${sql.ref(`${list.table}.no`)} as pickedNo, ${id} as pickedId, ${key} as sortedBy from ${table} where ${where}
    order by ${orderSql(sorted, id)} limit ${limit}`
  const shown = { ...segment, key: segment.key === null ? null : raw('picked.sortedBy') }
  return sql<CellRow>`select pickedId as id, picked.sortedBy, ${selected} from (${picked}) as picked
    cross join ${table} on ${sql.ref(`${list.table}.no`)} = picked.pickedNo order by ${orderSql(shown, raw('pickedId'))}`
}
