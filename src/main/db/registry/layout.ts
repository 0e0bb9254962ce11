// The registry as the write path needs it: cells (a column, or a group that changes together) with their numbers, in order.
import type { ColumnType, SearchText } from './columns.ts'
import { registry, type TableName } from './tables.ts'

export type StoredValue = string | number | null
/** A row as SQLite holds it: booleans are 0 and 1. */
export type StoredValues = Record<string, StoredValue>

export interface CellColumn {
  readonly name: string
  readonly type: ColumnType
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
  readonly cellOfColumn: ReadonlyMap<string, Cell>
  readonly cellById: ReadonlyMap<number, Cell>
  readonly columns: readonly string[]
  readonly derivedColumns: readonly string[]
  /** Every captured column, empty. */
  readonly emptyRow: StoredValues
  readonly derive: (row: StoredValues) => StoredValues
  readonly search: null | {
    readonly kind: number
    readonly columns: ReadonlySet<string>
    readonly text: (row: StoredValues) => SearchText
  }
}

const layoutOf = (name: TableName): TableLayout => {
  const table = registry[name]
  const groups: readonly (readonly string[])[] = table.groups
  const cells: Cell[] = []
  for (const [column, { id, type }] of Object.entries(table.columns)) {
    const group = groups.find((members) => members.includes(column))
    if (!group) cells.push({ id, columns: [{ name: column, type }] })
    else if (group[0] === column) {
      const typeOf = (member: string): ColumnType =>
        Object.entries(table.columns).find(([key]) => key === member)?.[1].type ?? 'text'
      cells.push({ id, columns: group.map((member) => ({ name: member, type: typeOf(member) })) })
    }
  }
  cells.sort((a, b) => a.id - b.id)
  return {
    id: table.id,
    name,
    cells,
    cellOfColumn: new Map(cells.flatMap((cell) => cell.columns.map(({ name: column }) => [column, cell] as const))),
    cellById: new Map(cells.map((cell) => [cell.id, cell])),
    columns: Object.keys(table.columns),
    derivedColumns: Object.keys(table.derived),
    emptyRow: Object.fromEntries(Object.keys(table.columns).map((column) => [column, null])),
    // The registry's functions are typed by their own row; here rows are only values by column name.
    derive: table.derive as unknown as TableLayout['derive'],
    search: table.search && {
      kind: table.search.kind,
      columns: new Set(table.search.columns),
      text: table.search.text as unknown as (row: StoredValues) => SearchText,
    },
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
