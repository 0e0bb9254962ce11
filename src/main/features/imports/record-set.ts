// The records of one kind that rows can mean: those that are there, and those that this import makes. Keys are read once, in portions.
import { sql } from 'kysely'
import type { ImportEntity } from '#shared/imports/plan.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { createIdList } from './id-list.ts'
import { createKeyIndex, type KeyIndex } from './key-index.ts'
import { type Columns, kinds } from './kinds.ts'
import { readKeys, readMergedKeys } from './read-keys.ts'
import { keyTextsOf, type MatchKey } from './match-keys.ts'
import type { Touches } from './touches.ts'

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
  /** Of a record that was added: it is not found any more. */
  readonly forget: (record: number) => void
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
  readonly touches: Touches
}

/** Columns that tell two records of one name apart. */
const TELLING = ['externalId', 'creditCode', 'email', 'code'] as const

export const createRecordSet = (db: Db, entity: ImportEntity, { keys: wants, rowColumns, touches }: Wants): RecordSet => {
  const ids = createIdList()
  const indexes = new Map<MatchKey, KeyIndex>([...wants].map((key) => [key, createKeyIndex()]))
  let noted = 0
  const note = (record: number, key: MatchKey, value: string, touch?: (text: string) => void): void => {
    const index = indexes.get(key)
    if (!index) return
    noted += 1
    for (const text of keyTextsOf(entity, key, value)) {
      touch?.(text)
      index.add(text, record)
    }
  }
  const touching = new Map([...wants].map((key) => [key, touches.ofTexts(`${entity}.${key}`)]))
  /** Records that were taken out again. */
  const gone = new Set<number>()
  const find = (key: MatchKey, text: string): readonly number[] => {
    touching.get(key)?.(text)
    const found = indexes.get(key)?.find(text) ?? []
    return gone.size === 0 ? found : found.filter((record) => !gone.has(record))
  }
  readKeys(db, entity, wants, { rowColumns, numberFor: ids.numberFor, numberOf: ids.numberOf, note })
  const merged = new Map<MatchKey, KeyIndex>()
  if (entity === 'company' || entity === 'contact') {
    readMergedKeys(db, entity, wants, (id, key, value) => {
      const record = ids.numberOf(id)
      if (record === undefined) return
      let index = merged.get(key)
      if (!index) merged.set(key, (index = createKeyIndex()))
      for (const text of keyTextsOf(entity, key, value)) index.add(text, record)
    })
  }
  const old = ids.size()
  const { table, nameColumn } = kinds[entity]
  /** Of the records that are made what may be asked of them later, in their order. */
  const made = new Map(
    [nameColumn, ...TELLING.filter((column) => column !== nameColumn && wants.has(column))].map(
      (column) => [column, [] as (string | null)[]] as const,
    ),
  )

  const valueOf = (record: number, column: string): string | null => {
    if (record >= old) return made.get(column)?.[record - old] ?? null
    const stored = db.get(
      compileSql(
        sql<{ value: string | null }>`select ${sql.ref(column)} as value from ${sql.table(table)} where id = ${ids.idOf(record)}`,
      ),
    )?.value
    return typeof stored === 'string' ? stored : null
  }

  return {
    wants: [...wants],
    noted: () => noted,
    find,
    forget: (record) => void gone.add(record),
    hasMerged: merged.size > 0,
    findMerged: (key, text) => merged.get(key)?.find(text) ?? [],
    idOf: ids.idOf,
    valueOf,
    nameOf: (record) => valueOf(record, nameColumn) ?? '',
    add: (id, columns) => {
      const record = ids.numberFor(id)
      for (const [column, values] of made) {
        const value = columns[column]
        values[record - old] = typeof value === 'string' ? value : null
      }
      return record
    },
    numberOf: ids.numberOf,
    note: (record, key, value) => note(record, key, value, touching.get(key)),
    isOld: (record) => record < old,
  }
}
