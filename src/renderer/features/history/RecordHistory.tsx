// All that was changed on one record: the field, the old value and the new.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { TimelineItem, TimelineList } from '#renderer/ui/TimelineList.tsx'
import type { RecordChange } from '#shared/history/history.ts'
import { changedValues, changeVerb, toldChanges } from './changed-value.ts'

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
        <ChangeItem key={change.operation} change={change} nameField={table === 'contacts' ? 'personName' : 'name'} />
      ))}
    </TimelineList>
  )
}

interface ChangeItemProps {
  readonly change: RecordChange
  /** What the record's name is called: a person's is not a company's. */
  readonly nameField: 'name' | 'personName'
}

function ChangeItem({ change, nameField }: ChangeItemProps) {
  const t = useT()
  const format = useFormat()
  const { at, actorName, deviceName, kind, changes } = change
  const values = changedValues(t, format, change)

  return (
    <TimelineItem
      who={actorName ?? t('history.system')}
      what={t(changeVerb(change))}
      facts={[deviceName !== null ? t('history.on_device', { device: deviceName }) : null]}
      when={<time dateTime={at}>{format.nearMoment(at)}</time>}
      text={
        kind === 'changed' &&
        toldChanges(changes).map((told) => (
          <div key={told.field}>
            {t('history.from_to', {
              field: told.label ?? t.known(`field.${told.field === 'name' ? nameField : told.field}`, 'field.other'),
              ...values(told),
            })}
          </div>
        ))
      }
    />
  )
}
