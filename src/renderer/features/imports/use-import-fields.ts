// The fields that a column of a file can go to: Kith's own, then the office's.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useFields } from '#renderer/records/fields/use-fields.ts'
import type { ImportEntity } from '#shared/imports/import.ts'
import { isImportable } from '#shared/imports/own-fields.ts'
import { fieldsOf } from './plan.ts'

interface ImportFields {
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly label: (field: string) => string
}

export const useImportFields = (entity: ImportEntity): ImportFields => {
  const t = useT()
  const own = useFields(entity).fields.filter(isImportable)
  const label = (field: string): string =>
    own.find(({ key }) => key === field)?.name ?? t.known(`imports.field.${field}`, 'imports.field.unknown')
  return { choices: [...fieldsOf(entity), ...own.map(({ key }) => key)].map((value) => ({ value, label: label(value) })), label }
}
