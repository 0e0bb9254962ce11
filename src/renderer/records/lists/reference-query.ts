// Which records can be referred to from a field, found by a part of their name.
import type { QueryOf } from '#renderer/api/api.ts'
import { useApi } from '#renderer/api/api-context.tsx'
import type { Reference } from '#shared/base/fields.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'

export const useReferenceQuery = (target: ListEntity | null): ((text: string) => QueryOf<Reference[]>) => {
  const api = useApi()
  return (text) => (target === 'contacts' ? api.contacts.pick({ text }) : api.companies.pick({ text }))
}
