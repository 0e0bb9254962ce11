// Something written on a record: who, what, when, and the words. A task can be marked done where it stands, a note pinned beside the record.
import { ActionIcon, Anchor, Checkbox, Menu } from '@mantine/core'
import { IconDots, IconPinned } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ActivityFiles } from '#renderer/records/attachments/ActivityFiles.tsx'
import { AttachToEntry } from '#renderer/records/attachments/AttachToEntry.tsx'
import { TimelineItem } from '#renderer/ui/TimelineList.tsx'
import { EditActivityForm } from './EditActivityForm.tsx'
import { TaskDue } from './TaskDue.tsx'
import type { TimelineEntry } from '#shared/timeline/timeline.contract.ts'
import { recordHref } from '#shared/base/record-places.ts'

interface ActivityEntryProps {
  readonly entry: Extract<TimelineEntry, { activity: unknown }>
  readonly isReadOnly: boolean
}

export function ActivityEntry({ entry, isReadOnly }: ActivityEntryProps) {
  const t = useT()
  const api = useApi()
  const format = useFormat()
  const [isEditing, setIsEditing] = useState(false)
  const { activity, of, files, actorName } = entry
  const { id, recordType, recordId, kind, title, text, happenedAt, durationMinutes, doneAt, outcome, pinnedAt } = activity
  const complete = useAction(api.activities.complete(), {
    said: (_, { done }) => t(done ? 'activities.done' : 'activities.reopened'),
  })
  const pin = useAction(api.activities.pin(), {
    said: (_, { isPinned }) => t(isPinned ? 'activities.said.pinned' : 'activities.said.unpinned'),
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
      who={actorName ?? t('activities.nobody')}
      what={t(`activities.kind.${kind}`)}
      facts={[
        isTask ? <TaskDue key="due" {...activity} /> : null,
        durationMinutes ? t('activities.minutes', { count: durationMinutes }) : null,
        outcome && t(`call_log.outcome.${outcome}`),
        of && (
          <Anchor key="of" component={Link} to={recordHref(of.type, of.id)} inherit>
            {t('activities.on_record', { name: of.name })}
          </Anchor>
        ),
        pinnedAt === null ? null : <IconPinned key="pin" size={14} stroke={1.5} aria-label={t('record.pinned')} />,
      ]}
      when={<time dateTime={happenedAt}>{format.nearMoment(happenedAt)}</time>}
      title={title}
      text={text}
      action={
        !isReadOnly && (
          <>
            {recordType !== 'user' && <AttachToEntry place={{ recordType, recordId, activityId: id }} />}
            <Menu>
              <Menu.Target>
                <ActionIcon size="sm" aria-label={t('activities.entry_actions')}>
                  <IconDots size={16} stroke={1.5} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setIsEditing(true)}>{t('base.edit')}</Menu.Item>
                <Menu.Item onClick={() => pin.mutate({ id, isPinned: pinnedAt === null })}>
                  {t(pinnedAt === null ? 'activities.pin' : 'activities.unpin')}
                </Menu.Item>
                <Menu.Item onClick={() => archive.mutate({ id })}>{t('base.archive')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        )
      }
    >
      {files > 0 && <ActivityFiles activityId={id} />}
      {isEditing && <EditActivityForm entry={activity} onClose={() => setIsEditing(false)} />}
    </TimelineItem>
  )
}
