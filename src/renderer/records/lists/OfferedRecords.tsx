// Records to compare with, found by a part of their name; several of them.
import { MultiSelect } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useRef, useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import { useFilterNames } from './filter-names.ts'
import { useReferenceQuery } from './reference-query.ts'

interface OfferedRecordsProps {
  readonly isFirst: boolean
  readonly label: string
  readonly target: ListEntity | null
  readonly chosen: readonly string[]
  readonly onChange: (ids: string[]) => void
}

export function OfferedRecords({ isFirst, label, target, chosen, onChange }: OfferedRecordsProps) {
  const t = useT()
  const { nameOf } = useFilterNames()
  const query = useReferenceQuery(target)
  const [text, setText] = useState('')
  const found = useQuery({ ...query(useDeferredValue(text)), placeholderData: keepPreviousData })
  const known = useRef(new Map<string, string>())
  for (const { id, name } of found.data ?? []) known.current.set(id, name)
  const offered = new Map(
    [...chosen, ...(found.data ?? []).map(({ id }) => id)].map((id) => [
      id,
      known.current.get(id) ?? nameOf(id) ?? t('lists.words.gone_value'),
    ]),
  )
  return (
    <MultiSelect
      {...(isFirst ? { 'data-autofocus': true } : {})}
      aria-label={label}
      searchable
      nothingFoundMessage={found.isPending ? t('base.loading') : t('base.search_nothing')}
      placeholder={chosen.length === 0 ? t('base.type_to_search') : ''}
      // The engine has searched already.
      filter={({ options }) => options}
      data={[...offered].map(([value, name]) => ({ value, label: name }))}
      value={[...chosen]}
      onSearchChange={setText}
      onChange={onChange}
    />
  )
}
