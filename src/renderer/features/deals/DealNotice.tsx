// What stands across the head of a deal that is over.
import { Text } from '@mantine/core'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import type { DealRecord } from './deal-record.ts'

export function DealNotice({ deal }: { readonly deal: DealRecord }) {
  const t = useT()
  const format = useFormat()
  const { status, closedOn, lossReason } = deal
  const day = closedOn === null ? '' : format.day(closedOn)

  if (status === 'won') return <Text>{t('deals.page.won_on', { day })}</Text>
  if (status === 'lost') {
    return (
      <Text>
        {lossReason ? t('deals.page.lost_on', { day, reason: lossReason }) : t('deals.page.lost_without_reason', { day })}
      </Text>
    )
  }
  return null
}
