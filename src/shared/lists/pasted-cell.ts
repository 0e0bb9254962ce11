// One pasted or typed cell by the type of its column: what it is set to, or why it cannot be.
import { readTypedDay } from '#shared/activities/typed-day.ts'
import { readDay } from '#shared/imports/dates.ts'
import { decimalOf, type DecimalMark, readMoney } from '#shared/imports/amounts.ts'
import { foldName } from '#shared/imports/fold-name.ts'
import { normaliseBirthday } from '#shared/records/birthday.ts'
import type { NewValue } from './list-change.ts'
import type { ListField } from './list-field.ts'

/** What names in cells stand for, and how numbers and dates are written here. */
export interface PasteNames {
  readonly users: readonly { readonly id: string; readonly name: string }[]
  readonly tags: readonly { readonly id: string; readonly name: string }[]
  /** The words of the language for a choice that is said by the catalogue. */
  readonly say: (labelKey: string) => string
  readonly decimalMark: DecimalMark
  readonly dateOrder: 'ymd' | 'dmy' | 'mdy'
  /** What “tomorrow” and `+3` count from. */
  readonly today: string
  /** Of amounts without a sign. */
  readonly currency: string
}

export interface CellIssue {
  /** Said as `validation.<code>`. */
  readonly code: string
  readonly params: Readonly<Record<string, string>>
}

export type CellOutcome = { readonly value: NewValue } | { readonly issue: CellIssue }

const taken = (value: NewValue): CellOutcome => ({ value })
const refused = (code: string, params: Readonly<Record<string, string>>): CellOutcome => ({ issue: { code, params } })

const YES: ReadonlySet<string> = new Set(['yes', 'y', 'true', '1', 'x', '✓', '✔', '是', '对', '有'])
const NO: ReadonlySet<string> = new Set(['no', 'n', 'false', '0', '', '否', '不', '无', '没有'])
const SEPARATORS = /[,;，；、|\n]/u

/** Reads one cell for a column. An empty cell empties the field. */
export const readPastedCell = (typed: string, field: ListField, names: PasteNames): CellOutcome => {
  const text = typed.trim()
  if (!field.isEditable) return refused('cell_read_only', { text })
  if (text === '' && field.type !== 'boolean') return field.isRequired ? refused('cell_required', {}) : emptied(field)
  switch (field.type) {
    case 'text':
    case 'longText':
    case 'phone':
    case 'email':
    case 'website':
      return taken(text)
    case 'number':
      return readNumber(text, names)
    case 'money':
      return readAmount(text, field, names)
    case 'day':
      return readOneDay(text, names)
    case 'moment':
      return refused('cell_read_only', { text })
    case 'birthday':
      return taken(normaliseBirthday(text))
    case 'boolean':
      return readBoolean(text)
    case 'choice':
      return readChoice(text, field, names)
    case 'choices':
      return readSeveral(
        text,
        (one) => choiceOf(one, field, names),
        'cell_choice',
        (ids) => taken(ids),
      )
    case 'user':
      return readUser(text, names)
    case 'reference':
      return refused('cell_reference', { text })
    case 'tags':
      return readSeveral(
        text,
        (one) => named(one, names.tags),
        'cell_tag',
        (ids) => taken({ add: ids, remove: [] }),
      )
  }
}

const emptied = ({ type }: ListField): CellOutcome => {
  if (type === 'choices') return taken([])
  // An empty cell says nothing about tags: it takes none away.
  return type === 'tags' ? taken({ add: [], remove: [] }) : taken(null)
}

const readNumber = (text: string, { decimalMark }: PasteNames): CellOutcome => {
  const isNegative = /^[-−]/u.test(text)
  const decimal = decimalOf(text.normalize('NFKC').replace(/^[-−]/u, '').trim(), decimalMark)
  if (!decimal || decimal.shortened) return refused('cell_number', { text })
  const value = Number(`${decimal.whole}.${decimal.fraction || '0'}`)
  return Number.isFinite(value) ? taken(isNegative ? -value : value) : refused('cell_number', { text })
}

const readAmount = (text: string, field: ListField, { decimalMark, currency }: PasteNames): CellOutcome => {
  const own = field.currency ?? currency
  const { value, fault } = readMoney(text, { decimalMark, unit: 1, currency: own })
  // Nothing is rounded or cut unseen in a cell.
  const isExact = fault === null || fault.messageKey === 'imports.amount.other_currency'
  if (value === null || !isExact) return refused('cell_amount', { text })
  if (field.currency !== null && value.currency !== field.currency)
    return refused('cell_currency', { text, currency: field.currency })
  return taken(value)
}

const readOneDay = (text: string, { dateOrder, today }: PasteNames): CellOutcome => {
  const said = readTypedDay(text, today)
  if (said !== null) return taken(said)
  const { value, fault } = readDay(text, dateOrder)
  return value === null || fault?.severity === 'refuse' ? refused('cell_day', { text }) : taken(value)
}

const readBoolean = (text: string): CellOutcome => {
  const word = text.normalize('NFKC').toLowerCase()
  if (YES.has(word)) return taken(true)
  return NO.has(word) ? taken(false) : refused('cell_boolean', { text })
}

const named = (text: string, list: readonly { readonly id: string; readonly name: string }[]): string | null => {
  const found = list.filter(({ name }) => foldName(name) === foldName(text))
  // Two of one name: nobody can know which is meant.
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

const choiceOf = (text: string, field: ListField, { say }: PasteNames): string | null =>
  named(
    text,
    field.choices
      .filter(({ isArchived }) => !isArchived)
      .map(({ value, label, labelKey }) => ({ id: value, name: label ?? say(labelKey ?? '') })),
  )

const readChoice = (text: string, field: ListField, names: PasteNames): CellOutcome => {
  const value = choiceOf(text, field, names)
  return value === null ? refused('cell_choice', { text }) : taken(value)
}

const readUser = (text: string, { users }: PasteNames): CellOutcome => {
  const id = named(text, users)
  return id === null ? refused('cell_user', { text }) : taken(id)
}

const readSeveral = (
  text: string,
  idOf: (one: string) => string | null,
  code: string,
  toOutcome: (ids: string[]) => CellOutcome,
): CellOutcome => {
  const ids: string[] = []
  for (const part of text.split(SEPARATORS)) {
    const one = part.trim()
    if (one === '') continue
    const id = idOf(one)
    if (id === null) return refused(code, { text: one })
    ids.push(id)
  }
  return toOutcome([...new Set(ids)])
}
