// One of the people of the office: an owner, an assignee, whose figures are asked for.
import { Select, type SelectProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'

export function PersonSelect(props: Omit<SelectProps, 'data' | 'searchable' | 'nothingFoundMessage'>) {
  const t = useT()
  const people = useQuery(useApi().users.list({}))
  return (
    <Select
      searchable
      nothingFoundMessage={t('base.search_nothing')}
      data={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      {...props}
    />
  )
}
