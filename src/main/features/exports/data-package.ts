// `datapackage.json`: every table and column of an export described in both languages, as a Frictionless Data Package (specs.frictionlessdata.io).
import { references } from '#main/db/registry/references.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import { isMessageKey } from '#shared/messages.ts'
import { FILE_COLUMN, type TableColumn } from './table-columns.ts'
import type { WrittenTable } from './table-file.ts'
import { type Say, speechIn } from './speech.ts'

/** Grows when a folder of this version could not be taken in by an older one. */
export const FORMAT = 1

export interface DescribedTable {
  readonly table: TableName
  readonly columns: readonly TableColumn[]
  readonly written: WrittenTable
}

export interface PackageFacts {
  readonly workspaceName: string
  readonly exportedAt: string
  readonly files: number
  readonly tables: readonly DescribedTable[]
}

export const dataPackage = ({ workspaceName, exportedAt, files, tables }: PackageFacts): unknown => ({
  profile: 'data-package',
  name: 'kith-export',
  title: workspaceName,
  created: exportedAt,
  kith: { format: FORMAT, workspaceName, files },
  resources: tables.map(({ table, columns, written }) => ({
    profile: 'tabular-data-resource',
    name: table.toLowerCase(),
    path: `${table}.csv`,
    title: inBoth((say) => say(`exported.table.${table}`)),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: written.bytes,
    hash: `sha256:${written.hash}`,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: columns.map((column) => fieldOf(table, column)),
      primaryKey: 'id',
      foreignKeys: foreignKeysOf(table, columns),
    },
    kith: { table, rows: written.rows },
  })),
})

const fieldOf = (table: TableName, column: TableColumn) => ({
  name: column.heading,
  type: column.type,
  title: inBoth((say) => nameOf(say, column)),
  description: inBoth((say) => describe(say, table, column)),
  constraints: { required: column.isRequired, ...(column.name === 'id' ? { unique: true } : {}) },
  ...(column.ownName === null ? {} : { kith: { key: column.name } }),
})

/** Both languages, English first. */
const inBoth = (words: (say: Say) => string): string => {
  const [english, chinese] = [words(speechIn('en')), words(speechIn('zh-CN'))]
  return english === chinese ? english : `${english} / ${chinese}`
}

/** What a column is called, in one language. */
export const nameOf = (say: Say, { name, ownName }: TableColumn): string => {
  if (ownName !== null) return say('exported.custom', { name: ownName })
  const key = [`exported.column.${name}`, `field.${name}`].find(isMessageKey)
  return key === undefined ? name : say(key)
}

const describe = (say: Say, table: TableName, column: TableColumn): string => {
  const name = nameOf(say, column)
  const targets = targetsOf(table, column.name)
  if (targets.length > 0) return say('exported.refers', { name, tables: targets.join(', ') })
  return column.name.endsWith('Minor') && !isMessageKey(`exported.column.${column.name}`) ? say('exported.minor', { name }) : name
}

const targetsOf = (table: TableName, column: string): TableName[] =>
  references.filter((one) => one.table === table && one.column === column).map(({ to }) => to)

/** Only what refers to one table alone can be said as a foreign key; the rest is in the descriptions. */
const foreignKeysOf = (table: TableName, columns: readonly TableColumn[]) =>
  columns.flatMap(({ name }) => {
    const [target, ...others] = name === FILE_COLUMN ? [] : targetsOf(table, name)
    return target === undefined || others.length > 0
      ? []
      : [{ fields: name, reference: { resource: target === table ? '' : target.toLowerCase(), fields: 'id' } }]
  })
