// Whose calendars are shown: a check for each colleague.
import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'

interface PeopleChoiceProps {
  readonly value: readonly string[]
  readonly me: string | null
  readonly onChange: (people: readonly string[]) => void
}

export function PeopleChoice({ value, me, onChange }: PeopleChoiceProps) {
  const t = useT()
  const people = useQuery(useApi().users.list({})).data ?? []
  if (people.length < 2) return null
  const mineFirst = people.toSorted((a, b) => Number(b.id === me) - Number(a.id === me))

  return (
    <Popover trapFocus returnFocus position="bottom-end">
      <Popover.Target>
        <Button variant="default" leftSection={<IconUsers size={16} stroke={1.5} aria-hidden />}>
          {t('calendar.people.count', { count: value.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm" mah={360} style={{ overflow: 'auto' }} role="group" aria-label={t('calendar.people')}>
          {mineFirst.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={id === me ? t('calendar.people.me', { name }) : name}
              checked={value.includes(id)}
              onChange={({ currentTarget }) =>
                onChange(currentTarget.checked ? [...value, id] : value.filter((other) => other !== id))
              }
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
