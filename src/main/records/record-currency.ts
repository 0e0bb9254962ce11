// The currency that a record's amounts were in after each of its changes, told backwards from what it is today.
import { sql } from 'kysely'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import type { LoggedRowChange } from '#main/db/log/change-log.ts'

const currencyFields: Readonly<Partial<Record<string, string>>> = {
  ...{ companies: 'revenueCurrency', deals: 'currency', orders: 'currency', products: 'currency' },
}

/** One currency a change, in their order, which is newest first; `null` where the record had none, or has no amounts. */
export const currenciesAfter = (
  db: Db,
  { table, id }: { readonly table: string; readonly id: string },
  changes: readonly Pick<LoggedRowChange, 'changes'>[],
): (string | null)[] => {
  const field = currencyFields[table]
  if (field === undefined) return changes.map(() => null)
  let currency = currencyToday(db, table, field, id)
  return changes.map((change) => {
    const after = currency
    const turned = change.changes.find((each) => each.field === field)
    if (turned) currency = typeof turned.from === 'string' ? turned.from : null
    return after
  })
}

const currencyToday = (db: Db, table: string, field: string, id: string): string | null =>
  db.get(
    compileSql(sql<{ currency: string | null }>`select ${sql.ref(field)} as currency from ${sql.table(table)} where id = ${id}`),
  )?.currency ?? null
