// The names of the people and records that values of a field lead to.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import type { Reference } from '#shared/base/fields.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'

/** Empty for fields that lead nowhere, and until the names are there. */
export const useLinkedNames = ({ type, config }: FieldDefinition, ids: readonly string[]): readonly Reference[] => {
  const api = useApi()
  const people = useQuery({ ...api.users.list({}), enabled: type === 'user' })
  const records = useQuery({
    ...api.customFields.names({ target: config.target ?? 'company', ids: [...ids] }),
    enabled: type === 'reference' && ids.length > 0,
  })
  if (type === 'user') return people.data ?? []
  return type === 'reference' && ids.length > 0 ? (records.data ?? []) : []
}
