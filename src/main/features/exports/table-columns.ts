// The columns that a table has in an export of everything: all that the log captures of it, and the office's own fields by their names.
import type { Column } from '#main/db/registry/columns.ts'
import { layoutFor } from '#main/db/registry/layout.ts'
import { registry, type TableName } from '#main/db/registry/tables.ts'
import { customColumnType } from '#main/db/custom/custom-columns.ts'
import type { OwnField } from './tables.repository.ts'

/** As a data package names them. */
export type CellType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime'

export interface TableColumn {
  /** The column of the database; a custom field's key. */
  readonly name: string
  readonly heading: string
  readonly type: CellType
  readonly isRequired: boolean
  /** The office's word for a field of its own. */
  readonly ownName: string | null
}

/** Where the content of a file lies in the folder. */
export const FILE_COLUMN = 'file'

const DAYS = /(?:On|Since)$|^day$|^onDay$/u

const typeOf = (name: string, { type }: Pick<Column, 'type'>): CellType => {
  if (type === 'real') return 'number'
  if (type !== 'text') return type
  return name.endsWith('At') ? 'datetime' : DAYS.test(name) ? 'date' : 'string'
}

/** In the order of the file: the id, what the registry says, when it was changed, the own fields. */
export const tableColumns = (table: TableName, ownFields: readonly OwnField[]): readonly TableColumn[] => {
  const { customFor } = layoutFor(table)
  const columns: Readonly<Record<string, Column>> = registry[table].columns
  const plain = Object.entries(columns).map(([name, column]) => made(name, typeOf(name, column), !column.nullable))
  const own = ownFields.filter(({ entity }) => entity === customFor)
  const before = [made('id', 'string', true), ...plain, made('updatedAt', 'datetime', true)]
  const file = table === 'attachments' ? [made(FILE_COLUMN, 'string', false)] : []
  const taken = new Set([...before, ...file].map(({ heading }) => heading.toLowerCase()))
  return [...before, ...file, ...own.map((field) => ownColumn(field, taken))]
}

const made = (name: string, type: CellType, isRequired: boolean): TableColumn => ({
  ...{ name, heading: name, type, isRequired, ownName: null },
})

const ownColumn = ({ key, name }: OwnField, taken: Set<string>): TableColumn => {
  const plain = name.replace(/\s+/gu, ' ').trim()
  let heading = plain
  for (let count = 2; taken.has(heading.toLowerCase()); count += 1) heading = `${plain} (${count})`
  taken.add(heading.toLowerCase())
  return { name: key, heading, type: typeOf(key, { type: customColumnType(key) }), isRequired: false, ownName: name }
}
