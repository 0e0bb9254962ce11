// The registry as the write path needs it: cells (a column, or a group that changes together) with their numbers, in order.
import type { FieldedType } from '#shared/base/fields.ts'
import {
  customCellId,
  customColumnType,
  customKeyOfCell,
  customSearchText,
  isCustomColumn,
  isSearchedCustom,
  packCustom,
} from '../custom/custom-columns.ts'
import type { ColumnType, SearchText } from './columns.ts'
import type { Table } from './columns.ts'
import { registry, type TableName } from './tables.ts'

export type StoredValue = string | number | null
/** A row as SQLite holds it: booleans are 0 and 1. */
export type StoredValues = Record<string, StoredValue>

export interface CellColumn {
  readonly name: string
  readonly type: ColumnType
  readonly nullable: boolean
}

/** What has one version. */
export interface Cell {
  readonly id: number
  readonly columns: readonly CellColumn[]
}

export interface TableLayout {
  readonly id: number
  readonly name: TableName
  /** Sorted by number. */
  readonly cells: readonly Cell[]
  /** Custom fields have cells too, known by their keys. */
  readonly cellOfColumn: (column: string) => Cell | undefined
  readonly cellById: (id: number) => Cell | undefined
  /** The numbers of cells that are written when a row is made, and never again. */
  readonly appendOnly: ReadonlySet<number>
  /** The kind of record whose custom fields the rows carry; null for tables without. */
  readonly customFor: FieldedType | null
  readonly columns: readonly string[]
  readonly derivedColumns: readonly string[]
  readonly derive: (row: StoredValues) => StoredValues
  /** Whether a change of this column changes what is derived; custom fields count. */
  readonly feedsDerived: (column: string) => boolean
  readonly search: null | {
    readonly kind: number
    readonly columns: ReadonlySet<string>
    /** Whether a change of this column changes what is found; custom fields count. */
    readonly reads: (column: string) => boolean
    readonly text: (row: StoredValues) => SearchText
    readonly hasContactPoints: boolean
  }
}

/** The physical columns of custom fields. */
const CUSTOM_COLUMNS = ['custom', 'customKeys'] as const

const customCell = (key: string): Cell => ({
  id: customCellId(key),
  columns: [{ name: key, type: customColumnType(key), nullable: true }],
})

const searchOf = (table: Table): TableLayout['search'] => {
  const { search } = table
  if (search === null) return null
  // The registry's functions are typed by their own row; here rows are only values by column name.
  const textOf = search.text as unknown as (row: StoredValues) => SearchText
  const columns: ReadonlySet<string> = new Set(search.columns)
  const hasCustom = table.customFor !== undefined
  return {
    kind: search.kind,
    columns,
    reads: (column) => columns.has(column) || (hasCustom && isSearchedCustom(column)),
    text: (row) => {
      const own = textOf(row)
      if (!hasCustom) return own
      const { phones, words, parts } = customSearchText(row)
      return {
        name: own.name,
        phones: [...own.phones, ...phones],
        words: [...own.words, ...words],
        parts: [...own.parts, ...parts],
      }
    },
    hasContactPoints: search.hasContactPoints === true,
  }
}

const layoutOf = (name: TableName): TableLayout => {
  const table: Table = registry[name] as unknown as Table
  const groups: readonly (readonly string[])[] = table.groups
  const cells: Cell[] = []
  const columnOf = (column: string): CellColumn => {
    const { type, nullable } = table.columns[column] ?? { type: 'text', nullable: true }
    return { name: column, type, nullable }
  }
  for (const [column, { id }] of Object.entries(table.columns)) {
    const group = groups.find((members) => members.includes(column)) ?? [column]
    if (group[0] === column) cells.push({ id, columns: group.map(columnOf) })
  }
  cells.sort((a, b) => a.id - b.id)
  const cellOfColumn = new Map(cells.flatMap((cell) => cell.columns.map(({ name: column }) => [column, cell] as const)))
  const cellById = new Map(cells.map((cell) => [cell.id, cell]))
  const hasCustom = table.customFor !== undefined
  const deriveFrom = table.derive as unknown as TableLayout['derive']
  const feeding: ReadonlySet<string> = new Set(table.derivedFrom)
  // It sees the columns that it names and no others: whoever changes another one need not ask it.
  const derive = (row: StoredValues): StoredValues => {
    const read: StoredValues = {}
    for (const column of table.derivedFrom) read[column] = row[column] ?? null
    return deriveFrom(read)
  }
  return {
    id: table.id,
    name,
    cells,
    cellOfColumn: (column) => cellOfColumn.get(column) ?? (hasCustom && isCustomColumn(column) ? customCell(column) : undefined),
    cellById: (id) => {
      const known = cellById.get(id)
      if (known || !hasCustom) return known
      const key = customKeyOfCell(id)
      return key === null ? undefined : customCell(key)
    },
    appendOnly: new Set((table.appendOnly ?? []).flatMap((column: string) => cellOfColumn.get(column)?.id ?? [])),
    customFor: table.customFor ?? null,
    columns: Object.keys(table.columns),
    derivedColumns: [...Object.keys(table.derived), ...(hasCustom ? CUSTOM_COLUMNS : [])],
    derive: hasCustom ? (row) => ({ ...derive(row), ...packCustom(row) }) : derive,
    feedsDerived: (column) => feeding.has(column) || (hasCustom && isCustomColumn(column)),
    search: searchOf(table),
  }
}

const names = Object.keys(registry) as TableName[]

export const layouts: ReadonlyMap<TableName, TableLayout> = new Map(names.map((name) => [name, layoutOf(name)]))
const byId: ReadonlyMap<number, TableLayout> = new Map([...layouts.values()].map((layout) => [layout.id, layout]))

export const layoutFor = (name: TableName): TableLayout => {
  const layout = layouts.get(name)
  if (!layout) throw new Error(`There is no table ${name} in the registry.`)
  return layout
}

/** The table with a permanent number; undefined for one that a newer version made. */
export const layoutById = (id: number): TableLayout | undefined => byId.get(id)
