// A few lines of two fields each, with a way to add one: something, and what it is to be.
import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './PairRows.module.css'

interface PairRowsProps {
  readonly title: string
  readonly text: string
  readonly action: ReactNode
  readonly children: ReactNode
}

export function PairRows({ title, text, action, children }: PairRowsProps) {
  return (
    <section aria-label={title} className={classes['pairs']}>
      <Title order={2} size="h3">
        {title}
      </Title>
      <Text c="dimmed">{text}</Text>
      {children}
      <div>{action}</div>
    </section>
  )
}

export function PairRow({ children }: { readonly children: ReactNode }) {
  return <div className={classes['pair']}>{children}</div>
}
