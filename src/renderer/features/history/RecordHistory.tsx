// All that was changed on one record: the field, the old value and the new.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { TimelineItem, TimelineList } from '#renderer/ui/TimelineList.tsx'
import type { RecordChange } from '#shared/history/history.ts'

interface RecordHistoryProps {
  readonly table: 'companies' | 'contacts' | 'deals' | 'tickets'
  readonly id: string
}

export function RecordHistory({ table, id }: RecordHistoryProps) {
  const t = useT()
  const history = useQuery(useApi().history.ofRecord({ table, id }))

  if (history.isPending) return <Pending />
  if (history.isError) return <ErrorNote error={history.error} onRetry={() => void history.refetch()} />
  if (history.data.length === 0) return <EmptyState isSmall text={t('history.record_empty')} />
  return (
    <TimelineList label={t('history.tab')}>
      {history.data.map((change) => (
        <ChangeItem key={change.operation} change={change} />
      ))}
    </TimelineList>
  )
}

type Value = RecordChange['changes'][number]['from']

function ChangeItem({ change }: { readonly change: RecordChange }) {
  const t = useT()
  const format = useFormat()
  const { at, actorName, deviceName, kind, changes } = change
  const shown = (value: Value): string => {
    if (value === null || value === '') return t('history.empty_value')
    if (typeof value === 'boolean') return t(value ? 'history.yes' : 'history.no')
    return typeof value === 'number' ? format.number(value) : value
  }

  return (
    <TimelineItem
      who={actorName ?? t('history.system')}
      what={t(kind === 'created' ? 'history.created' : 'history.changed')}
      facts={[deviceName !== null ? t('history.on_device', { device: deviceName }) : null]}
      when={<time dateTime={at}>{format.nearMoment(at)}</time>}
      text={
        kind === 'changed' &&
        changes.map(({ field, from, to }) => (
          <div key={field}>
            {t('history.from_to', { field: t.known(`field.${field}`, 'field.other'), from: shown(from), to: shown(to) })}
          </div>
        ))
      }
    />
  )
}
