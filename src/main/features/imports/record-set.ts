// The records of one kind that rows can mean: those that are there, and those that this import makes. Keys are read once, in portions.
import { sql } from 'kysely'
import type { ImportEntity } from '#shared/imports/plan.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { createIdList } from './id-list.ts'
import { createTextList } from './text-list.ts'
import { createKeyIndex, type KeyIndex } from './key-index.ts'
import { type Columns, kinds } from './kinds.ts'
import { readKeys, readMergedKeys } from './read-keys.ts'
import { keyTextOf, type MatchKey, textAt } from './match-keys.ts'
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
  /** Of a record that this import makes: by column what it may be asked for later, and what it was made with if a row only named it. */
  readonly textsOf: (record: number) => Readonly<Record<string, string>>
  /** A record that this import makes. */
  readonly add: (id: string, columns: Columns) => number
  readonly numberOf: (id: string) => number | undefined
  /** Of a record that was added: it is not found any more. */
  readonly forget: (record: number) => void
  readonly note: (record: number, key: MatchKey, value: string) => void
  /** A person's name at a company; without one, `companyId` is empty. */
  readonly notePlace: (record: number, companyId: string, name: string) => void
  /** Whether it was there before this import. */
  readonly isOld: (record: number) => boolean
  readonly wants: readonly MatchKey[]
  /** How many keys were noted: as long as there are no more, it finds no others. */
  readonly noted: () => number
}

interface Wants {
  readonly keys: ReadonlySet<MatchKey>
  /** The keys among them by which rows of another kind name these records. */
  readonly named: ReadonlySet<MatchKey>
  readonly rowColumns: readonly string[]
  readonly touches: Touches
}

/** Columns that tell two records of one name apart. */
const TELLING: readonly string[] = ['externalId', 'creditCode', 'code']
/** With what a record may be made besides, where rows name it. */
const SAID: readonly string[] = ['email', 'phone']

export const NONE: readonly number[] = []

/** Of what has no text there is no record. */
export const findText = (set: Pick<RecordSet, 'find'>, key: MatchKey, text: string | null): readonly number[] =>
  text === null ? NONE : set.find(key, text)

export const createRecordSet = (db: Db, entity: ImportEntity, { keys: wants, named, rowColumns, touches }: Wants): RecordSet => {
  const ids = createIdList()
  const lookups = new Map([...wants].map((key) => [key, { index: createKeyIndex(), touch: touches.of(`${entity}.${key}`) }]))
  let noted = 0
  const noteText = (record: number, key: MatchKey, text: string | null): void => {
    const lookup = lookups.get(key)
    if (!lookup) return
    noted += 1
    if (text === null) return
    lookup.touch(lookup.index.hashOf(text))
    lookup.index.add(text, record)
  }
  const note = (record: number, key: MatchKey, value: string): void => noteText(record, key, keyTextOf(entity, key, value))
  const notePlace = (record: number, companyId: string, name: string): void => noteText(record, 'nameAt', textAt(companyId, name))
  /** Records that were taken out again. */
  const gone = new Set<number>()
  const find = (key: MatchKey, text: string): readonly number[] => {
    const lookup = lookups.get(key)
    if (!lookup) return NONE
    lookup.touch(lookup.index.hashOf(text))
    const found = lookup.index.find(text)
    return gone.size === 0 ? found : found.filter((record) => !gone.has(record))
  }
  touches.pause(() =>
    readKeys(db, entity, wants, { rowColumns, numberFor: ids.numberFor, numberOf: ids.numberOf, note, notePlace }),
  )
  const merged = new Map<MatchKey, KeyIndex>()
  if (entity === 'company' || entity === 'contact') {
    readMergedKeys(db, entity, wants, (id, key, value) => {
      const record = ids.numberOf(id)
      if (record === undefined) return
      let index = merged.get(key)
      if (!index) merged.set(key, (index = createKeyIndex()))
      const text = keyTextOf(entity, key, value)
      if (text !== null) index.add(text, record)
    })
  }
  const old = ids.size()
  const { table, nameColumn } = kinds[entity]
  /** Of the records that are made what may be asked of them later, in their order. */
  const kept = [...TELLING.filter((column) => wants.has(column)), ...SAID.filter((column) => named.has(column))]
  const made = new Map([nameColumn, ...kept].map((column) => [column, createTextList()]))

  const valueOf = (record: number, column: string): string | null => {
    if (record >= old) return made.get(column)?.get(record - old) ?? null
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
    textsOf: (record) =>
      Object.fromEntries(
        [...made].flatMap(([column, texts]) => {
          const text = texts.get(record - old)
          return text === null ? [] : [[column, text]]
        }),
      ),
    nameOf: (record) => valueOf(record, nameColumn) ?? '',
    add: (id, columns) => {
      const record = ids.numberFor(id)
      for (const [column, values] of made) {
        const value = columns[column]
        values.set(record - old, typeof value === 'string' ? value : null)
      }
      return record
    },
    numberOf: ids.numberOf,
    note,
    notePlace,
    isOld: (record) => record < old,
  }
}
