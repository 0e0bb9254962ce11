// Custom fields as columns of the write path: each has a cell, so a version, of its own. In the file they lie together in one JSON column,
// and what they sort by in another.
import { type CustomValue, type CustomValues, storageClasses, storageClassOf } from '#shared/custom-fields/custom-values.ts'
import { sortKey } from '../search/sort-key.ts'
import type { ColumnType } from '../registry/columns.ts'

type Stored = string | number | null
type Row = Readonly<Record<string, Stored>>

/** One letter's numbers: twelve hex digits. Cells of the registry stay far below the first of them. */
const LETTER_UNIT = 2 ** 48

export const isCustomColumn = (name: string): boolean => storageClassOf(name) !== null

/** The number of a custom field's cell in the log: the same on every machine, never that of a column of the registry. */
export const customCellId = (key: string): number =>
  (storageClasses.findIndex((letter) => key.startsWith(letter)) + 1) * LETTER_UNIT + Number.parseInt(key.slice(1), 16)

export const customKeyOfCell = (cellId: number): string | null => {
  const letter = storageClasses[Math.floor(cellId / LETTER_UNIT) - 1]
  return letter === undefined ? null : `${letter}${(cellId % LETTER_UNIT).toString(16).padStart(12, '0')}`
}

export const customColumnType = (key: string): ColumnType => {
  const letter = storageClassOf(key)
  if (letter === 'b') return 'boolean'
  if (letter === 'n') return 'real'
  return letter === 'm' ? 'integer' : 'text'
}

/** A value as the write path holds it: several choices are JSON text, yes and no are 1 and 0, nothing is null. */
export const storedCustom = (value: CustomValue): Stored => {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null
  if (Array.isArray(value)) return JSON.stringify(value)
  return typeof value === 'boolean' ? Number(value) : value
}

/** A value as the rest of the engine sees it. */
export const plainCustom = (key: string, value: Stored): CustomValue => {
  if (value === null) return null
  const letter = storageClassOf(key)
  if (letter === 'b') return value === 1
  return letter === 'o' && typeof value === 'string' ? (JSON.parse(value) as string[]) : value
}

/** The custom columns of a row as the file holds it. */
export const unpackCustom = (json: Stored | undefined): Record<string, Stored> =>
  typeof json === 'string' ? (JSON.parse(json) as Record<string, Stored>) : {}

/** The `custom` column as the read door answers it. */
export const readCustom = (json: unknown): CustomValues =>
  Object.fromEntries(
    Object.entries(unpackCustom(typeof json === 'string' ? json : null)).map(([key, value]) => [key, plainCustom(key, value)]),
  )

const keyOf = (key: string, value: string | number): string | number | null => {
  const letter = storageClassOf(key)
  if (letter === 'l' || letter === 'o') return null
  return typeof value === 'string' && (letter === 's' || letter === 'a' || letter === 'p') ? sortKey(value) : value
}

/** The two physical columns from a row's custom columns; null where it has none. Keys are in order, so that equal values are equal text. */
export const packCustom = (row: Row): { readonly custom: string | null; readonly customKeys: string | null } => {
  const keys = Object.keys(row)
    .filter((name) => isCustomColumn(name) && row[name] !== null)
    .sort()
  if (keys.length === 0) return { custom: null, customKeys: null }
  const values: Record<string, Stored> = {}
  const sortKeys: Record<string, Stored> = {}
  for (const key of keys) {
    const value = row[key] ?? null
    if (value === null) continue
    values[key] = value
    const sorted = keyOf(key, value)
    if (sorted !== null) sortKeys[key] = sorted
  }
  return { custom: JSON.stringify(values), customKeys: JSON.stringify(sortKeys) }
}

/** What of a row's custom fields is searched: texts by their words and parts, phone numbers by their digits. */
export const customSearchText = (row: Row) => {
  const phones: string[] = []
  const words: string[] = []
  const parts: string[] = []
  for (const name of Object.keys(row)) {
    const letter = storageClassOf(name)
    const value = letter === null ? null : row[name]
    if (typeof value !== 'string') continue
    if (letter === 'p') phones.push(value)
    if (letter === 's' || letter === 'l') words.push(value)
    if (letter === 'a' || letter === 's') parts.push(value)
  }
  return { phones, words, parts }
}

export const isSearchedCustom = (name: string): boolean => ['s', 'l', 'p', 'a'].includes(storageClassOf(name) ?? '')
