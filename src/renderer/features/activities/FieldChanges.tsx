// The fields that one step changed, as the timeline tells them: a few lines, the rest counted.
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { changedValues, fieldWord, toldChanges } from '#renderer/records/changes/changed-value.ts'
import type { RecordType } from '#shared/base/fields.ts'
import type { TimelineEntry } from '#shared/timeline/timeline.contract.ts'

interface FieldChangesProps {
  readonly entry: Extract<TimelineEntry, { kind: 'change' }>
  readonly recordType: RecordType
}

const SHOWN = 4

export function FieldChanges({ entry, recordType }: FieldChangesProps) {
  const t = useT()
  const format = useFormat()
  const told = toldChanges(entry.changes)
  const rest = told.length - SHOWN

  return (
    <>
      {told.slice(0, SHOWN).map((change) => {
        const { field, row } = change
        const values = changedValues(t, format, { changes: entry.changes, currency: entry.currency, row })(change)
        const own = fieldWord(t, change, recordType === 'contact' && row === null)
        return (
          <div key={`${row?.id ?? ''} ${field}`}>
            {t('history.from_to', { field: row?.name ? t('timeline.of', { field: own, name: row.name }) : own, ...values })}
          </div>
        )
      })}
      {rest > 0 && <div>{t('timeline.more_fields', { count: rest })}</div>}
    </>
  )
}
