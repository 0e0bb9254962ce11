// Everything taken out into a folder: the files first, which takes waiting, then all tables as they stand at one moment.
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '#shared/base/app-error.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { dataPackage, type DescribedTable, type PackageFacts } from './data-package.ts'
import { type ExportedContents, exportContents } from './export-contents.ts'
import { asTargetFault } from './file-target.ts'
import { readMe } from './read-me.ts'
import { FILE_COLUMN, tableColumns } from './table-columns.ts'
import { writeTable } from './table-file.ts'
import { countRows, listOwnFields, tableNames, wholeTable } from './tables.repository.ts'

const unfinishedOf = (target: string): string => `${target}.part`

/** Makes the folder, under another name until it is whole, and writes the files. */
export const prepareEverything = async (
  context: CallContext,
  { target }: { readonly target: string },
): Promise<ExportedContents> => {
  const folder = unfinishedOf(target)
  if (existsSync(target)) throw new AppError('conflict', 'exports.folderTaken', { name: basename(target) })
  try {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return await exportContents(context, folder)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw asTargetFault(error, basename(target))
  }
}

/** Writes the tables and puts the folder in its place. Nothing waits here, so that all tables show the same moment. */
export const writeEverything = (context: CallContext, { target }: { readonly target: string }, contents: ExportedContents) => {
  const folder = unfinishedOf(target)
  try {
    const tables = writeTables(context, folder, contents)
    const facts: PackageFacts = {
      workspaceName: context.run('settings.get', {}).workspaceName,
      exportedAt: context.now(),
      files: contents.paths.size,
      tables,
    }
    writeFileSync(join(folder, 'datapackage.json'), `${JSON.stringify(dataPackage(facts), null, 2)}\n`)
    writeFileSync(join(folder, 'README.txt'), `\uFEFF${readMe(facts)}`)
    renameSync(folder, target)
    return {
      name: basename(target),
      tables: tables.length,
      rows: tables.reduce((sum, { written }) => sum + written.rows, 0),
      files: contents.paths.size,
      missing: [...contents.missing.values()],
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw asTargetFault(error, basename(target))
  }
}

const writeTables = (context: CallContext, folder: string, { paths, missing }: ExportedContents): DescribedTable[] => {
  const { db, progress, checkCancelled } = context
  const ownFields = listOwnFields(db)
  const total = tableNames.reduce((sum, table) => sum + countRows(db, table), 0)
  let done = 0
  const told = function* <Page extends readonly unknown[]>(pages: Iterable<Page>): Generator<Page> {
    for (const page of pages) {
      progress('exports.step.tables', done, total)
      checkCancelled()
      yield page
      done += page.length
    }
  }
  return tableNames.map((table) => {
    const columns = tableColumns(table, ownFields)
    const written = writeTable(join(folder, `${table}.csv`), columns, told(wholeTable(db, table)), (row, { name }) => {
      if (table !== 'attachments' || name !== FILE_COLUMN) return undefined
      const hash = String(row['hash'])
      const path = paths.get(hash)
      // Added since the files were written: the folder would lack it.
      if (path === undefined && !missing.has(hash)) throw new AppError('conflict', 'exports.changedMeanwhile')
      return path ?? ''
    })
    return { table, columns, written }
  })
}
