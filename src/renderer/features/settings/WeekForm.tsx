// The hours of each weekday, as many stretches as a day has. A day off has none.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { issueText } from '#renderer/i18n/error-text.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { addDays } from '#shared/calendar/days.ts'
import { issuesOfWeek, type WorkingWeek } from '#shared/calendar/working-time.ts'
import { IntervalsField } from './IntervalsField.tsx'

export function WeekForm() {
  const stored = useQuery(useApi().workingTime.get({}))
  if (stored.isPending) return <Pending />
  if (stored.isError) return <ErrorNote error={stored.error} onRetry={() => void stored.refetch()} />
  // A change on another machine starts the form anew.
  return <Week key={JSON.stringify(stored.data.week)} stored={stored.data.week} />
}

function Week({ stored }: { readonly stored: WorkingWeek }) {
  const t = useT()
  const format = useFormat()
  const [week, setWeek] = useState<WorkingWeek>(stored)
  const save = useAction(useApi().workingTime.set(), { said: () => t('working_time.said.week'), errors: 'caller' })
  const issues = issuesOfWeek(week)
  const wholeIssue = issues.find(({ field }) => field === 'week')
  const isDirty = JSON.stringify(week) !== JSON.stringify(stored)

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (issues.length === 0) save.mutate({ week })
      }}
    >
      <Stack gap="sm">
        {week.map((intervals, index) => {
          const issue = issues.find(({ field }) => field === `week.${index}`)
          return (
            <IntervalsField
              key={index}
              // 2024-01-01 was a Monday.
              label={format.weekday(addDays('2024-01-01', index))}
              value={intervals}
              error={issue ? issueText(t, issue) : null}
              onChange={(next) => setWeek(week.map((day, at) => (at === index ? [...next] : day)))}
            />
          )
        })}
      </Stack>
      {wholeIssue && (
        <Text c="red" size="xs" role="alert">
          {issueText(t, wholeIssue)}
        </Text>
      )}
      {save.isError && <ErrorNote error={save.error} />}
      <Group justify="flex-end" mt="lg">
        <Button type="submit" variant="default" disabled={!isDirty || issues.length > 0} loading={save.isPending}>
          {t('base.save')}
        </Button>
      </Group>
    </form>
  )
}
