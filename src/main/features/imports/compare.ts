// What a row would change in a record that is there: only what differs once it is written alike.
import { emailText, phoneText, websiteText } from '#main/records/match-texts.ts'
import type { Columns } from './kinds.ts'

export interface ColumnChange {
  readonly column: string
  readonly before: unknown
  readonly after: unknown
}

const alike: Readonly<Record<string, (value: string) => string | null>> = {
  phone: phoneText,
  email: emailText,
  website: websiteText,
}

/** The columns in which the row differs from the record; of own fields by their keys. */
export const changesOf = (before: Readonly<Record<string, unknown>>, { custom, ...columns }: Columns): ColumnChange[] => {
  const own = (before['custom'] ?? {}) as Readonly<Record<string, unknown>> // read as an object by the door
  return [
    ...Object.entries(columns).flatMap(([column, after]) => change(column, before[column], after)),
    ...Object.entries((custom ?? {}) as Columns).flatMap(([key, after]) => change(key, own[key], after)),
  ]
}

const change = (column: string, before: unknown, after: unknown): ColumnChange[] =>
  after === undefined || isSame(column, before, after) ? [] : [{ column, before: before ?? null, after }]

const isSame = (column: string, before: unknown, after: unknown): boolean => {
  if (isBlank(before) && isBlank(after)) return true
  if (before === after) return true
  if (Array.isArray(before) && Array.isArray(after)) return JSON.stringify(before) === JSON.stringify(after)
  const text = alike[column]
  if (!text || typeof before !== 'string' || typeof after !== 'string') return false
  const one = text(before)
  return (
    one !== null &&
    one === text(after) &&
    !(column === 'phone' && before.replace(/\D/gu, '').length < after.replace(/\D/gu, '').length)
  )
}

const isBlank = (value: unknown): boolean => value === null || value === undefined || value === ''

/** The columns of the changes, as they are written: own fields lie under `custom`. */
export const columnsOfChanges = (changes: readonly ColumnChange[], isOwn: (column: string) => boolean): Columns => {
  const columns: Columns = Object.fromEntries(
    changes.filter(({ column }) => !isOwn(column)).map(({ column, after }) => [column, after]),
  )
  const own = changes.filter(({ column }) => isOwn(column))
  if (own.length > 0) columns['custom'] = Object.fromEntries(own.map(({ column, after }) => [column, after]))
  return columns
}
