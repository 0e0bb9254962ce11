// The days of a year that differ from the week: holidays, and working days in exchange for one (调休).
import { ActionIcon, Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { RelatedList, RelatedRow } from '#renderer/ui/RelatedList.tsx'
import type { CalendarDay } from '#shared/calendar/working-time.ts'
import { HolidayFile } from './HolidayFile.tsx'
import { HolidayProposal } from './HolidayProposal.tsx'

export function SpecialDays() {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const [year, setYear] = useState(Number(format.today().slice(0, 4)))
  const days = useQuery(api.workingTime.days({ from: `${year}-01-01`, to: `${year}-12-31` }))
  const remove = useAction(api.workingTime.removeDays(), { said: () => t('working_time.said.removed') })

  return (
    <Stack gap="md">
      <Group gap="xs">
        <ActionIcon aria-label={t('working_time.year_before')} onClick={() => setYear(year - 1)}>
          <IconChevronLeft size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
        <Text fw={600}>{year}</Text>
        <ActionIcon aria-label={t('working_time.year_after')} onClick={() => setYear(year + 1)}>
          <IconChevronRight size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Group>
      <HolidayProposal key={year} year={year} />
      {days.isError && <ErrorNote error={days.error} onRetry={() => void days.refetch()} />}
      <RelatedList
        label={t('working_time.days_list')}
        empty={days.data?.length === 0 && <EmptyState isSmall text={t('working_time.none')} />}
      >
        {days.data?.map(({ day, kind, name, intervals }) => (
          <RelatedRow
            key={day}
            name={format.weekdayAndDay(day)}
            facts={[
              t(`working_time.kind.${kind}`),
              name,
              intervals === null ? null : intervals.map(({ from, to }) => `${from}–${to}`).join(', '),
            ]}
            action={
              <ActionIcon
                size="sm"
                aria-label={t('working_time.remove_day', { day: format.weekdayAndDay(day) })}
                onClick={() => remove.mutate({ days: [day] })}
              >
                <IconX size={14} stroke={1.5} aria-hidden />
              </ActionIcon>
            }
          />
        ))}
      </RelatedList>
      <NewSpecialDay />
      <HolidayFile year={year} />
    </Stack>
  )
}

function NewSpecialDay() {
  const t = useT()
  const [day, setDay] = useState<string | null>(null)
  const [kind, setKind] = useState<CalendarDay['kind']>('off')
  const [name, setName] = useState('')
  const put = useAction(useApi().workingTime.putDays(), {
    said: () => t('working_time.said.put', { count: 1 }),
    onDone: () => {
      setDay(null)
      setName('')
    },
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (day !== null) put.mutate({ days: [{ day, kind, name: name.trim() === '' ? null : name, intervals: null }] })
      }}
    >
      <Stack gap="sm">
        <Group gap="sm" align="flex-end" grow>
          <DayInput label={t('working_time.day')} value={day} onChange={setDay} />
          <TextInput label={t('working_time.name')} value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} />
        </Group>
        <Group gap="sm" justify="space-between">
          <SegmentedControl
            aria-label={t('working_time.kind')}
            data={(['off', 'working'] as const).map((value) => ({ value, label: t(`working_time.kind.${value}`) }))}
            value={kind}
            onChange={setKind}
          />
          <Button type="submit" variant="default" disabled={day === null} loading={put.isPending}>
            {t('working_time.put')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
