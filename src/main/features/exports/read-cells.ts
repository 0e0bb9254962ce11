// The cells of an exported table as values again. What cannot be one is told with its file, row and column.
import { z } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import { type CustomValue, storageClassOf } from '#shared/custom-fields/custom-values.ts'
import { customColumnType } from '#main/db/custom/custom-columns.ts'
import type { Column, ColumnType } from '#main/db/registry/columns.ts'
import { registry, type TableName } from '#main/db/registry/tables.ts'
import type { TableRow } from '#main/tables/table-file.ts'
import type { PackagedTable } from './read-package.ts'
import { FILE_COLUMN } from './table-columns.ts'

export interface ReadRow {
  readonly row: number
  readonly id: string
  readonly values: Readonly<Record<string, string | number | boolean | null>>
  readonly custom: Readonly<Record<string, CustomValue>>
  /** Of attachments: where the content lies in the folder. */
  readonly path: string | null
}

/** Columns whose text is JSON, which the app reads as such. */
const JSON_COLUMNS: Partial<Readonly<Record<TableName, readonly string[]>>> = {
  settings: ['value'],
  customFields: ['config'],
  layouts: ['config'],
  fieldRules: ['config'],
  views: ['config'],
  activityTemplates: ['steps'],
  calendarDays: ['intervals'],
  importMappings: ['config'],
  importSources: ['priorities'],
  imports: ['counts'],
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u
const uuid = z.uuid()
const idList = z.array(z.string())

export const readCells = ({ table, file, headings, names }: PackagedTable, { row, cells }: TableRow): ReadRow => {
  const values: Record<string, string | number | boolean | null> = {}
  const custom: Record<string, CustomValue> = {}
  let id = ''
  let path: string | null = null
  for (const [place, name] of names.entries()) {
    const cell = cells[place] ?? ''
    const bad = (): AppError =>
      new AppError('invalid_input', 'exports.restore.badCell', {
        ...{ file, row, column: headings[place] ?? name, value: cell.slice(0, 100) },
      })
    if (CONTROL.test(cell)) throw bad()
    if (name === 'id') {
      if (!uuid.safeParse(cell).success) throw bad()
      id = cell
    } else if (name === FILE_COLUMN && table === 'attachments') path = cell === '' ? null : cell
    else if (storageClassOf(name) !== null) custom[name] = ownValue(name, { cell, bad })
    else if (name !== 'updatedAt') values[name] = plainValue(table, name, { cell, bad })
  }
  return { row, id, values, custom, path }
}

interface Given {
  readonly cell: string
  readonly bad: () => AppError
}

const plainValue = (table: TableName, name: string, given: Given): string | number | boolean | null => {
  const columns: Readonly<Record<string, Column>> = registry[table].columns
  const column = columns[name]
  if (!column) throw given.bad()
  if (given.cell === '' && column.nullable) return null
  if (JSON_COLUMNS[table]?.includes(name) && !isJson(given.cell)) throw given.bad()
  return typedValue(column.type, given)
}

const ownValue = (key: string, given: Given): CustomValue => {
  if (given.cell === '') return null
  return storageClassOf(key) === 'o' ? idsOf(given) : typedValue(customColumnType(key), given)
}

const typedValue = (type: ColumnType, given: Given): string | number | boolean => {
  if (type === 'text') return given.cell.toWellFormed()
  if (type === 'boolean') return flagOf(given)
  return type === 'integer' ? integerOf(given) : numberOf(given)
}

const flagOf = ({ cell, bad }: Given): boolean => {
  // A spreadsheet that saved the file may have written it in capitals.
  const word = cell.toLowerCase()
  if (word !== 'true' && word !== 'false') throw bad()
  return word === 'true'
}

const integerOf = ({ cell, bad }: Given): number => {
  const value = /^-?\d+$/u.test(cell) ? Number(cell) : Number.NaN
  if (!Number.isSafeInteger(value)) throw bad()
  return value
}

const numberOf = ({ cell, bad }: Given): number => {
  const value = Number(cell)
  if (cell.trim() === '' || !Number.isFinite(value)) throw bad()
  return value
}

const isJson = (cell: string): boolean => parsed(cell) !== undefined

const idsOf = ({ cell, bad }: Given): string[] => {
  const { data } = idList.safeParse(parsed(cell))
  if (!data) throw bad()
  return data
}

/** JSON never holds undefined. */
const parsed = (cell: string): unknown => {
  try {
    return JSON.parse(cell)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
