// A few ways to go on, each with a sentence that says what it means.
import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './ChoiceCards.module.css'

export function ChoiceCards({ children }: { readonly children: ReactNode }) {
  return <div className={classes['cards']}>{children}</div>
}

interface ChoiceCardProps {
  readonly title: string
  readonly text: string
  readonly isBusy?: boolean
  readonly onChoose: () => void
}

export function ChoiceCard({ title, text, isBusy = false, onChoose }: ChoiceCardProps) {
  return (
    <UnstyledButton className={classes['card'] ?? ''} disabled={isBusy} aria-busy={isBusy} onClick={onChoose}>
      <span className={classes['title']}>{title}</span>
      <span className={classes['text']}>{text}</span>
    </UnstyledButton>
  )
}
