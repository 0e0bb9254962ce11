// What everything in a list screen speaks of: the fields of its entity, and the names that its filter names.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import type { FilterGroup } from '#shared/lists/filter.ts'
import type { Speech } from '#shared/lists/filter-words.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import type { BrokenCondition } from '#shared/lists/list-question.ts'
import type { FilterNames } from './filter-names.ts'

export interface ListVocabulary {
  /** `null` until they are known. */
  readonly fields: readonly ListField[] | null
  readonly broken: readonly BrokenCondition[]
  readonly speech: Speech
  readonly names: FilterNames
}

const NO_FIELDS: readonly ListField[] = []

export const useListVocabulary = (entity: ListEntity, filter: FilterGroup): ListVocabulary => {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const fields = useQuery(api.lists.fields({ entity })).data ?? null
  const explained = useQuery({ ...api.lists.explain({ entity, filter }), enabled: filter.items.length > 0 }).data
  const users = useQuery(api.users.list({})).data
  const tags = useQuery(api.tags.list({})).data
  const currency = useQuery(api.settings.get({})).data?.currency ?? 'EUR'

  return useMemo(() => {
    const all = [...(users ?? []), ...(tags ?? []), ...(explained?.names ?? [])]
    const nameOf = (id: string) => all.find((one) => one.id === id)?.name
    const speech: Speech = {
      t: (key, params) => t.known(key, 'field.other', params),
      field: (id) => (fields ?? NO_FIELDS).find((one) => one.id === id),
      name: nameOf,
      number: format.number,
      money: format.money,
      day: format.day,
      currency,
    }
    const names: FilterNames = { users: users ?? [], tags: tags ?? [], currency, nameOf }
    return { fields, broken: filter.items.length > 0 ? (explained?.broken ?? []) : [], speech, names }
  }, [fields, explained, users, tags, currency, filter, t, format])
}
