// A whole table as a CSV file whose values are exact: nothing is put before a cell to please a spreadsheet. Written in one go, since all tables
// are to show the same moment.
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { csvLine } from '#shared/exports/csv-line.ts'
import type { TableColumn } from './table-columns.ts'
import type { WholeRow } from './tables.repository.ts'

export interface WrittenTable {
  readonly rows: number
  readonly bytes: number
  /** SHA-256, hexadecimal. */
  readonly hash: string
}

/** `cellOf` answers what no column of the row holds; undefined: the row's own value. */
export const writeTable = (
  path: string,
  columns: readonly TableColumn[],
  pages: Iterable<readonly WholeRow[]>,
  cellOf: (row: WholeRow, column: TableColumn) => string | undefined,
): WrittenTable => {
  const file = openSync(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let [rows, bytes] = [0, 0]
  const write = (text: string): void => {
    const piece = Buffer.from(text)
    hash.update(piece)
    bytes += piece.length
    for (let at = 0; at < piece.length;) at += writeSync(file, piece, at)
  }
  try {
    write(csvLine(columns.map(({ heading }) => heading)))
    for (const page of pages) {
      write(page.map((row) => csvLine(columns.map((column) => cellOf(row, column) ?? cellText(row, column)))).join(''))
      rows += page.length
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return { rows, bytes, hash: hash.digest('hex') }
}

const cellText = (row: WholeRow, { name, ownName }: TableColumn): string => {
  const value = ownName === null ? row[name] : ownValue(row, name)
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const ownValue = ({ custom }: WholeRow, key: string): unknown =>
  // The read door answers the column as an object by keys.
  typeof custom === 'object' && custom !== null ? (custom as Readonly<Record<string, unknown>>)[key] : null
