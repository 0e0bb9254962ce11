// All that a restore needs of a folder, before anything is written: every table read and checked, every file kept and compared by its hash.
import { basename, join } from 'node:path'
import { AppError } from '#shared/base/app-error.ts'
import { openFileSource } from '#main/attachments/file-source.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { openTables } from '#main/tables/open-tables.ts'
import type { TableSpool } from '#main/tables/table-file.ts'
import { spoolTable } from '#main/tables/table-spool.ts'
import { readCells, type ReadRow } from './read-cells.ts'
import { type Package, type PackagedTable, readPackage } from './read-package.ts'

export interface FolderTable extends PackagedTable {
  /** May be gone through again and again. */
  readonly readRows: () => Generator<ReadRow>
}

export interface ReadFolder {
  readonly about: Package
  readonly tables: readonly FolderTable[]
}

const DIALECT = { encoding: 'utf-8', delimiter: ',', quote: '"' } as const

export const readFolder = async (context: CallContext, folder: string): Promise<ReadFolder> => {
  const about = await readPackage(folder)
  const tables: FolderTable[] = []
  for (const [place, table] of about.tables.entries()) {
    context.progress('exports.step.reading', place, about.tables.length)
    tables.push(await readTable(context, table))
  }
  return { about, tables }
}

const readTable = async (context: CallContext, table: PackagedTable): Promise<FolderTable> => {
  // The first row is taken for one like the others, so that nothing is guessed about it.
  const opened = await openTables(table.path, { dialect: DIALECT, headingRows: [0] })
  const quiet = { ...context, progress: () => {} }
  const spool = await spoolTable(opened, 0, quiet)
  requireHeadings(table, spool)
  const read: FolderTable = {
    ...table,
    readRows: function* () {
      let isHeading = true
      for (const batch of spool.batches()) {
        for (const row of batch) {
          if (!isHeading) yield readCells(table, row)
          isHeading = false
        }
      }
    },
  }
  const seen = new Set<string>()
  for (const { row, id } of read.readRows()) {
    if (seen.has(id)) throw new AppError('invalid_input', 'exports.restore.idTwice', { file: table.file, row, value: id })
    seen.add(id)
  }
  // A file that was cut off, or to which rows were added, is no longer what the export says it is.
  if (seen.size !== table.rows) {
    throw new AppError('invalid_input', 'exports.restore.rowsMissing', {
      file: table.file,
      rows: seen.size,
      expected: table.rows,
    })
  }
  return read
}

const requireHeadings = ({ file, headings }: PackagedTable, spool: TableSpool): void => {
  const [first] = spool.rowsAt([1])
  const found = first?.cells ?? []
  const column = headings.find((heading, place) => found[place]?.trim() !== heading)
  if (column !== undefined) throw new AppError('invalid_input', 'exports.restore.noColumn', { file, column })
}

/** Nothing outside of the folder is ever read. */
const INSIDE = /^files\/[0-9a-f]{16}\/[^/\\]+$/u

/** Keeps the contents of all files. Answers how many there are. */
export const keepContents = async (context: CallContext, folder: string, { tables }: ReadFolder): Promise<number> => {
  const table = tables.find((one) => one.table === 'attachments')
  const kept = new Set<string>()
  let done = 0
  for (const { row, values, path } of table?.readRows() ?? []) {
    context.checkCancelled()
    context.progress('exports.step.keeping', done, table?.rows ?? null)
    done += 1
    const hash = String(values['hash'])
    if (path === null || kept.has(hash)) continue
    const wrong = (cause?: unknown) =>
      new AppError('invalid_input', 'exports.restore.badFile', { file: 'attachments.csv', row, name: basename(path) }, { cause })
    if (!INSIDE.test(path) || path.includes('..')) throw wrong()
    const source = await openFileSource(join(folder, path)).catch((error: unknown) => {
      throw error instanceof AppError ? wrong(error) : error
    })
    const written = await context.attachments.keep(source.chunks())
    if (written.hash !== hash) throw wrong()
    kept.add(hash)
  }
  return kept.size
}
