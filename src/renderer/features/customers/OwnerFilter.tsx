// Whose records a list shows. Not there while only one person works in the office.
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'

interface OwnerFilterProps {
  readonly ownerId: string | null
  readonly onChange: (ownerId: string | null) => void
}

export function OwnerFilter({ ownerId, onChange }: OwnerFilterProps) {
  const t = useT()
  const users = useQuery(useApi().users.list({}))
  if (!users.data || (users.data.length < 2 && ownerId === null)) return null

  return (
    <Select
      clearable
      searchable={users.data.length > 8}
      aria-label={t('field.ownerId')}
      placeholder={t('customers.all_owners')}
      data={users.data.map(({ id, name }) => ({ value: id, label: name }))}
      value={ownerId}
      onChange={onChange}
    />
  )
}
