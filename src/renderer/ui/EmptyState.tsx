// Nothing here: a sentence that says what would be, and the action that fills it, or clears the filter that emptied it.
import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

interface EmptyStateProps {
  readonly text: string
  readonly action?: ReactNode
  /** Inside a card or tab: less room around it. */
  readonly isSmall?: boolean
}

export function EmptyState({ text, action, isSmall = false }: EmptyStateProps) {
  return (
    <div className={classes['empty']} data-small={isSmall || undefined}>
      <Text c="dimmed">{text}</Text>
      {action}
    </div>
  )
}
