// A desk for merging: records with everything that can hang on them, counted, and compared row by row.
import type { CustomerType } from '#shared/customers/contact-point.ts'
import type { WriteTx } from '#main/db/database.ts'
import { registry, type TableName } from '#main/db/registry/tables.ts'
import type { TestApp } from './test-app.ts'

type Rows = Readonly<Record<string, readonly object[]>>

/** All captured values of all tables, rows whose creation was undone left out. */
export const allRows = ({ writer }: TestApp): Rows =>
  Object.fromEntries(
    Object.entries(registry).map(([table, { columns }]) => {
      const names = [...Object.keys(columns), ...('customFor' in registry[table as TableName] ? ['custom'] : [])]
      const rows = writer.raw
        .prepare<[], object>(`SELECT id, ${names.join()} FROM ${table} WHERE archivedReason IS NOT 'undone' ORDER BY id`)
        .all()
      return [table, rows]
    }),
  )

/** What the search index finds each record in use by. */
export const allDocuments = ({ writer }: TestApp): readonly object[] =>
  writer.raw.prepare<[], object>('SELECT rowid, name, pinyin, initials, phone, words FROM search ORDER BY rowid').all()

export const fill = <Value>({ writer, owner }: TestApp, work: (tx: WriteTx) => Value): Value =>
  writer.write({ actor: owner.userId, procedure: 'test.fill' }, work).value

export const newestOperation = async (app: TestApp): Promise<string> => {
  const { operations } = await app.ask('history.operations', { limit: 1 })
  return operations[0]?.id ?? ''
}

/** Columns that not any text fits. */
const SOUND: Readonly<Record<string, string>> = {
  'relations.kind': 'friend',
  'contactPoints.kind': 'phone',
  'tickets.priority': 'low',
  'notDuplicates.aId': '0',
}

/** A row of any table, made of nothing but what its columns must have. */
export const anyRow = (table: TableName, recordType: CustomerType): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(registry[table].columns).flatMap(([column, { type, nullable }]): [string, unknown][] => {
      if (['createdAt', 'isSample'].includes(column) || nullable) return []
      if (column === 'recordType') return [[column, recordType]]
      if (type !== 'text') return [[column, type === 'boolean' ? false : 1]]
      return [[column, SOUND[`${table}.${column}`] ?? `some ${column}`]]
    }),
  )
