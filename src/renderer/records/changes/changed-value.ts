// The values of the history as their screens write them: money with its currency, days and moments in words, states by their names.
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { RecordChange } from '#shared/history/history.ts'
import { valueNames } from './value-names.ts'

type FieldChange = RecordChange['changes'][number]
type Value = FieldChange['from']

/** Words of the office's own stand among these: what Kith does not know stays as it was written. */
const POINT_TYPES = new Set(['phoneType', 'emailType', 'addressType'])
const AMOUNTS = new Set(['amountMinor', 'annualRevenueMinor', 'statedTotalMinor', 'freightMinor'])
const CURRENCIES = new Set(['currency', 'revenueCurrency'])
const YEARS = new Set(['foundedYear'])
const LONGEST = 200
const DAY = /^\d{4}-\d\d-\d\d$/u
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u

/** Of a long note the beginning: the history tells that it changed, the card what it says. */
const shortened = (text: string): string => {
  const letters = [...text]
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : text
}

/** Fields that no screen shows, and those that the line's verb already tells. */
const UNTOLD = new Set(['position', 'lineNo', 'archivedAt', 'archivedReason', 'isSample'])

/** The changes that are told as “field: old → new”. */
export const toldChanges = <Change extends { readonly field: string }>(changes: readonly Change[]): Change[] =>
  changes.filter(({ field }) => !UNTOLD.has(field))

/** What was done to the record, as a key of the catalogue. */
export const changeVerb = ({ kind, changes, procedure }: RecordChange) => {
  if (kind === 'created') return 'history.created'
  if (changes.some(({ field, to }) => field === 'mergedIntoId' && to !== null)) return 'history.merged'
  if (procedure === 'merges.run') return 'history.took_over'
  const archived = changes.find(({ field }) => field === 'archivedAt')
  if (archived) return archived.to === null ? 'history.restored' : 'history.archived'
  return toldChanges(changes).length === 0 ? 'history.moved' : 'history.changed'
}

interface ChangedRow extends Pick<RecordChange, 'changes' | 'currency'> {
  /** The same column holds other values in another table. */
  readonly table: string
}

/** Writes the values of one change set; `currency` is that of the record after it. */
export const changedValues = (t: Translate, format: Format, { table, changes, currency }: ChangedRow) => {
  const before = changes.find(({ field }) => CURRENCIES.has(field))?.from
  const shown = (field: string, value: Value, inCurrency: string | null): string => {
    if (value === null || value === '') return t('history.empty_value')
    if (typeof value === 'boolean') return t(value ? 'history.yes' : 'history.no')
    if (typeof value === 'number') {
      if ((AMOUNTS.has(field) || storageClassOf(field) === 'm') && inCurrency !== null) return format.money(value, inCurrency)
      if (field === 'unitPriceE4') return inCurrency === null ? format.number(value / 10_000, 4) : format.price(value, inCurrency)
      if (field === 'quantityMilli') return format.number(value / 1000)
      if (field === 'discountBp') return `${format.number(value / 100)} %`
      return YEARS.has(field) ? String(value) : format.number(value)
    }
    if (POINT_TYPES.has(field) || (table === 'contactPoints' && field === 'type'))
      return t.known(`record.point_type.${value}`, 'history.as_is', { value })
    const names = valueNames[table]?.[field]
    if (names !== undefined) return t.known(`${names}.${value}`, 'history.other_value')
    if (CURRENCIES.has(field)) return format.currency(value)
    if (DAY.test(value)) return format.day(value)
    return MOMENT.test(value) ? format.moment(value) : shortened(value)
  }
  return ({ field, from, to, currency: own }: FieldChange) => ({
    from: shown(field, from, own ?? (typeof before === 'string' ? before : currency)),
    to: shown(field, to, own ?? currency),
  })
}

/** What a field is called: one of the office's own by its name, a person's name not as a company's. */
export const fieldWord = (t: Translate, { field, label }: Pick<FieldChange, 'field' | 'label'>, isPerson: boolean): string =>
  label ?? t.known(`field.${field === 'name' && isPerson ? 'personName' : field}`, 'field.other')
