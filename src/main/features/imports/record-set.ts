// The records of one kind that rows can mean: those that are there, and those that this import makes. Keys are read once, in portions.
import { sql } from 'kysely'
import type { ImportEntity } from '#shared/imports/plan.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { createKeyIndex, type KeyIndex } from './key-index.ts'
import { type Columns, kinds } from './kinds.ts'
import { readKeys, readMergedKeys } from './read-keys.ts'
import { keyTextsOf, type MatchKey } from './match-keys.ts'

export interface RecordSet {
  readonly find: (key: MatchKey, text: string) => readonly number[]
  /** Whether any record was merged into another. */
  readonly hasMerged: boolean
  /** Records into which one with this key was merged. */
  readonly findMerged: (key: MatchKey, text: string) => readonly number[]
  readonly idOf: (record: number) => string
  readonly nameOf: (record: number) => string
  /** What the record holds in a column: null where it holds nothing. */
  readonly valueOf: (record: number, column: string) => string | null
  /** A record that this import makes. */
  readonly add: (id: string, columns: Columns) => number
  readonly numberOf: (id: string) => number | undefined
  readonly note: (record: number, key: MatchKey, value: string) => void
  /** Whether it was there before this import. */
  readonly isOld: (record: number) => boolean
  readonly wants: readonly MatchKey[]
  /** How many keys were noted: as long as there are no more, it finds no others. */
  readonly noted: () => number
}

interface Wants {
  readonly keys: ReadonlySet<MatchKey>
  readonly rowColumns: readonly string[]
}

export const createRecordSet = (db: Db, entity: ImportEntity, { keys: wants, rowColumns }: Wants): RecordSet => {
  const ids: string[] = []
  const made = new Map<number, Columns>()
  const numbers = new Map<string, number>()
  const indexes = new Map<MatchKey, KeyIndex>([...wants].map((key) => [key, createKeyIndex()]))
  const numberFor = (id: string): number => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    const record = ids.push(id) - 1
    numbers.set(id, record)
    return record
  }
  let noted = 0
  const note = (record: number, key: MatchKey, value: string): void => {
    const index = indexes.get(key)
    if (!index) return
    noted += 1
    for (const text of keyTextsOf(entity, key, value)) index.add(text, record)
  }
  readKeys(db, entity, wants, {
    rowColumns,
    seen: (id) => void numberFor(id),
    // A number may still hang on a record that is archived.
    visit: (id, key, value) => {
      const record = numbers.get(id)
      if (record !== undefined) note(record, key, value)
    },
  })
  const merged = new Map<MatchKey, KeyIndex>()
  if (entity === 'company' || entity === 'contact') {
    readMergedKeys(db, entity, wants, (id, key, value) => {
      const record = numbers.get(id)
      if (record === undefined) return
      let index = merged.get(key)
      if (!index) merged.set(key, (index = createKeyIndex()))
      for (const text of keyTextsOf(entity, key, value)) index.add(text, record)
    })
  }
  const old = ids.length
  const { table, nameColumn } = kinds[entity]

  const valueOf = (record: number, column: string): string | null => {
    const fresh = made.get(record)
    const value = fresh
      ? fresh[column]
      : db.get(
          compileSql(
            sql<{
              value: string | null
            }>`select ${sql.ref(column)} as value from ${sql.table(table)} where id = ${ids[record] ?? ''}`,
          ),
        )?.value
    return typeof value === 'string' ? value : null
  }

  return {
    wants: [...wants],
    noted: () => noted,
    find: (key, text) => indexes.get(key)?.find(text) ?? [],
    hasMerged: merged.size > 0,
    findMerged: (key, text) => merged.get(key)?.find(text) ?? [],
    idOf: (record) => ids[record] ?? '',
    valueOf,
    nameOf: (record) => valueOf(record, nameColumn) ?? '',
    add: (id, columns) => {
      const record = numberFor(id)
      made.set(record, {
        [nameColumn]: columns[nameColumn],
        externalId: columns['externalId'],
        creditCode: columns['creditCode'],
        email: columns['email'],
        code: columns['code'],
      })
      return record
    },
    numberOf: (id) => numbers.get(id),
    note,
    isOld: (record) => record < old,
  }
}
