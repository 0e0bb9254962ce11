// What one step changed, as the timeline tells it: the record's own fields, then what was done to its further phones and links. A few
// lines; the rest is counted.
import type { ReactNode } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { aroundVerb } from '#renderer/records/changes/around-verb.ts'
import { changedValues, fieldWord, toldChanges } from '#renderer/records/changes/changed-value.ts'
import type { RecordType } from '#shared/base/fields.ts'
import { recordPlaces } from '#shared/base/record-places.ts'
import type { TimelineEntry } from '#shared/timeline/timeline.contract.ts'

interface FieldChangesProps {
  readonly entry: Extract<TimelineEntry, { kind: 'change' }>
  readonly recordType: RecordType
}

const SHOWN = 4

export function FieldChanges({ entry, recordType }: FieldChangesProps) {
  const t = useT()
  const format = useFormat()
  const { changes, currency } = entry
  const own = toldChanges(changes.filter(({ row }) => row === null))
  const around = Map.groupBy(
    changes.filter(({ row }) => row !== null),
    ({ row }) => row?.id ?? '',
  )
  const values = changedValues(t, format, { table: recordPlaces[recordType], changes, currency })
  const lines: readonly ReactNode[] = [
    ...own.map((change) => (
      <div key={change.field}>
        {t('history.from_to', { field: fieldWord(t, change, recordType === 'contact'), ...values(change) })}
      </div>
    )),
    ...[...around].flatMap(([id, ofRow]) => {
      const row = ofRow[0]?.row
      // A row that was made carries the moment of that.
      const isCreated = ofRow.some(({ field, from }) => field === 'createdAt' && from === null)
      return row ? [<div key={id}>{aroundVerb(t, { isCreated, changes: ofRow, row })}</div>] : []
    }),
  ]
  const rest = lines.length - SHOWN

  return (
    <>
      {lines.slice(0, SHOWN)}
      {rest > 0 && <div>{t('timeline.more_fields', { count: rest })}</div>}
    </>
  )
}
