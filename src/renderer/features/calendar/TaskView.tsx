// One task with all that can be done to it, beside the list of tasks.
import { Box, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EntryDetails } from '#renderer/features/activities/EntryDetails.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'

export function TaskView({ id }: { readonly id: string }) {
  const t = useT()
  const task = useQuery(useApi().activities.entry({ id }))
  return (
    <Box component="section" p="xl" aria-label={task.data?.title ?? t('activities.kind.task')}>
      {task.isPending && <Pending />}
      {task.isError && <ErrorNote error={task.error} onRetry={() => void task.refetch()} />}
      {task.data && (
        <>
          <Title order={2} mb="lg" style={{ overflowWrap: 'anywhere' }}>
            {task.data.title ?? t(`activities.kind.${task.data.kind}`)}
          </Title>
          <EntryDetails entry={task.data} onDone={() => {}} />
        </>
      )}
    </Box>
  )
}
