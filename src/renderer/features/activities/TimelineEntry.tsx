// One entry of a timeline: who, what, when, and the words. A task can be marked done where it stands.
import { ActionIcon, Checkbox, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { TimelineItem } from '#renderer/ui/TimelineList.tsx'
import { EditActivityForm } from './EditActivityForm.tsx'
import { TaskDue } from './TaskDue.tsx'
import type { TimelineItem as Entry } from './use-timeline.ts'

interface TimelineEntryProps {
  readonly entry: Entry
  /** It stands on a deal or ticket of the company whose card this is. */
  readonly isElsewhere: boolean
  readonly isReadOnly: boolean
}

export function TimelineEntry({ entry, isElsewhere, isReadOnly }: TimelineEntryProps) {
  const t = useT()
  const api = useApi()
  const format = useFormat()
  const [isEditing, setIsEditing] = useState(false)
  const { id, kind, title, text, happenedAt, durationMinutes, doneAt, ownerName, recordName } = entry
  const complete = useAction(api.activities.complete(), {
    said: (_, { done }) => t(done ? 'activities.done' : 'activities.reopened'),
  })
  const archive = useAction(api.activities.archive(), { said: () => t('activities.archived_one') })
  const isTask = kind === 'task'

  return (
    <TimelineItem
      isOver={isTask && doneAt !== null}
      mark={
        isTask && (
          <Checkbox
            size="xs"
            aria-label={t('activities.mark_done', { title: title ?? text ?? '' })}
            checked={doneAt !== null}
            disabled={isReadOnly || complete.isPending}
            onChange={(event) => complete.mutate({ id, done: event.currentTarget.checked })}
          />
        )
      }
      who={ownerName ?? t('activities.nobody')}
      what={t(`activities.kind.${kind}`)}
      facts={[
        isTask ? <TaskDue key="due" {...entry} /> : null,
        durationMinutes ? t('activities.minutes', { count: durationMinutes }) : null,
        isElsewhere ? t('activities.on_record', { name: recordName }) : null,
      ]}
      when={<time dateTime={happenedAt}>{format.nearMoment(happenedAt)}</time>}
      title={title}
      text={text}
      action={
        !isReadOnly && (
          <Menu>
            <Menu.Target>
              <ActionIcon size="sm" aria-label={t('activities.entry_actions')}>
                <IconDots size={16} stroke={1.5} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setIsEditing(true)}>{t('base.edit')}</Menu.Item>
              <Menu.Item onClick={() => archive.mutate({ id })}>{t('base.archive')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )
      }
    >
      {isEditing && <EditActivityForm entry={entry} onClose={() => setIsEditing(false)} />}
    </TimelineItem>
  )
}
