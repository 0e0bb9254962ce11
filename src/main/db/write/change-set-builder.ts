// Collects the rows of one change set, grouped by table, operation and set of cells.
import type { StoredValue, StoredValues, TableLayout, Cell } from '../registry/layout.ts'
import { type Body, createBodyVersions, type CellValue } from '../log/body.ts'
import { CELLS, ID_LENGTH } from '../log/body-shape.ts'
import { holds } from '../registry/column-values.ts'

/** What no other machine would take. */
export class Unwritable extends Error {}

interface Group {
  readonly t: number
  readonly op: 'i' | 'u'
  readonly c: readonly number[]
  readonly r: unknown[][]
}

export interface CellChange {
  readonly cell: Cell
  readonly base: number
}

export interface ChangeSetBuilder {
  readonly rows: () => number
  /** An estimate of the body's bytes; escapes are not counted. */
  readonly bytes: () => number
  readonly bases: () => ReadonlySet<number>
  /** `custom`: the cells of the custom fields that the row has. */
  readonly inserted: (layout: TableLayout, id: string, row: StoredValues, custom: readonly Cell[]) => void
  readonly updated: (
    layout: TableLayout,
    id: string,
    before: StoredValues,
    after: StoredValues,
    changes: readonly CellChange[],
  ) => void
  /** Losing values of a cell that was written are settled by it. */
  readonly closed: (layout: TableLayout, id: string, cell: Cell, version: number) => void
  /** A row stands on this one. */
  readonly stoodOn: (tableId: number, id: string) => void
  /** `saw`: versions of others that the writer had come to see. */
  readonly body: (saw: readonly number[]) => Body
}

const logged = (value: StoredValue | undefined, type: string): StoredValue | boolean =>
  value === undefined || value === null ? null : type === 'boolean' ? value === 1 : value

/** A cell's value as the log writes it: by the declared type of its columns, never by the type of the JavaScript value. */
export const cellValue = (cell: Cell, row: StoredValues): CellValue => {
  const [only, ...others] = cell.columns
  if (only && others.length === 0) return logged(row[only.name], only.type)
  return cell.columns.map(({ name, type }) => logged(row[name], type))
}

/** The same, of what is to be written: nobody else would take a value that its column cannot hold. */
const writtenValue = (layout: TableLayout, cell: Cell, row: StoredValues): CellValue => {
  for (const column of cell.columns)
    if (!holds(column, logged(row[column.name], column.type)))
      throw new Unwritable(`${column.name} of ${layout.name} cannot hold what is to be written.`)
  return cellValue(cell, row)
}

/** The columns of a cell from its value in the log, put into `values`. */
export const putColumns = (values: StoredValues, { columns }: Cell, value: CellValue): void => {
  const all: readonly (StoredValue | boolean)[] = Array.isArray(value) ? value : [value]
  columns.forEach(({ name }, index) => {
    const one = all[index] ?? null
    values[name] = typeof one === 'boolean' ? Number(one) : one
  })
}

/** The columns of a cell from its value in the log. */
export const columnsOfCell = (cell: Cell, value: CellValue): StoredValues => {
  const values: StoredValues = {}
  putColumns(values, cell, value)
  return values
}

const bytesOf = (values: readonly unknown[]): number => {
  let bytes = 8
  for (const value of values)
    bytes +=
      typeof value === 'string' ? Buffer.byteLength(value) + 4 : Array.isArray(value) ? bytesOf(value) : value === null ? 5 : 20
  return bytes
}

export const createChangeSetBuilder = (originHexOf: (oid: number) => string): ChangeSetBuilder => {
  const groups = new Map<string, Group>()
  const bases = new Set<number>()
  const versions = createBodyVersions(originHexOf)
  const closed: (readonly [number, string, number, number])[] = []
  /** By row: the number of its table. */
  const grounds = new Map<string, number>()
  const made = new Set<string>()
  let rows = 0
  let bytes = 0

  /** For new rows without custom fields, of which there may be very many. */
  const plain = new Map<TableLayout, Group>()

  const groupOf = (t: number, op: 'i' | 'u', c: readonly number[]): Group => {
    if (c.length > CELLS) throw new Unwritable(`A row of table ${t} has ${c.length} cells, and a change set at most ${CELLS}.`)
    const key = `${t}${op}${c.join()}`
    let group = groups.get(key)
    if (!group) groups.set(key, (group = { t, op, c, r: [] }))
    return group
  }
  const insertsOf = (layout: TableLayout, cells: readonly Cell[]): Group => {
    const known = cells === layout.cells ? plain.get(layout) : undefined
    if (known) return known
    const group = groupOf(
      layout.id,
      'i',
      cells.map(({ id }) => id),
    )
    if (cells === layout.cells) plain.set(layout, group)
    return group
  }
  const add = (group: Group, row: unknown[]): void => {
    group.r.push(row)
    rows++
    bytes += bytesOf(row)
  }

  return {
    rows: () => rows,
    bytes: () => bytes,
    bases: () => bases,
    inserted: (layout, id, row, custom) => {
      made.add(id)
      const cells = custom.length === 0 ? layout.cells : [...layout.cells, ...[...custom].sort((a, b) => a.id - b.id)]
      add(insertsOf(layout, cells), [id, ...cells.map((cell) => writtenValue(layout, cell, row))])
    },
    updated: (layout, id, before, after, changes) => {
      const row: unknown[] = [id]
      for (const { cell, base } of changes) {
        bases.add(base)
        row.push(writtenValue(layout, cell, after), cellValue(cell, before), versions.toBody(base))
      }
      const cells = changes.map(({ cell }) => cell.id)
      add(groupOf(layout.id, 'u', cells), row)
    },
    closed: (layout, id, cell, version) => {
      bases.add(version)
      closed.push([layout.id, id, cell.id, versions.toBody(version)])
    },
    stoodOn: (tableId, id) => {
      if (id === '' || id.length > ID_LENGTH)
        throw new Unwritable(`A row of table ${tableId} has no id of ${id.length} characters.`)
      grounds.set(id, tableId)
    },
    body: (saw) => {
      const v = saw.map(versions.toBody)
      // Nobody can have archived what is made here.
      const p = [...grounds].flatMap(([id, tableId]) => (made.has(id) ? [] : [[tableId, id] as const]))
      return {
        o: versions.origins,
        g: [...groups.values()],
        ...(v.length > 0 ? { v } : {}),
        ...(closed.length > 0 ? { k: closed } : {}),
        ...(p.length > 0 ? { p } : {}),
      }
    },
  }
}
