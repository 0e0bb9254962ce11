// The cells of an exported table as values again. What cannot be one is told with its file, row and column.
import { z } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import { type CustomValue, storageClassOf } from '#shared/custom-fields/custom-values.ts'
import { customColumnType } from '#main/db/custom/custom-columns.ts'
import type { Column } from '#main/db/registry/columns.ts'
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
    else if (storageClassOf(name) !== null) custom[name] = ownValue(name, cell, bad)
    else if (name !== 'updatedAt') values[name] = plainValue(table, name, { cell, bad })
  }
  return { row, id, values, custom, path }
}

interface Given {
  readonly cell: string
  readonly bad: () => AppError
}

const plainValue = (table: TableName, name: string, { cell, bad }: Given): string | number | boolean | null => {
  const columns: Readonly<Record<string, Column>> = registry[table].columns
  const column = columns[name]
  if (!column) throw bad()
  if (cell === '' && column.nullable) return null
  switch (column.type) {
    case 'boolean':
      return flagOf(cell, bad)
    case 'integer':
      return integerOf(cell, bad)
    case 'real':
      return numberOf(cell, bad)
    case 'text':
      if (JSON_COLUMNS[table]?.includes(name) && !isJson(cell)) throw bad()
      return cell.toWellFormed()
  }
}

const ownValue = (key: string, cell: string, bad: () => AppError): CustomValue => {
  if (cell === '') return null
  switch (customColumnType(key)) {
    case 'boolean':
      return flagOf(cell, bad)
    case 'integer':
      return integerOf(cell, bad)
    case 'real':
      return numberOf(cell, bad)
    case 'text':
      if (storageClassOf(key) !== 'o') return cell.toWellFormed()
      return idsOf(cell, bad)
  }
}

const flagOf = (cell: string, bad: () => AppError): boolean => {
  // A spreadsheet that saved the file may have written it in capitals.
  const word = cell.toLowerCase()
  if (word !== 'true' && word !== 'false') throw bad()
  return word === 'true'
}

const integerOf = (cell: string, bad: () => AppError): number => {
  const value = /^-?\d+$/u.test(cell) ? Number(cell) : Number.NaN
  if (!Number.isSafeInteger(value)) throw bad()
  return value
}

const numberOf = (cell: string, bad: () => AppError): number => {
  const value = Number(cell)
  if (cell.trim() === '' || !Number.isFinite(value)) throw bad()
  return value
}

const isJson = (cell: string): boolean => parsed(cell) !== undefined

const idsOf = (cell: string, bad: () => AppError): string[] => {
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
