// Everything that happened on a record, newest first, with the composer above it.
import { Button } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { TimelineList } from '#renderer/ui/TimelineList.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import { Composer } from './Composer.tsx'
import { TimelineEntry } from './TimelineEntry.tsx'
import { useTimeline } from './use-timeline.ts'

interface TimelineProps {
  readonly recordType: RecordType
  readonly recordId: string
  /** An archived record takes no new entries. */
  readonly isReadOnly?: boolean
}

export function Timeline({ recordType, recordId, isReadOnly = false }: TimelineProps) {
  const t = useT()
  const { entries, isPending, error, retry, hasMore, isLoadingMore, loadMore } = useTimeline(recordType, recordId)

  return (
    <>
      {!isReadOnly && <Composer recordType={recordType} recordId={recordId} />}
      {isPending && <Pending />}
      {error && <ErrorNote error={error} onRetry={retry} />}
      {!isPending && !error && entries.length === 0 && <EmptyState isSmall text={t('activities.empty')} />}
      <TimelineList label={t('activities.timeline')}>
        {entries.map((entry) => (
          <TimelineEntry key={entry.id} entry={entry} isElsewhere={entry.recordId !== recordId} isReadOnly={isReadOnly} />
        ))}
      </TimelineList>
      {hasMore && (
        <Button variant="default" mt="md" loading={isLoadingMore} onClick={loadMore}>
          {t('activities.more')}
        </Button>
      )}
    </>
  )
}
