// Everything that happened on a record, newest first, by month, with the composer above it and kinds to filter by.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { FilterPills } from '#renderer/ui/FilterPills.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { TimelineMonth } from '#renderer/ui/TimelineList.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { type TimelineRow, VirtualTimeline } from '#renderer/ui/VirtualTimeline.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import { type TimelineEntry as Entry, type TimelineKind, timelineKind } from '#shared/timeline/timeline.contract.ts'
import { Composer } from './Composer.tsx'
import { TimelineEntry } from './TimelineEntry.tsx'
import { useTimeline } from './use-timeline.ts'

interface TimelineProps {
  readonly recordType: RecordType
  readonly recordId: string
  /** An archived record takes no new entries. */
  readonly isReadOnly?: boolean
}

export function Timeline(props: TimelineProps) {
  const { recordType, recordId, isReadOnly = false } = props
  const t = useT()
  const format = useFormat()
  const address = useAddress()
  const counts = useQuery(useApi().timeline.counts({ recordType, recordId }))
  const wanted = (address.get('kinds') ?? '').split(',')
  const kinds = timelineKind.options.filter((kind) => wanted.includes(kind))
  const pills = timelineKind.options.flatMap((value) => {
    const count = counts.data?.[value] ?? 0
    return count > 0 || kinds.includes(value) ? [{ value, label: t(`timeline.kind.${value}`), count: format.number(count) }] : []
  })

  return (
    <>
      {!isReadOnly && <Composer recordType={recordType} recordId={recordId} />}
      {(pills.length > 1 || kinds.length > 0) && (
        <FilterPills
          label={t('timeline.filter')}
          pills={pills}
          pressed={kinds}
          onChange={(pressed) => address.set({ kinds: pressed.length === 0 ? null : pressed.join(',') })}
        />
      )}
      <Entries key={kinds.join()} {...props} kinds={kinds} onClear={() => address.set({ kinds: null })} />
    </>
  )
}

interface EntriesProps extends TimelineProps {
  readonly kinds: readonly TimelineKind[]
  readonly onClear: () => void
}

function Entries({ recordType, recordId, isReadOnly = false, kinds, onClear }: EntriesProps) {
  const t = useT()
  const { month, dayOf } = useFormat()
  const { entries, isPending, error, retry, loadMore } = useTimeline(recordType, recordId, kinds)
  if (isPending) return <Pending />
  if (error) return <ErrorNote error={error} onRetry={retry} />
  if (entries.length === 0 && kinds.length > 0) {
    return (
      <EmptyState
        isSmall
        text={t('timeline.none_of_kind')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('timeline.show_all')}
          </Button>
        }
      />
    )
  }
  if (entries.length === 0) return <EmptyState isSmall text={t('activities.empty')} />

  const monthOf = (entry: Entry): string => dayOf(entry.at).slice(0, 7)
  const rows = entries.flatMap((entry, index): TimelineRow[] => {
    const before = entries[index - 1]
    const row = { key: entry.id, content: <TimelineEntry entry={entry} recordType={recordType} isReadOnly={isReadOnly} /> }
    if (before && monthOf(before) === monthOf(entry)) return [row]
    return [{ key: monthOf(entry), content: <TimelineMonth>{month(monthOf(entry))}</TimelineMonth> }, row]
  })
  return <VirtualTimeline label={t('activities.timeline')} rows={rows} onEnd={loadMore} />
}
