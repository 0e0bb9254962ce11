// The list of tasks: today's, overdue, upcoming and undated ones, and all.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { NewEntry } from '#renderer/features/activities/NewEntry.tsx'
import { ListScreen } from '#renderer/records/lists/ListScreen.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { TaskView } from './TaskView.tsx'

const BUCKETS = ['today', 'overdue', 'upcoming', 'undated'] as const
const pathOf = (id: string): string => `/tasks/${id}`

export function TasksPage() {
  const t = useT()
  const address = useAddress()
  const me = useQuery(useApi().users.me({}))
  const startCreating = () => address.set({ new: '' })
  useShortcuts([{ keys: 'n', label: t('tasks.new'), group: 'page', run: startCreating }])

  return (
    <ListScreen
      entity="tasks"
      title={t('tasks.title')}
      searchLabel={t('tasks.search')}
      pathOf={pathOf}
      renderPanel={(id) => <TaskView id={id} />}
      actions={<Button onClick={startCreating}>{t('tasks.new')}</Button>}
      renderFirst={(viewId) => (
        <EmptyState
          text={t(`tasks.empty.${BUCKETS.find((bucket) => bucket === viewId) ?? 'other'}`)}
          action={
            <Button variant="default" onClick={startCreating}>
              {t('tasks.new')}
            </Button>
          }
        />
      )}
    >
      {address.has('new') && me.data && (
        <NewEntry kind="task" placement={null} ownerId={me.data.id} onClose={() => address.set({ new: null })} />
      )}
    </ListScreen>
  )
}
