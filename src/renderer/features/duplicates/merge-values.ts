// The values of merging as its screen writes them: the same words as the history's.
import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import { changedValues, fieldWord } from '#renderer/records/changes/changed-value.ts'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import type { MergeField, MergeValue } from '#shared/merges/merge.ts'

/** null where it is empty. */
export const valueWords = (
  t: Translate,
  format: Format,
  { field }: MergeField,
  { value, currency }: MergeValue,
): string | null => {
  if (value === null) return null
  const told = { field, label: null, currency, from: null, to: value, before: null }
  // People have no column of a company's name that holds other words.
  return changedValues(t, format, { table: 'companies', changes: [], currency })(told).to
}

export const fieldName = (t: Translate, recordType: CustomerType, { field, label }: MergeField): string =>
  fieldWord(t, { field: field === 'kind' ? 'companyKind' : field, label }, recordType === 'contact')
