// The cells of some columns: what a statement selects and joins for them, and how its rows become cells.
import { type RawBuilder, sql } from 'kysely'
import type { CellValue } from '#shared/lists/list-field.ts'
import type { ColumnOf } from '../conditions/filter-sql.ts'
import { asIs, type CellRow, type ListColumn, raw, type Sql } from './list-column.ts'

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
  const blank = Object.fromEntries(cells.map(({ id }) => [id, null as CellValue]))
  const readers = cells.map(({ id, alias, column: { readAt, customKey } }) => ({
    ...{ id, alias, customKey },
    // Most cells are what the column holds.
    read: readAt === asIs ? null : readAt(alias),
  }))
  const hasOwn = cells.filter(({ column }) => column.customKey !== null).length >= WORTH_PARSING
  return {
    selected: [
      ...cells.flatMap((cell) => partsOf(cell, hasOwn)),
      ...(hasOwn ? [raw(`coalesce(${table}.custom, '') as own`)] : []),
    ],
    joins: sql.join(cells.flatMap(joinsOf), sql` `),
    read: (row) => {
      const own = hasOwn ? ownValues(row['own']) : NOTHING
      // A copy has all its names from the beginning: a third of the time of giving them one by one.
      const values = { ...blank }
      for (const { id, alias, customKey, read } of readers) {
        if (hasOwn && customKey !== null) row[alias] = own[customKey] ?? null
        values[id] = read === null ? (row[alias] as CellValue) : read(row)
      }
      return values
    },
  }
}

/** SQLite takes single values out of the JSON of the office's own fields; from so many on it is cheaper to parse it whole. */
const WORTH_PARSING = 3

const NOTHING: Readonly<CellRow> = {}

/** What the office's own fields hold, parsed once a row. */
const ownValues = (json: unknown): Readonly<CellRow> =>
  // Written by us: an object of plain values.
  typeof json === 'string' && json !== '' ? (JSON.parse(json) as CellRow) : NOTHING

const partsOf = ({ alias, column }: Cell, hasOwn: boolean): RawBuilder<unknown>[] => [
  ...(column.customKey === null || !hasOwn
    ? Object.entries(column.parts).map(([suffix, value]) => sql`${value} as ${sql.ref(`${alias}${suffix}`)}`)
    : []),
  ...(column.joined === null ? [] : [raw(`${column.joined.name.replaceAll('at.', `${alias}at.`)} as ${alias}name`)]),
]

const joinsOf = ({ alias, column }: Cell): RawBuilder<unknown>[] =>
  column.joined === null ? [] : [sql`left join ${raw(`${column.joined.table} as ${alias}at on ${alias}at.id`)} = ${column.value}`]
