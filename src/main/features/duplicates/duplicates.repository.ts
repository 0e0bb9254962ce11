// The SQL of duplicates: what records are compared by, what was found, and which pairs are not the same.
import { type RawBuilder, sql } from 'kysely'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import type { CustomValues } from '#shared/custom-fields/custom-values.ts'
import { type LikeRecord, scanResult, type ScanResult } from '#shared/duplicates/duplicate.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import type { Likened } from './likeness/comparable.ts'

const tables: Readonly<Record<CustomerType, RawBuilder<unknown>>> = { company: sql`companies`, contact: sql`contacts` }

/** What only one of the two kinds has. */
const ownColumns: Readonly<Record<CustomerType, RawBuilder<unknown>>> = {
  company: sql`creditCode, website, null as birthday`,
  contact: sql`null as creditCode, null as website, birthday`,
}

interface Row extends Omit<Likened, 'phones' | 'emails' | 'companyIds' | 'own'> {
  readonly no: number
  readonly phone: string | null
  readonly email: string | null
  /** Null where nothing of it is wanted. */
  readonly custom: CustomValues | null
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly isOwnWanted: boolean
}

/** A stretch of the table, by row numbers; archived ones are left out. */
const rowsBetween = (db: Db, recordType: CustomerType, { from, to, isOwnWanted }: Stretch): Row[] =>
  db.all(
    compileSql(sql<Row>`select no, id, name, address, city, postcode, externalId, phone, email,
        ${isOwnWanted ? sql`custom` : sql`null as custom`}, ${ownColumns[recordType]}
      from ${tables[recordType]} where no > ${from} and no <= ${to} and archivedAt is null order by no`),
  )

export const lastNo = (db: Db, recordType: CustomerType): number =>
  db.get(compileSql(sql<{ last: number | null }>`select max(no) as last from ${tables[recordType]}`))?.last ?? 0

interface Beside {
  readonly recordId: string
  readonly kind: string
  readonly value: string
}

/** Further numbers and addresses, and the companies of people, by record. */
export const readBeside = (db: Db, recordType: CustomerType): ReadonlyMap<string, readonly Beside[]> => {
  const points = db.all(
    compileSql(
      sql<Beside>`select recordId, kind, value from contactPoints
        where archivedAt is null and kind in ('phone', 'email') and recordType = ${recordType}`,
    ),
  )
  const links =
    recordType === 'company'
      ? []
      : db.all(
          compileSql(
            sql<Beside>`select contactId as recordId, 'company' as kind, companyId as value from companyContacts where archivedAt is null`,
          ),
        )
  return Map.groupBy([...points, ...links], ({ recordId }) => recordId)
}

interface Around {
  readonly beside: ReadonlyMap<string, readonly Beside[]>
  /** The office's own fields that no two records may share. */
  readonly ownKeys: readonly string[]
}

export const listLikened = (
  db: Db,
  recordType: CustomerType,
  { from, to }: { readonly from: number; readonly to: number },
  { beside, ownKeys }: Around,
): Likened[] =>
  rowsBetween(db, recordType, { from, to, isOwnWanted: ownKeys.length > 0 }).map(({ no: _no, phone, email, custom, ...row }) => {
    const of = (kind: string) => (beside.get(row.id) ?? []).filter((one) => one.kind === kind).map(({ value }) => value)
    return {
      ...row,
      phones: [...(phone === null ? [] : [phone]), ...of('phone')],
      emails: [...(email === null ? [] : [email]), ...of('email')],
      companyIds: of('company'),
      own: ownTexts(custom, ownKeys),
    }
  })

const ownTexts = (custom: CustomValues | null, keys: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = custom?.[key]
      return typeof value === 'string' || typeof value === 'number' ? [[key, String(value)] as const] : []
    }),
  )

const SCOPE = 'duplicates'

export const keepScan = (tx: WriteTx, recordType: CustomerType, result: ScanResult): void =>
  tx.keep({ userId: '', scope: SCOPE, key: recordType }, JSON.stringify(result))

export const findScan = (db: Db, recordType: CustomerType): (ScanResult & { readonly at: string }) | null => {
  const row = db.get(
    compileSql(
      sql<{ value: string; at: string }>`select value, at from local_state
        where userId = '' and scope = ${SCOPE} and key = ${recordType}`,
    ),
  )
  return row ? { ...scanResult.parse(JSON.parse(row.value)), at: row.at } : null
}

/** `<lesser id> <greater id>` of every pair that somebody said is not the same. */
export const listNotDuplicates = (db: Db, recordType: CustomerType): ReadonlySet<string> =>
  new Set(
    db
      .all(
        compileSql(
          sql<{ aId: string; bId: string }>`select aId, bId from notDuplicates
            where archivedAt is null and recordType = ${recordType}`,
        ),
      )
      .map(({ aId, bId }) => `${aId} ${bId}`),
  )

/** Those of the records that are in use. */
export const listActiveIds = (db: Db, recordType: CustomerType, ids: readonly string[]): ReadonlySet<string> =>
  new Set(
    db
      .all(
        compileSql(
          sql<{ id: string }>`select t.id from ${tables[recordType]} t
            join json_each(${JSON.stringify(ids)}) asked on asked.value = t.id where t.archivedAt is null`,
        ),
      )
      .map(({ id }) => id),
  )

const shownColumns: Readonly<Record<CustomerType, RawBuilder<unknown>>> = {
  company: sql`t.creditCode, null as birthday, null as companyName`,
  contact: sql`null as creditCode, t.birthday,
    (select c.name from companyContacts l join companies c on c.id = l.companyId
      where l.contactId = t.id and l.archivedAt is null order by l.isPrimary desc, l.id limit 1) as companyName`,
}

export const listLikeRecords = (db: Db, recordType: CustomerType, ids: readonly string[]): LikeRecord[] =>
  db.all(
    compileSql(sql<LikeRecord>`select t.id, t.name, t.phone, t.email, t.address, t.city, t.createdAt, ${shownColumns[recordType]},
      (select name from users where users.id = t.ownerId) as ownerName
      from ${tables[recordType]} t join json_each(${JSON.stringify(ids)}) asked on asked.value = t.id
      where t.archivedAt is null order by t.createdAt, t.id`),
  )
