// Everything that was done in the workspace, newest first, each with a way to take it back or do it again.
import { Button } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { TimelineList } from '#renderer/ui/TimelineList.tsx'
import { ObstaclesModal } from './ObstaclesModal.tsx'
import { OperationItem } from './OperationItem.tsx'

export function OperationList() {
  const t = useT()
  const api = useApi()
  const [places, setPlaces] = useState<readonly (number | null)[]>([null])
  const [refused, setRefused] = useState<string | null>(null)
  const pages = useQueries({ queries: places.map((before) => api.history.operations({ before })) })
  const operations = [...new Map(pages.flatMap(({ data }) => data?.operations ?? []).map((each) => [each.id, each])).values()]
  const next = pages.at(-1)?.data?.next ?? null
  const failed = pages.find(({ isError }) => isError)

  return (
    <>
      {pages[0]?.isPending && <Pending />}
      {failed && <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && pages[0]?.isSuccess && operations.length === 0 && <EmptyState text={t('history.empty')} />}
      <TimelineList label={t('history.title')}>
        {operations.map((operation) => (
          <OperationItem key={operation.id} operation={operation} onRefused={() => setRefused(operation.id)} />
        ))}
      </TimelineList>
      {next !== null && (
        <Button variant="default" mt="md" loading={pages.at(-1)?.isPending ?? false} onClick={() => setPlaces([...places, next])}>
          {t('history.more')}
        </Button>
      )}
      {refused !== null && <ObstaclesModal operation={refused} onClose={() => setRefused(null)} />}
    </>
  )
}
