// Rows whose id comes from what they tie together: a link, a tag on a record, a favourite. Under the winner they are other rows, so they are
// made anew there and the old ones go; what the winner has already is not made twice.
import { sql } from 'kysely'
import { compileSql } from '#main/db/builder.ts'
import type { Db, NewRow, StoredRow, WriteTx } from '#main/db/database.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import { isActive } from '#main/db/selection.ts'
import type { Members } from './merge-records.ts'
import type { Left, Plan, Step } from './step.ts'

/** A row as it was and as it will be. */
export interface Turned<T extends TableName> {
  readonly row: StoredRow<T>
  readonly next: NewRow<T>
}

export interface NaturalTable<T extends TableName> {
  readonly table: T
  /** The columns that name a record which may be merged. */
  readonly columns: readonly (keyof StoredRow<T> & string)[]
  /** The row's key, in the order of its natural id, and what it is under the winner. */
  readonly turn: (row: StoredRow<T>, members: Members) => { readonly key: readonly string[]; readonly next: NewRow<T> }
  /** It says nothing any more: a link of a record to itself. */
  readonly isPointless?: (turned: Turned<T>, members: Members) => boolean
  /** What the row that stays takes over from its double, and what it does not. */
  readonly join?: (
    stays: NewRow<T>,
    double: Turned<T>,
  ) => { readonly next: NewRow<T>; readonly left: Omit<Left, 'recordId'> | null }
  /** Looks at all rows as they will be together. */
  readonly settle?: (rows: readonly NewRow<T>[]) => readonly NewRow<T>[]
}

interface Standing<T extends TableName> {
  readonly key: readonly string[]
  /** The winner's own row; null: it is made. */
  readonly own: StoredRow<T> | null
  next: NewRow<T>
}

/** Only rows in use: a link that was ended stays with the record that it ended on. */
export const planNatural = <T extends TableName>(
  db: Db,
  members: Members,
  natural: NaturalTable<T>,
): Plan & { readonly rows: readonly NewRow<T>[] } => {
  const { table, turn, isPointless, join, settle } = natural
  const steps: Step[] = []
  const left: Left[] = []
  const standing = new Map<string, Standing<T>>()
  const step = (kind: Step['kind'], apply: Step['apply']): void => void steps.push({ table, kind, isActive: true, apply })

  for (const { row, memberId } of rowsOf(db, members, natural)) {
    const { key, next } = turn(row, members)
    const goes = (tx: WriteTx): void => tx.archive(table, row.id, 'merged')
    if (isPointless?.({ row, next }, members)) {
      step('doubled', goes)
      continue
    }
    const name = JSON.stringify(key)
    const known = standing.get(name)
    if (known === undefined) {
      const isOwn = memberId === members.winnerId
      standing.set(name, { key, own: isOwn ? row : null, next })
      if (!isOwn) step('moved', goes)
      continue
    }
    step('doubled', goes)
    const joined = join?.(known.next, { row, next })
    if (!joined) continue
    known.next = joined.next
    if (joined.left) left.push({ recordId: memberId, ...joined.left })
  }

  const all = [...standing.values()]
  const settled = settle?.(all.map(({ next }) => next)) ?? all.map(({ next }) => next)
  for (const [place, { key, own }] of all.entries()) {
    const next = settled[place]
    if (next && (own === null || isOther(own, next))) step('mended', (tx) => void tx.put(table, key, next))
  }
  return { steps, left, rows: settled }
}

const isOther = <T extends TableName>(own: StoredRow<T>, next: NewRow<T>): boolean => {
  // Rows by their column names.
  const before = own as Readonly<Record<string, unknown>>
  return Object.entries(next).some(([column, value]) => value !== undefined && before[column] !== value)
}

/** In the order of the records, the winner's first. */
const rowsOf = <T extends TableName>(db: Db, { ids, order }: Members, { table, columns }: NaturalTable<T>) => {
  const seen = new Set<string>()
  return order.flatMap((place) => {
    const memberId = ids[place] ?? ''
    const names = sql.join(
      columns.map((column) => sql`${sql.ref(column)} = ${memberId}`),
      sql` or `,
    )
    return db
      .all(
        compileSql(
          sql<StoredRow<T>>`select * from ${sql.table(table)} where (${names}) and ${isActive(table)} order by createdAt, id`,
        ),
      )
      .flatMap((row) => {
        if (seen.has(row.id)) return []
        seen.add(row.id)
        return [{ row, memberId }]
      })
  })
}
