// A failure in the place where its result would be: what happened, why, what to do, and small below it the number for support.
import { Button, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { errorText } from '#renderer/i18n/error-text.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import classes from './ErrorNote.module.css'

interface ErrorNoteProps {
  readonly error: unknown
  /** Offers “Try again”. */
  readonly onRetry?: (() => void) | undefined
}

export function ErrorNote({ error, onRetry }: ErrorNoteProps) {
  const t = useT()
  const { text, traceId } = errorText(t, error)

  return (
    <div className={classes['note']} role="alert">
      <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
      <div>
        <Text>{text}</Text>
        {traceId !== null && (
          <Text size="xs" c="dimmed">
            {t('errors.trace', { traceId })}
          </Text>
        )}
        {onRetry && (
          <Button variant="default" mt="sm" onClick={onRetry}>
            {t('base.retry')}
          </Button>
        )}
      </div>
    </div>
  )
}
