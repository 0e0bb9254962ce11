// One operation of the history: who did what to which record, and whether it still stands.
import { Anchor, Box } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { TimelineItem } from '#renderer/ui/TimelineList.tsx'
import type { Operation } from '#shared/history/history.ts'

interface OperationItemProps {
  readonly operation: Operation
  /** A later change stands in the way of taking it back. */
  readonly onRefused: () => void
}

export function OperationItem({ operation, onRefused }: OperationItemProps) {
  const t = useT()
  const format = useFormat()
  const undo = useAction(useApi().history.undo(), { said: () => t('base.action.undone') })
  const { id, at, actorName, deviceName, procedure, rows, undoes, undoneBy, subject } = operation
  const what = t.known(`history.did.${procedure}`, 'history.did.other')

  return (
    <TimelineItem
      isOver={undoneBy !== null}
      who={actorName ?? t('history.system')}
      what={what}
      facts={[
        subject,
        rows > 1 ? t('history.rows', { count: rows }) : null,
        undoneBy !== null ? t('history.undone') : null,
        deviceName !== null ? t('history.on_device', { device: deviceName }) : null,
      ]}
      when={<time dateTime={at}>{format.nearMoment(at)}</time>}
      action={
        // As wide with nothing in it, so that the times stand in one column.
        <Box component="span" miw={64} ta="end">
          {/* Making the workspace and coming into it is where the history begins. */}
          {undoneBy === null && !procedure.startsWith('workspace.') && (
            <Anchor
              component="button"
              type="button"
              size="sm"
              aria-label={t('history.undo_label', { what: subject === null ? what : `${what} ${subject}` })}
              disabled={undo.isPending}
              onClick={() => undo.mutate({ operation: id }, { onError: ({ code }) => code === 'conflict' && onRefused() })}
            >
              {t(undoes === null ? 'history.undo' : 'history.redo')}
            </Anchor>
          )}
        </Box>
      }
    />
  )
}
