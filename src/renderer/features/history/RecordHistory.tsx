// All that was changed on one record and on what belongs to it: the field, the old value and the new, and the way back.
import { Anchor, Button, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import type { Translate } from '#renderer/i18n/translate.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { TimelineItem } from '#renderer/ui/TimelineList.tsx'
import { VirtualTimeline } from '#renderer/ui/VirtualTimeline.tsx'
import type { RecordChange } from '#shared/history/history.ts'
import { aroundVerb } from '#renderer/records/changes/around-verb.ts'
import { changeVerb, toldChanges } from '#renderer/records/changes/changed-value.ts'
import { ChangeLine } from '#renderer/records/changes/ChangeLine.tsx'
import type { HistoryOf } from '#renderer/records/changes/restorable.ts'

interface RecordHistoryProps {
  readonly table: HistoryOf['table']
  readonly id: string
  readonly isReadOnly?: boolean
}

export function RecordHistory({ table, id, isReadOnly = false }: RecordHistoryProps) {
  const t = useT()
  const history = useQuery(useApi().history.ofRecord({ table, id }))

  if (history.isPending) return <Pending />
  if (history.isError) return <ErrorNote error={history.error} onRetry={() => void history.refetch()} />
  if (history.data.length === 0) return <EmptyState isSmall text={t('history.record_empty')} />
  return (
    <>
      <VirtualTimeline
        label={t('history.tab')}
        rows={history.data.map((change) => ({
          key: `${change.operation} ${change.row?.id ?? ''}`,
          content: <ChangeItem of={{ table, id, isReadOnly }} change={change} />,
        }))}
      />
      {isMergeable(table) && <MergedHistories table={table} id={id} />}
    </>
  )
}

function ChangeItem({ of, change }: { readonly of: HistoryOf; readonly change: RecordChange }) {
  const t = useT()
  const format = useFormat()
  const { at, actorName, deviceName, kind, changes, row, origin } = change

  return (
    <TimelineItem
      who={actorName ?? t('history.system')}
      what={row === null ? t(changeVerb(change)) : aroundVerb(t, { isCreated: kind === 'created', changes, row })}
      facts={[
        origin === undefined ? null : fileText(t, origin),
        deviceName !== null ? t('history.on_device', { device: deviceName }) : null,
      ]}
      when={
        <time dateTime={at} title={format.moment(at)}>
          {format.nearMoment(at)}
        </time>
      }
      action={row !== null && !of.isReadOnly && isRemoved(change) && <PutBack change={change} row={row} />}
      text={
        kind === 'changed' &&
        toldChanges(changes).map((told) => <ChangeLine key={told.field} of={of} change={change} told={told} />)
      }
    />
  )
}

/** The file that an import read, and the source it came from where one was named. */
const fileText = (t: Translate, { fileName, source }: NonNullable<RecordChange['origin']>): string =>
  source === null ? t('history.from_file', { name: fileName }) : t('history.from_source', { name: fileName, source })

type Row = NonNullable<RecordChange['row']>

const isRemoved = ({ changes }: RecordChange): boolean => changes.some(({ field, to }) => field === 'archivedAt' && to !== null)

function PutBack({ change, row }: { readonly change: RecordChange; readonly row: Row }) {
  const t = useT()
  const putBack = useAction(useApi().history.restoreValue(), { said: () => t('history.put_back_said', { name: row.name ?? '' }) })
  const { table, id } = row
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      loading={putBack.isPending}
      onClick={() => putBack.mutate({ table, id, operation: change.operation, field: 'archivedAt' })}
    >
      {t('history.put_back')}
    </Button>
  )
}

const TYPES = { companies: 'company', contacts: 'contact' } as const
const isMergeable = (table: HistoryOf['table']): table is keyof typeof TYPES => table in TYPES

/** The histories of the records that became part of this one, each folded. */
function MergedHistories({ table, id }: { readonly table: keyof typeof TYPES; readonly id: string }) {
  const t = useT()
  const format = useFormat()
  const merged = useQuery(useApi().merges.mergedInto({ recordType: TYPES[table], id }))
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set())
  if (merged.isError) return <ErrorNote error={merged.error} onRetry={() => void merged.refetch()} />
  return (
    <Stack gap="md" mt="md">
      {merged.data?.map((record) => (
        <div key={record.id}>
          <Anchor
            component="button"
            type="button"
            aria-expanded={shown.has(record.id)}
            onClick={() => setShown(shown.symmetricDifference(new Set([record.id])))}
          >
            {t('merges.history', { name: record.name, day: format.nearDay(format.dayOf(record.at)) })}
          </Anchor>
          {shown.has(record.id) && <RecordHistory table={table} id={record.id} isReadOnly />}
        </div>
      ))}
    </Stack>
  )
}
