// Offers China's public holidays of a year with their working weekends; nothing is taken over before it is asked for.
import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'

export function HolidayProposal({ year }: { readonly year: number }) {
  const t = useT()
  const api = useApi()
  const proposal = useQuery(api.workingTime.proposeHolidays({ year }))
  const put = useAction(api.workingTime.putDays(), { said: ({ count }) => t('working_time.said.put', { count }) })
  if (!proposal.data) return null

  const { isKnown, days } = proposal.data
  const missing = days.filter(({ isThere }) => !isThere)
  if (!isKnown) return <Text c="dimmed">{t('working_time.unknown', { year: String(year) })}</Text>
  if (missing.length === 0) return <Text c="dimmed">{t('working_time.all_there', { year: String(year) })}</Text>
  const figures = {
    off: missing.filter(({ kind }) => kind === 'off').length,
    working: missing.filter(({ kind }) => kind === 'working').length,
  }
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <Text c="dimmed">{t('working_time.proposal', { year: String(year), ...figures })}</Text>
      <Button
        variant="default"
        flex="none"
        loading={put.isPending}
        onClick={() => put.mutate({ days: missing.map(({ isThere: _isThere, ...day }) => day) })}
      >
        {t('working_time.take')}
      </Button>
    </Group>
  )
}
