// What a kind of record has besides Kith's own fields: the office's fields, its layouts, record types and rules.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import type { FieldedType } from '#shared/base/fields.ts'
import type { FieldBook } from '#shared/custom-fields/custom-fields.contract.ts'
import { arrangedLayout, type LayoutConfig } from '#shared/custom-fields/layout.ts'

export interface Fields extends FieldBook {
  readonly isPending: boolean
  /** How the fields of a record of this type are laid out. */
  readonly layoutOf: (recordTypeId: string | null) => LayoutConfig
}

const nothing: FieldBook = { fields: [], recordTypes: [], layouts: [], rules: [] }

export const useFields = (entity: FieldedType): Fields => {
  const book = useQuery(useApi().customFields.list({ entity }))
  const { fields, recordTypes, layouts, rules } = book.data ?? nothing
  const stored = (type: string | null): LayoutConfig | null =>
    layouts.find(({ recordTypeId }) => recordTypeId === type)?.config ?? null
  return {
    ...{ fields, recordTypes, layouts, rules, isPending: book.isPending },
    layoutOf: (recordTypeId) => arrangedLayout(entity, stored(recordTypeId) ?? stored(null), fields),
  }
}
