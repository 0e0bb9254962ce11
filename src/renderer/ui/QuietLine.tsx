// What the last action did, with Undo; or why it did not work. Read out when it changes.
import { Anchor } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useClient } from '#renderer/api/api-context.tsx'
import { useUndo } from '#renderer/api/use-undo.ts'
import { errorText } from '#renderer/i18n/error-text.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import classes from './QuietLine.module.css'

export function QuietLine() {
  const t = useT()
  const { quietLine } = useClient()
  const { undo } = useUndo()
  const entry = useSyncExternalStore(quietLine.subscribe, quietLine.current)
  const operation = entry?.kind === 'did' ? entry.operation : null

  return (
    <span className={classes['line']} role="status" data-kind={entry?.kind}>
      {entry?.kind === 'did' && <span className={classes['text']}>{entry.text}</span>}
      {entry?.kind === 'failed' && <FailedText error={entry.error} />}
      {operation !== null && (
        <Anchor component="button" type="button" size="xs" onClick={() => undo(operation)}>
          {t('base.undo')}
        </Anchor>
      )}
      {entry?.kind === 'failed' && (
        <Anchor component="button" type="button" size="xs" onClick={quietLine.clear}>
          {t('base.close')}
        </Anchor>
      )}
    </span>
  )
}

function FailedText({ error }: { readonly error: unknown }) {
  const t = useT()
  const { text, traceId } = errorText(t, error)
  return (
    <span className={classes['text']} title={text}>
      {text} {traceId !== null && t('errors.trace', { traceId })}
    </span>
  )
}
