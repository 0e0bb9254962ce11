// The tables of the files of a call, read and kept: the next question about the same files need not read them again.
import { AppError } from '#shared/base/app-error.ts'
import type { CellEdit, CsvDialect, ImportPlan, TablePlan } from '#shared/imports/plan.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { openTables } from '#main/tables/open-tables.ts'
import type { ReadingContext, RowShapeFault, TableFile, TableRow, TableSpool } from '#main/tables/table-file.ts'
import { spoolTable } from '#main/tables/table-spool.ts'

export interface Sheet {
  readonly spool: TableSpool
  readonly faults: ReadonlyMap<number, readonly RowShapeFault[]>
}

export interface BadFile {
  /** Its place among the files of the call. */
  readonly file: number
  readonly error: AppError
}

export interface ImportFiles {
  /** Those that were opened. */
  readonly files: readonly TableFile[]
  /** Null for one that cannot be read, or of which nothing is wanted. */
  readonly fileAt: (file: number) => TableFile | null
  readonly bad: readonly BadFile[]
  /** @throws AppError where the file has no such table. */
  readonly sheet: (file: number, table: number) => Sheet
  /** Of all files as they are now. */
  readonly identity: string
}

/** What was read last, by the file as it was and how it is read. */
const kept = new Map<string, Promise<Sheet>>()
const MOST_KEPT = 12

interface Asked {
  readonly paths: readonly string[]
  readonly dialects: readonly (CsvDialect | null)[]
  readonly headingRows: ImportPlan['headingRows']
  /** Which tables are read; null: all. */
  readonly wanted: readonly Pick<TablePlan, 'file' | 'table'>[] | null
}

/**
 * Opens the files and reads the tables that are asked for. Where these are named, other files are left alone, and one that cannot be read
 * is refused; otherwise it is noted, unless it is the only one.
 */
export const openSheets = async (context: CallContext, { paths, dialects, headingRows, wanted }: Asked): Promise<ImportFiles> => {
  const files = new Map<number, TableFile>()
  const bad: BadFile[] = []
  const sheets = new Map<string, Sheet>()
  const { timeZone } = context.run('settings.get', {})
  const isNamed = wanted !== null && wanted.length > 0

  const read = async (path: string, place: number): Promise<void> => {
    const rows = headingRows.filter((one) => one.file === place)
    const chosen =
      rows.length === 0
        ? []
        : Array.from(
            { length: Math.max(...rows.map(({ table }) => table)) + 1 },
            (_, table) => rows.find((one) => one.table === table)?.row ?? null,
          )
    const file = await openTables(path, { dialect: dialects[place] ?? null, headingRows: chosen, timeZone })
    for (const table of file.tables.keys()) {
      if (wanted !== null && !wanted.some((one) => one.file === place && one.table === table)) continue
      sheets.set(`${place} ${table}`, await readSheet(context, { file, table }))
    }
    files.set(place, file)
  }

  for (const [place, path] of paths.entries()) {
    if (isNamed && !wanted.some(({ file }) => file === place)) continue
    try {
      await read(path, place)
    } catch (error) {
      if (isNamed || paths.length === 1 || !(error instanceof AppError) || error.code === 'cancelled') throw error
      bad.push({ file: place, error })
    }
  }
  const opened = [...files.values()]
  return {
    files: opened,
    fileAt: (file) => files.get(file) ?? null,
    bad,
    identity: JSON.stringify([...files].map(([place, { path, identity, dialect }]) => [place, path, identity, dialect])),
    sheet: (file, table) => {
      const sheet = sheets.get(`${file} ${table}`)
      if (!sheet) throw new AppError('conflict', 'imports.file.changed')
      return sheet
    },
  }
}

const readSheet = async (
  context: ReadingContext,
  { file, table }: { readonly file: TableFile; readonly table: number },
): Promise<Sheet> => {
  const key = JSON.stringify([file.path, file.identity, file.dialect, table, file.tables[table]?.headingRow])
  const known = kept.get(key)
  if (known) {
    kept.delete(key)
    kept.set(key, known)
    return known
  }
  const reading = spoolTable(file, table, context).then((spool) => ({
    spool,
    faults: Map.groupBy(spool.faults, ({ row }) => row),
  }))
  kept.set(key, reading)
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  try {
    return await reading
  } catch (error) {
    // What failed, or was given up, is read anew the next time.
    kept.delete(key)
    throw error
  }
}

/** What the user mended in the cells of a sheet, whichever of its table plans it was mended in. */
export const editsOf = (plan: ImportPlan, place: number): ReadonlyMap<number, readonly CellEdit[]> => {
  const table = plan.tables[place]
  const isSame = (other: number): boolean =>
    plan.tables[other]?.file === table?.file && plan.tables[other]?.table === table?.table
  return Map.groupBy(
    plan.edits.filter((edit) => isSame(edit.table)),
    ({ row }) => row,
  )
}

export const mended = ({ row, cells }: TableRow, edits: ReadonlyMap<number, readonly CellEdit[]>): TableRow => {
  const changed = edits.get(row)
  if (!changed) return { row, cells }
  const after = [...cells]
  for (const { column, value } of changed) after[column] = value
  return { row, cells: after }
}
