// Files of a test's own, read as tables.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTables } from '#main/tables/open-tables.ts'
import type { OpenOptions, TableFile, TableHead, TableSpool } from '#main/tables/table-file.ts'
import { spoolTable } from '#main/tables/table-spool.ts'

export const quietly = { progress: () => {}, checkCancelled: () => {} }

export interface TableFolder {
  readonly write: (name: string, content: string | Uint8Array) => string
  readonly remove: () => void
}

export const makeTableFolder = (): TableFolder => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-tables-'))
  return {
    write: (name, content) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

export interface ReadTable {
  readonly file: TableFile
  readonly head: TableHead
  readonly spool: TableSpool
  readonly rows: readonly (readonly string[])[]
  /** `messageKey` of each fault, with its row. */
  readonly faults: readonly string[]
}

/** One table of a file, read whole. */
export const readTable = async (path: string, options: OpenOptions = {}, index = 0): Promise<ReadTable> => {
  const file = await openTables(path, options)
  const spool = await spoolTable(file, index, quietly)
  return {
    file,
    head: spool.head,
    spool,
    rows: [...spool.batches()].flat().map(({ cells }) => cells),
    faults: spool.faults.map(({ row, messageKey }) => `${row} ${messageKey}`),
  }
}
