// One thing to do in the list of a day: ticked off where it stands, opened by its title.
import { Anchor, Checkbox } from '@mantine/core'
import { IconFlag, IconPhone, IconRepeat, IconUsers } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { recordHref } from '#shared/base/record-places.ts'
import { AgendaRow } from '#renderer/ui/Agenda.tsx'
import type { TaskEntry } from '#shared/activities/calendar-entry.ts'

interface AgendaEntryProps {
  readonly entry: TaskEntry
  readonly time: string | null
  readonly onOpen: () => void
}

const icon = { size: 15, stroke: 1.5, 'aria-hidden': true } as const

export function AgendaEntry({ entry, time, onOpen }: AgendaEntryProps) {
  const t = useT()
  const complete = useAction(useApi().activities.complete(), {
    said: (_, { done }) => t(done ? 'activities.done' : 'activities.reopened'),
  })
  const { id, on, kind, dueTime, doneAt, record, priority } = entry
  const title = entry.title ?? entry.text ?? t(`activities.kind.${kind}`)

  return (
    <AgendaRow
      mark={
        <Checkbox
          size="xs"
          aria-label={t('activities.mark_done', { title })}
          checked={doneAt !== null}
          disabled={complete.isPending}
          onChange={({ currentTarget }) => complete.mutate({ id, on, done: currentTarget.checked })}
        />
      }
      time={time}
      title={title}
      isOver={doneAt !== null}
      onOpen={onOpen}
      facts={[
        time === dueTime || dueTime === null ? null : dueTime,
        priority === 'high' ? (
          <IconFlag key="priority" {...icon} aria-hidden={false} aria-label={t('quick_add.priority.high')} />
        ) : null,
        on === null ? null : <IconRepeat key="repeats" {...icon} aria-hidden={false} aria-label={t('calendar.repeating')} />,
        kind === 'call' ? <IconPhone key="kind" {...icon} aria-hidden={false} aria-label={t('activities.kind.call')} /> : null,
        kind === 'meeting' ? (
          <IconUsers key="kind" {...icon} aria-hidden={false} aria-label={t('activities.kind.meeting')} />
        ) : null,
        record === null || record.type === 'user' ? null : (
          <Anchor key="record" component={Link} to={recordHref(record.type, record.id)} c="dimmed" inherit>
            {record.name}
          </Anchor>
        ),
      ]}
    />
  )
}
