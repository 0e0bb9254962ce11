// Which record a row means: by its keys, the surest first.
import type { ImportEntity } from '#shared/imports/plan.ts'
import { type RowReading, textOf } from '#shared/imports/reading.ts'
import { legalForm } from '#main/records/match-texts.ts'
import { keyTextOf, type MatchKey, rowText, textAt } from './match-keys.ts'
import type { Columns } from './kinds.ts'
import { findText, NONE as NO_RECORDS, type RecordSet } from './record-set.ts'
import { plainText } from './plain-text.ts'

export type Match =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly record: number; readonly by: MatchKey }
  | { readonly kind: 'several'; readonly records: readonly number[]; readonly by: MatchKey }

export interface Matching {
  readonly entity: ImportEntity
  readonly keys: readonly MatchKey[]
  /** Whether the user chose this one key: then it counts whatever else the row says. */
  readonly isChosen: boolean
  readonly set: RecordSet
  /** Whether an earlier row of this import is the record. */
  readonly isClaimed: (record: number) => boolean
  readonly rowColumns: readonly string[]
}

interface Row {
  readonly reading: RowReading
  readonly ids: Readonly<Record<string, string | null>>
  /** Of the row, for the key `row`. */
  readonly columns: () => Columns
}

/** Keys that several records may share: each row takes the next one. */
const IN_TURN: ReadonlySet<MatchKey> = new Set(['row', 'product'])
const SURE: readonly MatchKey[] = ['externalId', 'creditCode', 'code']

export const matchRow = (matching: Matching, row: Row): Match => {
  const { set, isClaimed } = matching
  let several: readonly number[] | null = null
  let severalBy = ''
  for (const key of matching.keys) {
    const texts = textsOf(matching, key, row)
    if (texts.length === 0) continue
    const found = findBy(matching, key, { texts, row })
    if (IN_TURN.has(key)) {
      const free = found.find((record) => set.isOld(record) && !isClaimed(record))
      if (free !== undefined) return { kind: 'one', record: free, by: key }
      continue
    }
    const fitting = found.filter((record) => fits(matching, key, { record, row }))
    const meant: readonly number[] = several === null ? fitting : fitting.filter((record) => several?.includes(record))
    const [only] = meant
    if (only !== undefined && meant.length === 1) return { kind: 'one', record: only, by: key }
    if (meant.length > 1) {
      several = meant
      severalBy = key
    }
  }
  return several === null ? { kind: 'none' } : { kind: 'several', records: several, by: severalBy }
}

/** The record that stands for one which the row means and which was merged into it. */
export const mergedMatch = (
  { entity, set, keys }: Matching,
  { reading }: Pick<Row, 'reading'>,
): { readonly record: number; readonly by: MatchKey } | null => {
  if (!set.hasMerged) return null
  for (const key of keys) {
    const value = textOf(reading, key)
    if (value === null) continue
    const looked = entity === 'company' && key === 'name' ? 'exact' : key
    const text = keyTextOf(entity, looked, value)
    const [only, ...more] = new Set(text === null ? [] : set.findMerged(looked, text))
    if (only !== undefined && more.length === 0) return { record: only, by: key }
  }
  return null
}

const textsOf = ({ entity, rowColumns }: Matching, key: MatchKey, { reading, ids, columns }: Row): readonly string[] => {
  if (key === 'row') {
    if (Object.values(ids).includes('new')) return NONE
    const values = columns()
    return [rowText(rowColumns.map((column) => values[column]))]
  }
  if (key === 'link')
    return typeof ids['company'] === 'string' && typeof ids['contact'] === 'string'
      ? [`${ids['company']} ${ids['contact']}`]
      : NONE
  if (entity === 'orderLine' && (key === 'lineNo' || key === 'product')) {
    const orderId = ids['order']
    const second = key === 'lineNo' ? reading.values['lineNo'] : (ids['product'] ?? textOf(reading, 'name') ?? '')
    return typeof orderId === 'string' && orderId !== 'new' && second !== undefined && second !== null
      ? textsOfValue(entity, key, `${orderId} ${plainText(second)}`)
      : NONE
  }
  const value = reading.values[key]
  const said = typeof value === 'string' || typeof value === 'number' ? textsOfValue(entity, key, String(value)) : NONE
  if (reading.points.length === 0 || (key !== 'phone' && key !== 'email')) return said
  const further = reading.points.filter(({ kind, type }) => kind === key && type !== 'fax')
  return [...said, ...further.flatMap((point) => textsOfValue(entity, key, point.value))]
}

const NONE: readonly string[] = []

const textsOfValue = (entity: ImportEntity, key: MatchKey, value: string): readonly string[] => {
  const text = keyTextOf(entity, key, value)
  return text === null ? NONE : [text]
}

const findBy = (
  { entity, set }: Matching,
  key: MatchKey,
  { texts, row }: { readonly texts: readonly string[]; readonly row: Row },
): readonly number[] => {
  if (key !== 'name' || (entity !== 'contact' && entity !== 'company')) {
    const [only = '', ...further] = texts
    return further.length === 0 ? set.find(key, only) : [...new Set(texts.flatMap((text) => set.find(key, text)))]
  }
  const name = textOf(row.reading, 'name') ?? ''
  if (entity === 'company') {
    const exact = findText(set, 'exact', keyTextOf(entity, 'exact', name))
    return exact.length > 0 ? exact : findText(set, 'name', texts[0] ?? null)
  }
  return findPerson(set, name, row)
}

/** A person is known by name at a company, else without one, or by name alone where the row says nothing else. */
const findPerson = (set: RecordSet, name: string, { reading, ids }: Row): readonly number[] => {
  const companyId = ids['company'] ?? ''
  const at = (company: string) => findText(set, 'nameAt', textAt(company, name))
  const there = companyId === 'new' ? [] : at(companyId)
  if (there.length > 0) return there
  const free = companyId === '' ? [] : at('').filter((record) => set.isOld(record))
  if (free.length > 0) return free
  const saysMore =
    companyId !== '' || reading.points.length > 0 || textOf(reading, 'email') !== null || textOf(reading, 'phone') !== null
  return saysMore ? NO_RECORDS : findText(set, 'name', keyTextOf('contact', 'name', name))
}

interface Candidate {
  readonly record: number
  readonly row: Row
}

/** Whether nothing speaks against it: numbers are shared, names of different legal forms are different firms. */
const fits = (matching: Matching, key: MatchKey, { record, row }: Candidate): boolean => {
  const { set, entity, isChosen } = matching
  if (isChosen) return true
  if (entity === 'contact' && (key === 'phone' || (key === 'email' && matching.isClaimed(record)))) {
    const name = textOf(row.reading, 'name')
    return name === null || isNameLike(name, set.nameOf(record))
  }
  if (entity === 'company' && key === 'name') {
    const one = legalForm(textOf(row.reading, 'name') ?? '')
    const other = legalForm(set.nameOf(record))
    if (one !== '' && other !== '' && one !== other) return false
  }
  return !SURE.some((sure) => sure !== key && differsIn(matching, sure, { record, row }))
}

/** Whether the row has another code than the record, by what is known of other records of this import and of before. */
const differsIn = ({ set, entity, keys }: Matching, key: MatchKey, { record, row }: Candidate): boolean => {
  const value = row.reading.values[key]
  if (typeof value !== 'string' || !keys.includes(key)) return false
  const held = set.valueOf(record, key)
  return held !== null && keyTextOf(entity, key, held) !== keyTextOf(entity, key, value)
}

/** Anna Smith and Smith, A. may be one person; Anna and Bernd are not. */
const isNameLike = (one: string, other: string): boolean => {
  const words = (name: string): string[] =>
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== '')
  const [a, b] = [words(one), words(other)]
  if (a.length === 0 || b.length === 0) return true
  if (/\p{Script=Han}/u.test(one + other)) return a.join('') === b.join('') || one.includes(other) || other.includes(one)
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  // Initials alone are nobody's name.
  const hasWord = short.some((word) => word.length > 1 && long.includes(word))
  return (
    (a.join(' ') === b.join(' ') || hasWord) &&
    short.every((word) =>
      long.some(
        (longer) =>
          longer === word || (word.length === 1 && longer.startsWith(word)) || (longer.length === 1 && word.startsWith(longer)),
      ),
    )
  )
}
