// A folder that an export wrote, understood: which file holds which table, and what each of its columns is.
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import { customKey } from '#shared/custom-fields/custom-values.ts'
import { layoutFor } from '#main/db/registry/layout.ts'
import { registry, type TableName } from '#main/db/registry/tables.ts'
import { errorCode } from '#main/attachments/disk.ts'
import { FORMAT } from './data-package.ts'
import { FILE_COLUMN } from './table-columns.ts'

const DESCRIPTION = 'datapackage.json'

const described = z.object({
  created: z.string(),
  kith: z.object({ format: z.int(), workspaceName: z.string(), files: z.int() }),
  resources: z.array(
    z.object({
      path: z.string().regex(/^\w+\.csv$/u),
      schema: z.object({
        fields: z.array(z.object({ name: z.string(), kith: z.object({ key: customKey }).optional() })).max(2000),
      }),
      kith: z.object({ table: z.string(), rows: z.int() }),
    }),
  ),
})

export interface PackagedTable {
  readonly table: TableName
  readonly path: string
  readonly file: string
  readonly rows: number
  readonly headings: readonly string[]
  /** For each column of the file its name in the database. */
  readonly names: readonly string[]
}

export interface Package {
  readonly workspaceName: string
  readonly exportedAt: string
  readonly files: number
  readonly tables: readonly PackagedTable[]
}

/** @throws AppError for a folder that is no export, or one that a newer version wrote. */
export const readPackage = async (folder: string): Promise<Package> => {
  const { created, kith, resources } = await readDescription(folder)
  if (kith.format > FORMAT) throw newer(folder)
  return {
    workspaceName: kith.workspaceName,
    exportedAt: created,
    files: kith.files,
    tables: resources.map(({ path, schema, kith: { table, rows } }) => {
      if (!isTable(table)) throw newer(folder)
      const names = schema.fields.map((field) => field.kith?.key ?? field.name)
      if (!names.every((name) => isColumn(table, name))) throw newer(folder)
      return { table, path: join(folder, path), file: path, rows, headings: schema.fields.map(({ name }) => name), names }
    }),
  }
}

const readDescription = async (folder: string): Promise<z.output<typeof described>> => {
  const none = (cause: unknown) =>
    new AppError('invalid_input', 'exports.restore.noExport', { name: basename(folder) }, { cause })
  try {
    return described.parse(JSON.parse(await readFile(join(folder, DESCRIPTION), 'utf8')))
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError || errorCode(error) !== '') throw none(error)
    throw error
  }
}

const newer = (folder: string): AppError => new AppError('invalid_input', 'exports.restore.newer', { name: basename(folder) })

const isTable = (name: string): name is TableName => Object.hasOwn(registry, name)

const isColumn = (table: TableName, name: string): boolean =>
  ['id', 'updatedAt'].includes(name) ||
  (table === 'attachments' && name === FILE_COLUMN) ||
  layoutFor(table).cellOfColumn(name) !== undefined
