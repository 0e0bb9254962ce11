// Long work in the place of its result: what is being done, how far it is, and a way to give up.
import { Progress, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './ProgressBox.module.css'

interface ProgressBoxProps {
  readonly title: string
  readonly step: string
  readonly count: string
  /** From 0 to 1; `null` while the end is not known. */
  readonly ratio: number | null
  readonly action: ReactNode
  readonly children?: ReactNode
}

export function ProgressBox({ title, step, count, ratio, action, children }: ProgressBoxProps) {
  return (
    <section aria-label={title} className={classes['box']}>
      <Title order={2}>{title}</Title>
      <div className={classes['line']} role="status">
        <span>{step}</span>
        <span className={classes['count']}>{count}</span>
      </div>
      <Progress value={ratio === null ? 100 : ratio * 100} animated={ratio === null} aria-label={step} />
      {children}
      <div>{action}</div>
    </section>
  )
}
