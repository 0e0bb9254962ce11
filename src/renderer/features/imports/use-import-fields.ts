// The fields that a column of a file can go to: Kith's own, then the office's.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { pointTypeName } from '#renderer/features/customers/point-words.ts'
import { useFields } from '#renderer/records/fields/use-fields.ts'
import type { PointKind } from '#shared/customers/contact-point.ts'
import type { ImportEntity } from '#shared/imports/import.ts'
import { isImportable } from '#shared/imports/own-fields.ts'
import { fieldsOf } from './plan.ts'

interface ImportFields {
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly label: (field: string) => string
  /** How what would be stored reads: some fields hold a word of Kith's own. */
  readonly valueText: (field: string, value: string) => string
}

const POINT_KINDS: Readonly<Record<string, PointKind>> = { phoneType: 'phone', emailType: 'email', addressType: 'address' }

export const useImportFields = (entity: ImportEntity): ImportFields => {
  const t = useT()
  const own = useFields(entity).fields.filter(isImportable)
  const label = (field: string): string =>
    own.find(({ key }) => key === field)?.name ?? t.known(`imports.field.${field}`, 'imports.field.unknown')
  const valueText = (field: string, value: string): string => {
    if (field === 'kind') return t.known(`lists.companyKind.${value}`, 'imports.field.unknown')
    const kind = POINT_KINDS[field]
    return kind === undefined ? value : pointTypeName(t, kind, value)
  }
  return {
    choices: [...fieldsOf(entity), ...own.map(({ key }) => key)].map((value) => ({ value, label: label(value) })),
    label,
    valueText,
  }
}
