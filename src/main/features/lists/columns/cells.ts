// The cells of some columns: what a statement selects and joins for them, and how its rows become cells.
import { type RawBuilder, sql } from 'kysely'
import type { CellValue } from '#shared/lists/list-field.ts'
import type { ColumnOf } from '../conditions/filter-sql.ts'
import { type CellRow, type ListColumn, raw, type Sql } from './list-column.ts'

export interface Cells {
  /** Nothing, if no cell is asked for. */
  readonly selected: readonly Sql[]
  readonly joins: Sql
  readonly read: (row: CellRow) => Record<string, CellValue>
}

interface Cell {
  readonly id: string
  readonly alias: string
  readonly column: ListColumn
}

/** Fields that are gone are left out. `table` is the list's own. */
export const cellsOf = (fields: readonly string[], columnOf: ColumnOf, table: string): Cells => {
  const cells = [...new Set(fields)].flatMap((id, place): Cell[] => {
    const column = columnOf(id)
    return column ? [{ id, alias: `c${place}`, column }] : []
  })
  const readers = cells.map(({ id, alias, column }) => ({ id, alias, ...column }))
  const hasOwn = readers.some(({ customKey }) => customKey !== null)
  return {
    selected: [...cells.flatMap(partsOf), ...(hasOwn ? [raw(`coalesce(${table}.custom, '') as own`)] : [])],
    joins: sql.join(cells.flatMap(joinsOf), sql` `),
    read: (row) => {
      const own = hasOwn ? ownValues(row['own']) : NOTHING
      const values: Record<string, CellValue> = {}
      for (const { id, alias, read, customKey } of readers) {
        if (customKey !== null) row[alias] = own[customKey] ?? null
        values[id] = read(row, alias)
      }
      return values
    },
  }
}

const NOTHING: Readonly<CellRow> = {}

/** What the office's own fields hold, parsed once a row. */
const ownValues = (json: unknown): Readonly<CellRow> =>
  // Written by us: an object of plain values.
  typeof json === 'string' && json !== '' ? (JSON.parse(json) as CellRow) : NOTHING

const partsOf = ({ alias, column }: Cell): RawBuilder<unknown>[] => [
  ...(column.customKey === null
    ? Object.entries(column.parts).map(([suffix, value]) => sql`${value} as ${sql.ref(`${alias}${suffix}`)}`)
    : []),
  ...(column.joined === null ? [] : [raw(`${column.joined.name.replaceAll('at.', `${alias}at.`)} as ${alias}name`)]),
]

const joinsOf = ({ alias, column }: Cell): RawBuilder<unknown>[] =>
  column.joined === null ? [] : [sql`left join ${raw(`${column.joined.table} as ${alias}at on ${alias}at.id`)} = ${column.value}`]
