// All fields of one kind of record, Kith's own and the office's, by their ids, with what they are called.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { fieldLabel } from '#renderer/records/lists/field-words.ts'
import type { FieldedType } from '#shared/base/fields.ts'
import { listOf } from '#shared/custom-fields/layout.ts'
import type { ListField } from '#shared/lists/list-field.ts'

export interface FieldLabels {
  readonly fields: readonly ListField[]
  readonly of: (id: string) => ListField | undefined
  readonly label: (id: string) => string
}

export const useFieldLabels = (entity: FieldedType): FieldLabels => {
  const t = useT()
  const fields = useQuery(useApi().lists.fields({ entity: listOf(entity) })).data ?? []
  const of = (id: string): ListField | undefined => fields.find((field) => field.id === id)
  return {
    fields,
    of,
    label: (id) => {
      const field = of(id)
      return field ? fieldLabel(t, field) : t('customFields.removed_field')
    },
  }
}
