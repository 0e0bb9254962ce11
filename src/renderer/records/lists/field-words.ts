// Fields and their values in words: for headings, cells that are read out, the clipboard and sentences.
import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import { minorDigits, toMajor } from '#shared/base/money.ts'
import type { CellValue, ListChoice, ListField } from '#shared/lists/list-field.ts'

export const fieldLabel = (t: Translate, { label, labelKey }: Pick<ListField, 'label' | 'labelKey'>): string =>
  label ?? t.known(labelKey ?? '', 'field.other')

export const choiceLabel = (t: Translate, { label, labelKey }: ListChoice): string =>
  label ?? t.known(labelKey ?? '', 'field.other')

export interface Tongue {
  readonly t: Translate
  readonly format: Format
}

/** A cell as it is read. Empty cells are empty texts. */
export const cellWords = ({ t, format }: Tongue, field: ListField, value: CellValue | undefined): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return t(value ? 'lists.cell.yes' : 'lists.cell.no')
  if (typeof value === 'number') return format.number(value)
  if (Array.isArray(value)) {
    return value.map((one) => (typeof one === 'string' ? choiceOf(t, field, one) : one.name)).join(t('lists.cell.comma'))
  }
  if (typeof value === 'object') return 'amountMinor' in value ? format.money(value.amountMinor, value.currency) : value.name
  switch (field.type) {
    case 'choice':
      return choiceOf(t, field, value)
    case 'day':
      return format.shortDay(value)
    case 'moment':
      return format.nearMoment(value)
    case 'birthday':
      return value.startsWith('--') ? monthAndDay(format, value) : format.day(value)
    default:
      return value
  }
}

/** A cell as other programs understand it, and as it can be pasted back: plain numbers, days as `2026-11-21`. */
export const cellPlain = (tongue: Tongue, field: ListField, value: CellValue | undefined): string => {
  if (typeof value === 'number') return String(value)
  if (value !== null && typeof value === 'object' && 'amountMinor' in value) {
    return toMajor(value.amountMinor, value.currency).toFixed(minorDigits(value.currency))
  }
  if (typeof value === 'string' && field.type !== 'choice') return value
  return cellWords(tongue, field, value)
}

const choiceOf = (t: Translate, { choices }: ListField, value: string): string => {
  const choice = choices.find((one) => one.value === value)
  return choice ? choiceLabel(t, choice) : value
}

/** `--05-17`: any year that has the day will do, and it is left out again. */
const monthAndDay = (format: Format, birthday: string): string =>
  format.shortDay(`${format.today().slice(0, 4)}${birthday.slice(1)}`)
