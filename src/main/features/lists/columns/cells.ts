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
  /** Its value is not selected, but read from the JSON of the office's own fields. */
  readonly isOwn: boolean
}

/** `first`: how many values stand ahead of the cells in a row. Fields that are gone are left out. `table` is the list's own. */
export const cellsOf = (fields: readonly string[], columnOf: ColumnOf, table: string, first: number): Cells => {
  const columns = [...new Set(fields)].flatMap((id) => {
    const column = columnOf(id)
    return column ? [{ id, column }] : []
  })
  const hasOwn = columns.filter(({ column }) => column.customKey !== null).length >= WORTH_PARSING
  const cells = columns.map(({ id, column }, place): Cell => ({
    id,
    alias: `c${place}`,
    column,
    isOwn: hasOwn && column.customKey !== null,
  }))
  const selected = [...cells.flatMap(partsOf), ...(hasOwn ? [{ name: OWN, value: raw(`${table}.custom`) }] : [])]
  // What is read from the JSON is put behind all that is selected.
  const own = cells.flatMap(({ alias, column, isOwn }) => (isOwn ? [{ name: alias, key: column.customKey ?? '' }] : []))
  const places = new Map([...selected, ...own].map(({ name }, place) => [name, first + place]))
  const placeOf = (name: string): number => places.get(name) ?? Number.NaN
  const ownPlaces = own.map(({ name, key }) => ({ place: placeOf(name), key }))
  const json = placeOf(OWN)
  const readers = cells.map(({ id, alias, column: { readAt } }) => ({
    ...{ id, place: placeOf(alias) },
    // Most cells are what the column holds.
    read: readAt === asIs ? null : readAt((part) => placeOf(alias + part)),
  }))
  const blank = Object.fromEntries(cells.map(({ id }) => [id, null as CellValue]))
  return {
    selected: selected.map(({ value }) => value),
    joins: sql.join(cells.flatMap(joinsOf), sql` `),
    read: (row) => {
      if (hasOwn) {
        const values = ownValues(row[json])
        for (const { place, key } of ownPlaces) row[place] = values[key] ?? null
      }
      // A copy has all its names from the beginning: a third of the time of giving them one by one.
      const values = { ...blank }
      for (const { id, place, read } of readers) values[id] = read === null ? (row[place] as CellValue) : read(row)
      return values
    },
  }
}

/** SQLite takes single values out of the JSON of the office's own fields; from so many on it is cheaper to parse it whole. */
const WORTH_PARSING = 3

/** Not the alias of any cell. */
const OWN = 'own'

const NOTHING: Readonly<Record<string, unknown>> = {}

/** What the office's own fields hold, parsed once a row. */
const ownValues = (json: unknown): Readonly<Record<string, unknown>> =>
  // Written by us: an object of plain values.
  typeof json === 'string' ? (JSON.parse(json) as Record<string, unknown>) : NOTHING

const partsOf = ({ alias, column, isOwn }: Cell): { readonly name: string; readonly value: Sql }[] => [
  ...(isOwn ? [] : Object.entries(column.parts).map(([part, value]) => ({ name: alias + part, value }))),
  ...(column.joined === null ? [] : [{ name: `${alias}name`, value: raw(column.joined.name.replaceAll('at.', `${alias}at.`)) }]),
]

const joinsOf = ({ alias, column }: Cell): RawBuilder<unknown>[] =>
  column.joined === null ? [] : [sql`left join ${raw(`${column.joined.table} as ${alias}at on ${alias}at.id`)} = ${column.value}`]
