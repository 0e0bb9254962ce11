// One entry of the timeline, whatever it is: something written, or something that came about.
import { Anchor } from '@mantine/core'
import {
  IconArrowMerge,
  IconArrowRight,
  IconFile,
  IconLayoutKanban,
  IconLifebuoy,
  IconPencil,
  IconPlus,
  IconRoute,
  IconShoppingCart,
  type TablerIcon,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { TimelineEvent } from '#renderer/ui/TimelineList.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import type { TimelineEntry as Entry } from '#shared/timeline/timeline.contract.ts'
import { ActivityEntry } from './ActivityEntry.tsx'
import { FieldChanges } from './FieldChanges.tsx'

interface TimelineEntryProps {
  readonly entry: Entry
  /** Whose timeline it is. */
  readonly recordType: RecordType
  readonly isReadOnly: boolean
}

export function TimelineEntry({ entry, recordType, isReadOnly }: TimelineEntryProps) {
  const t = useT()
  const format = useFormat()
  const who = entry.actorName ?? t('activities.nobody')
  const event = (icon: TablerIcon, words: ReactNode, detail?: ReactNode) => (
    <TimelineEvent
      icon={icon}
      detail={detail}
      when={
        <time dateTime={entry.at} title={format.moment(entry.at)}>
          {format.nearMoment(entry.at)}
        </time>
      }
    >
      {words}
    </TimelineEvent>
  )

  switch (entry.kind) {
    case 'deal': {
      const { deal, stageName, amountMinor, currency } = entry
      return event(
        IconLayoutKanban,
        <>
          {t(`timeline.deal.${entry.event}`, { who })}{' '}
          <Anchor underline="always" component={Link} to={`/deals/${deal.id}`}>
            {deal.name}
          </Anchor>{' '}
          {[stageName, format.money(amountMinor, currency)].filter(Boolean).join(' · ')}
        </>,
      )
    }
    case 'ticket':
      return event(
        IconLifebuoy,
        <>
          {t(`timeline.ticket.${entry.event}`, { who })}{' '}
          <Anchor underline="always" component={Link} to={`/tickets/${entry.ticket.id}`}>
            {entry.ticket.number} {entry.ticket.name}
          </Anchor>
        </>,
      )
    case 'order': {
      const { order, totalMinor, currency } = entry
      return event(
        IconShoppingCart,
        <>
          {t('timeline.order')}{' '}
          <Anchor underline="always" component={Link} to={`/orders/${order.id}`}>
            {order.name}
          </Anchor>{' '}
          {format.money(totalMinor, currency)}
        </>,
      )
    }
    case 'lifecycle': {
      const none = t('record.lifecycle.none')
      return event(
        IconRoute,
        t('timeline.lifecycle', { who, from: entry.from ?? none, to: entry.to ?? none, day: format.nearDay(entry.onDay) }),
        entry.note,
      )
    }
    case 'file':
      return event(IconFile, t('timeline.file', { who, name: entry.file.name }))
    case 'merge':
      return event(IconArrowMerge, t('timeline.merge', { who, names: entry.records.map(({ name }) => name) }))
    case 'change':
      return entry.event === 'changed'
        ? event(IconPencil, t('timeline.changed', { who }), <FieldChanges entry={entry} recordType={recordType} />)
        : event(entry.event === 'imported' ? IconArrowRight : IconPlus, t(`timeline.${entry.event}`, { who }))
    case 'note':
    case 'call':
    case 'meeting':
    case 'email':
    case 'task':
      return <ActivityEntry entry={entry} isReadOnly={isReadOnly} />
  }
}
