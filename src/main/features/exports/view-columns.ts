// The columns of a view as columns of a file: choices and references by name, amounts as a number and a currency.
import { AppError } from '#shared/base/app-error.ts'
import { joinNames } from '#shared/base/listed-names.ts'
import type { CellValue, ListField } from '#shared/lists/list-field.ts'
import type { OutColumn, OutKind, OutValue } from './out-column.ts'
import { amountText, type Calendar, digitsOf, labelOf, type Say } from './speech.ts'

export interface ColumnWords {
  readonly say: Say
  readonly calendar: Calendar
  /** The currencies that occur in a column of amounts. */
  readonly currenciesOf: (field: string) => readonly string[]
  /** Whether each amount has its currency beside it, whatever occurs. */
  readonly isCurrencyApart: boolean
}

export const viewColumns = (fields: readonly ListField[], words: ColumnWords): OutColumn[] =>
  fields.flatMap((field) => (field.type === 'money' ? amountColumns(field, words) : [plainColumn(field, words)]))

const kinds: Partial<Readonly<Record<ListField['type'], OutKind>>> = {
  number: 'number',
  day: 'day',
  moment: 'moment',
  boolean: 'boolean',
  longText: 'longText',
}

const PIXELS_A_LETTER = 7.5

const plainColumn = (field: ListField, words: ColumnWords): OutColumn => ({
  heading: labelOf(words.say, field),
  kind: kinds[field.type] ?? 'text',
  width: Math.round(field.width / PIXELS_A_LETTER),
  value: ({ cells }) => plainValue(field, cells[field.id] ?? null, words),
})

const plainValue = (field: ListField, value: CellValue, { say, calendar }: ColumnWords): OutValue => {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) {
    const names = value.map((one) => (typeof one === 'string' ? choiceName(field, one, say) : one.name))
    return names.length === 0 ? null : joinNames(names, say('lists.cell.comma'))
  }
  if (typeof value === 'object') return 'name' in value ? value.name : amountText(value.amountMinor, value.currency)
  if (field.type === 'choice') return choiceName(field, value, say)
  if (field.type === 'moment') return calendar.wall(value)
  return value === '' ? null : value
}

const choiceName = ({ choices }: ListField, value: string, say: Say): string => {
  const choice = choices.find((one) => one.value === value)
  return choice ? labelOf(say, choice) : value
}

/** One currency stands in the heading; several in a column of their own. */
const amountColumns = (field: ListField, { say, currenciesOf, isCurrencyApart }: ColumnWords): OutColumn[] => {
  const currencies = field.currency === null ? currenciesOf(field.id) : [field.currency]
  const [only] = currencies
  // Of prices, which are not summed, nobody has counted the currencies.
  const isUnknown = field.currency === null && (isCurrencyApart || !field.isSummable)
  const isApart = isUnknown || currencies.length > 1
  const label = labelOf(say, field)
  const amount: OutColumn = {
    heading: isApart || only === undefined ? label : `${label} (${only})`,
    kind: 'amount',
    width: Math.round(field.width / PIXELS_A_LETTER),
    digits: currencies.length === 0 ? 2 : Math.max(...currencies.map(digitsOf)),
    value: ({ cells }) => {
      const value = moneyOf(cells[field.id])
      if (value === null) return null
      // The currencies were looked up before the rows: one that came in since has no place to be said.
      if (!isApart && value.currency !== only) throw new AppError('conflict', 'exports.changedMeanwhile')
      return amountText(value.amountMinor, value.currency)
    },
  }
  if (!isApart) return [amount]
  const currency: OutColumn = {
    heading: field.id === 'amountMinor' ? say('field.currency') : say('exports.heading.currency', { field: label }),
    kind: 'text',
    width: 10,
    value: ({ cells }) => moneyOf(cells[field.id])?.currency ?? null,
  }
  return [amount, currency]
}

const moneyOf = (value: CellValue | undefined) =>
  typeof value === 'object' && value !== null && 'amountMinor' in value ? value : null
