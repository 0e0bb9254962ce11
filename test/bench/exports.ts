// A whole list written to a file, beside its writer alone over rows that are in memory already, and the memory it takes.
import { createWriteStream, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { writeXlsxStream } from 'hucre/xlsx'
import Papa from 'papaparse'
import type { CellValue } from '#shared/lists/list-field.ts'
import { type BenchFile, type Door, readingDoor } from './door.ts'
import { boundRow, ratioRow, type Row, sideBySide } from './measure.ts'

const COLUMNS = ['name', 'phone', 'email', 'industry', 'city', 'ownerId', 'tags', 'lifecycleStageId', 'employees', 'updatedAt']

const plain = (value: CellValue | undefined): string | number | boolean | null => {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? one : one.name)).join(', ')
  return typeof value === 'object' ? ('name' in value ? value.name : value.amountMinor) : value
}

/** Every row of the list, as the plain writers are given them. */
const rowsInMemory = async (door: Door): Promise<(string | number | boolean | null)[][]> => {
  const { ids } = await door.ask('lists.ids', { entity: 'companies' })
  const rows: (string | number | boolean | null)[][] = []
  for (let at = 0; at < ids.length; at += 1000) {
    const page = await door.ask('lists.rows', { entity: 'companies', columns: COLUMNS, ids: ids.slice(at, at + 1000) })
    rows.push(...page.map(({ cells }) => COLUMNS.map((column) => plain(cells[column]))))
  }
  return rows
}

export const benchExports = async (at: BenchFile): Promise<Row[]> => {
  const door = readingDoor(at)
  const place = join(dirname(at.file), 'exported')
  const write = (format: 'csv' | 'xlsx') =>
    door.ask('exports.view', { entity: 'companies', columns: COLUMNS, format, language: 'en', target: place })
  try {
    await write('csv')
    const before = process.memoryUsage().rss
    let most = before
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
    const { rows: count } = await write('xlsx')
    clearInterval(watch)

    const rows = await rowsInMemory(door)
    const csv = await sideBySide(
      3,
      () => writeFileSync(place, Papa.unparse(rows)),
      () => write('csv'),
    )
    const columns = COLUMNS.map(() => ({ width: 20, numFmt: '@' }))
    const xlsx = await sideBySide(
      3,
      () =>
        writeXlsxStream(rows, { name: 'Companies', columns, freezePane: { rows: 1 } }).pipeTo(
          Writable.toWeb(createWriteStream(place)),
        ),
      () => write('xlsx'),
    )
    const what = `${count.toLocaleString('en')} companies`
    return [
      // The plain writer reads nothing: most of the rest is the reading.
      ratioRow(`export ${what} to CSV`, csv, 8),
      ratioRow(`export ${what} to XLSX`, xlsx, 2),
      boundRow('memory that an export to XLSX adds', (most - before) / 1e6, 100, 'MB'),
    ]
  } finally {
    door.close()
    rmSync(place, { force: true })
  }
}
