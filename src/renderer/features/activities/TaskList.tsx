// Open tasks by due day, each with the record it stands on.
import { Anchor, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { TimelineItem, TimelineList } from '#renderer/ui/TimelineList.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import { TaskDue } from './TaskDue.tsx'

const PATHS: Readonly<Record<RecordType, string>> = {
  company: '/companies',
  contact: '/contacts',
  deal: '/deals',
  ticket: '/tickets',
}

export function TaskList({ ownerId }: { readonly ownerId: string | null }) {
  const t = useT()
  const api = useApi()
  const tasks = useQuery(api.activities.tasks({ ownerId }))
  const complete = useAction(api.activities.complete(), { said: () => t('activities.done') })

  if (tasks.isPending) return <Pending />
  if (tasks.isError) return <ErrorNote error={tasks.error} onRetry={() => void tasks.refetch()} />
  if (tasks.data.tasks.length === 0) return <EmptyState isSmall text={t('activities.tasks.empty')} />
  return (
    <TimelineList label={t('activities.tasks.title')}>
      {tasks.data.tasks.map((task) => {
        const { id, title, text, record } = task
        return (
          <TimelineItem
            key={id}
            mark={
              <Checkbox
                size="xs"
                aria-label={t('activities.mark_done', { title: title ?? text ?? '' })}
                checked={false}
                disabled={complete.isPending}
                onChange={() => complete.mutate({ id, done: true })}
              />
            }
            who={title ?? text ?? ''}
            facts={
              record === null || record.type === 'user'
                ? []
                : [
                    <Anchor key="record" component={Link} to={`${PATHS[record.type]}/${record.id}`} size="sm">
                      {record.name}
                    </Anchor>,
                  ]
            }
            when={task.dueOn === null ? t('activities.tasks.no_day') : <TaskDue {...task} />}
            text={title === null ? null : text}
          />
        )
      })}
    </TimelineList>
  )
}
