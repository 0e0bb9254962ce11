// A small panel in the lower corner that waits for answers without standing in the way; folded it is one line.
import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './FloatingPanel.module.css'

interface FloatingPanelProps {
  readonly title: string
  readonly isFolded: boolean
  readonly onFold: (isFolded: boolean) => void
  readonly foldLabel: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function FloatingPanel({ title, isFolded, onFold, foldLabel, actions, children }: FloatingPanelProps) {
  const Chevron = isFolded ? IconChevronUp : IconChevronDown
  return (
    <section aria-label={title} className={classes['panel']} data-folded={isFolded || undefined}>
      <header className={classes['head']}>
        <span className={classes['title']} role="status">
          {title}
        </span>
        {!isFolded && actions}
        <ActionIcon size="sm" aria-label={foldLabel} aria-expanded={!isFolded} onClick={() => onFold(!isFolded)}>
          <Chevron size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </header>
      {!isFolded && <div className={classes['content']}>{children}</div>}
    </section>
  )
}

interface FloatingRowProps {
  readonly title: ReactNode
  readonly facts: readonly ReactNode[]
  readonly actions: ReactNode
}

export function FloatingRow({ title, facts, actions }: FloatingRowProps) {
  return (
    <li className={classes['row']}>
      <div className={classes['words']}>
        <span className={classes['name']}>{title}</span>
        <span className={classes['facts']}>
          {facts.map((fact, index) => (fact === null || fact === '' ? null : <span key={index}>{fact}</span>))}
        </span>
      </div>
      <div className={classes['actions']}>{actions}</div>
    </li>
  )
}

export function FloatingRows({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul aria-label={label} className={classes['rows']}>
      {children}
    </ul>
  )
}
