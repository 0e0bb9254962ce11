// The SQL behind the warning while a record is typed.
import { type RawBuilder, sql } from 'kysely'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'

const tables: Readonly<Record<CustomerType, RawBuilder<unknown>>> = { company: sql`companies`, contact: sql`contacts` }

export interface LookedUp {
  readonly id: string
  readonly name: string
  readonly creditCode: string | null
  readonly website: string | null
  readonly ownerName: string | null
  readonly isPooled: number
  readonly phones: readonly string[]
  readonly emails: readonly string[]
}

interface Row extends Omit<LookedUp, 'phones' | 'emails'> {
  readonly phone: string | null
  readonly email: string | null
  /** JSON: further numbers and addresses. */
  readonly points: string
}

const codeOf: Readonly<Record<CustomerType, RawBuilder<unknown>>> = {
  company: sql`t.creditCode, t.website`,
  contact: sql`null as creditCode, null as website`,
}

export const idsWithCreditCode = (db: Db, code: string): string[] =>
  db
    .all(compileSql(sql<{ id: string }>`select id from companies where creditCode = ${code} and archivedAt is null limit 5`))
    .map(({ id }) => id)

/** Records in use, by the numbers of their rows or their ids. */
export const findLookedUp = (
  db: Db,
  recordType: CustomerType,
  { numbers, ids }: { readonly numbers: readonly number[]; readonly ids: readonly string[] },
): LookedUp[] =>
  db
    .all(
      compileSql(sql<Row>`select t.id, t.name, t.phone, t.email, t.pooledAt is not null as isPooled, ${codeOf[recordType]},
        (select name from users where users.id = t.ownerId) as ownerName,
        (select json_group_array(json_array(kind, value)) from contactPoints p where p.recordId = t.id and p.archivedAt is null) as points
        from ${tables[recordType]} t where t.archivedAt is null
        and (t.no in (select value from json_each(${JSON.stringify(numbers)})) or t.id in (select value from json_each(${JSON.stringify(ids)})))`),
    )
    .map(({ phone, email, points, ...row }) => {
      // Written by the statement above.
      const further = JSON.parse(points) as readonly (readonly [kind: string, value: string])[]
      const of = (kind: string) => further.filter(([one]) => one === kind).map(([, value]) => value)
      return {
        ...row,
        phones: [...(phone === null ? [] : [phone]), ...of('phone')],
        emails: [...(email === null ? [] : [email]), ...of('email')],
      }
    })
