// Cells that stand only in the first row of their group and hold for the rows below it: a firm above its people, an order above its lines.
import type { TableRow, TableSpool } from './table-file.ts'

const known = new WeakMap<TableSpool, Map<string, TableSpool>>()

/**
 * The same table with the blank cells of these columns filled from above. A blank line, and rows that are none of the list's own (`apart`),
 * end a group: what stands below them was not meant to be in it.
 */
export const carriedDown = (spool: TableSpool, columns: readonly number[], apart: ReadonlySet<number>): TableSpool => {
  if (columns.length === 0) return spool
  let views = known.get(spool)
  if (!views) known.set(spool, (views = new Map()))
  const key = columns.join(' ')
  let view = views.get(key)
  if (!view) views.set(key, (view = viewOf(spool, columns, apart)))
  return view
}

const viewOf = (spool: TableSpool, columns: readonly number[], apart: ReadonlySet<number>): TableSpool => {
  /** By row and column what its blank cell takes from above. */
  const above = new Map<number, readonly string[]>()
  let last = columns.map(() => '')
  let before = 0
  for (const batch of spool.batches()) {
    for (const { row, cells } of batch) {
      const isApart = apart.has(row)
      if (isApart || row > before + 1) last = columns.map(() => '')
      before = row
      if (isApart) continue
      if (columns.some((column, at) => isBlank(cells[column]) && last[at] !== '')) above.set(row, last)
      last = columns.map((column, at) => (isBlank(cells[column]) ? (last[at] ?? '') : (cells[column] ?? '')))
    }
  }
  const filled = (record: TableRow): TableRow => {
    const values = above.get(record.row)
    if (!values) return record
    const cells = [...record.cells]
    for (const [at, column] of columns.entries()) if (isBlank(cells[column])) cells[column] = values[at] ?? ''
    return { row: record.row, cells }
  }
  return {
    ...spool,
    batches: function* () {
      for (const batch of spool.batches()) yield batch.map(filled)
    },
    rowsAt: (rows) => spool.rowsAt(rows).map(filled),
  }
}

const isBlank = (cell: string | undefined): boolean => cell === undefined || cell.trim() === ''
