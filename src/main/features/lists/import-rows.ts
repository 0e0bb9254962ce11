// The records that an import made or changed, read from the log: also those whose values somebody has written over since, and those that got
// only a tag, a number, a company or a line.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { AppError } from '#shared/base/app-error.ts'
import { compileSql } from '#main/db/builder.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import type { tableOf } from './list-table.ts'

type ListTable = ReturnType<typeof tableOf>

/** The rows that belong to a record of a table, and the column that names it. */
const BELONGING: Readonly<Record<ListTable, Readonly<Partial<Record<TableName, string>>>>> = {
  companies: { contactPoints: 'recordId', recordTags: 'recordId' },
  contacts: { contactPoints: 'recordId', recordTags: 'recordId', companyContacts: 'contactId' },
  deals: { recordTags: 'recordId' },
  tickets: { recordTags: 'recordId' },
  products: { recordTags: 'recordId' },
  orders: { recordTags: 'recordId', orderLines: 'orderId' },
  activities: {},
}

/** @throws AppError `not_found` where the import is gone, or the log has forgotten it. */
export const importCondition = (
  { db, log }: Pick<CallContext, 'db' | 'log'>,
  importId: string,
  table: ListTable,
): RawBuilder<SqlBool> => {
  const note = db.get(
    compileSql(
      sql<{ id: string; ver: number; cells: string | null }>`
        select id, ver, cells from ${sql.table('imports')} where id = ${importId}`,
    ),
  )
  const written = note && log.writtenBy('imports', 'fileName', note)
  if (!written) throw new AppError('not_found', 'imports.past.gone')
  const rows = log.rowsOf(written.operation)
  const among = (ids: readonly string[]) => sql`(select value from json_each(${JSON.stringify(ids)}))`
  const belonging = Object.entries(BELONGING[table]).flatMap(([other, column]) => {
    const ids = rows.get(other as TableName) // A key of the record above.
    return ids ? [sql`select ${sql.ref(column)} from ${sql.table(other)} where id in ${among(ids)}`] : []
  })
  const own = sql`select value from json_each(${JSON.stringify(rows.get(table) ?? [])})`
  return sql<SqlBool>`${sql.ref(`${table}.id`)} in (${sql.join([own, ...belonging], sql` union `)})`
}
