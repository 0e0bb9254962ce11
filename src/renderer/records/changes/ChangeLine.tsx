// One field's change: what it was, what it became, and the way back to what it was.
import { Button } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { TimelineFact } from '#renderer/ui/TimelineList.tsx'
import type { RecordChange } from '#shared/history/history.ts'
import { changedValues, fieldWord } from './changed-value.ts'
import { type HistoryOf, restorableIn } from './restorable.ts'

interface ChangeLineProps {
  readonly of: HistoryOf
  readonly change: RecordChange
  readonly told: RecordChange['changes'][number]
  /** Where the field is known from what stands around. */
  readonly isBare?: boolean
}

export function ChangeLine({ of, change, told, isBare = false }: ChangeLineProps) {
  const t = useT()
  const format = useFormat()
  const values = changedValues(t, format, { ...change, table: change.row?.table ?? of.table })(told)
  const field = fieldWord(t, told, of.table === 'contacts' && change.row === null)
  const target = restorableIn(of, change, told.field)
  const restore = useAction(useApi().history.restoreValue(), {
    said: () => t('history.value_restored', { field, value: values.from }),
  })

  return (
    <TimelineFact
      action={
        target && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('history.restore_label', { field, value: values.from })}
            loading={restore.isPending}
            onClick={() => restore.mutate({ ...target, operation: change.operation, field: told.field })}
          >
            {t('history.restore_value')}
          </Button>
        )
      }
    >
      {isBare ? t('history.values', values) : t('history.from_to', { field, ...values })}
      {told.isLost && ` · ${t('conflicts.lost')}`}
    </TimelineFact>
  )
}
