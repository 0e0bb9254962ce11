// The right of a customer's card: what it is worth, what needs a look, and the notes that were pinned.
import { IconAlertTriangle, IconCake, IconClockPause, IconPinned } from '@tabler/icons-react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { Aside, AsideFigures, AsideItem, AsideSection } from '#renderer/ui/Aside.tsx'
import type { MoneySum } from '#shared/customers/record-card.ts'
import { attentionOf } from '#shared/customers/attention.ts'
import { type CustomerCard, pathOf } from './customer-cards.ts'
import { PinnedEntry } from './PinnedEntry.tsx'

const SIGNS = { overdue: IconAlertTriangle, quiet: IconClockPause, never: IconClockPause, birthday: IconCake } as const

export function CustomerAside({ customer }: { readonly customer: CustomerCard }) {
  const t = useT()
  const format = useFormat()
  const { openDealSums, wonSums, counts, lastActivity, nextTask, pinned } = customer
  const path = pathOf(customer)
  const sums = (all: readonly MoneySum[]): readonly string[] =>
    all.length === 0 ? ['–'] : all.map(({ currency, amountMinor }) => format.roundMoney(amountMinor, currency))
  const attention = attentionOf({ ...customer, today: format.today(), dayOf: format.dayOf })

  return (
    <Aside label={t('record.aside')}>
      <AsideFigures
        figures={[
          {
            label: t('record.figure.open_deals'),
            lines: sums(openDealSums),
            detail: counts.openDeals > 0 ? t('customers.open_deals', { count: counts.openDeals }) : null,
            to: `${path}?tab=deals`,
          },
          {
            label: t('record.figure.won'),
            lines: sums(wonSums),
            detail: counts.wonDeals > 0 ? t('record.figure.won_count', { count: counts.wonDeals }) : null,
            to: `${path}?tab=deals`,
          },
          {
            label: t('record.figure.open_tickets'),
            lines: [format.number(counts.openTickets)],
            to: `${path}?tab=tickets`,
          },
          {
            label: t('record.figure.last_contact'),
            lines: [lastActivity === null ? t('record.never') : format.nearDay(format.dayOf(lastActivity.happenedAt))],
            detail: lastActivity && t(`activities.kind.${lastActivity.kind}`),
          },
          {
            label: t('record.figure.next_task'),
            lines: [nextTask === null ? '–' : (nextTask.title ?? t('activities.kind.task'))],
            detail: nextTask?.dueOn ? format.nearDay(nextTask.dueOn) : null,
          },
        ]}
      />
      {attention.length > 0 && (
        <AsideSection title={t('record.attention')}>
          {attention.map(({ kind, day, days, name }) => {
            const Sign = SIGNS[kind]
            return (
              <AsideItem key={kind} icon={<Sign size={16} stroke={1.5} aria-hidden />}>
                {t(`record.attention.${kind}`, {
                  day: day === null ? '' : format.nearDay(day),
                  days: days ?? 0,
                  name: name ?? '',
                })}
              </AsideItem>
            )
          })}
        </AsideSection>
      )}
      {pinned.length > 0 && (
        <AsideSection title={t('record.pinned')}>
          {pinned.map((entry) => (
            <PinnedEntry key={entry.id} entry={entry} icon={<IconPinned size={16} stroke={1.5} aria-hidden />} />
          ))}
        </AsideSection>
      )}
    </Aside>
  )
}
