// One step of a task: its content scrolls, its buttons stay at the foot. And a row of fields inside it.
import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './StepBody.module.css'

interface StepBodyProps {
  readonly title?: string
  /** The way back, and the way on. */
  readonly footer: ReactNode
  readonly children: ReactNode
}

export function StepBody({ title, footer, children }: StepBodyProps) {
  return (
    <>
      <div className={classes['scroller']}>
        <div className={classes['content']}>
          {title && <Title order={2}>{title}</Title>}
          {children}
        </div>
      </div>
      <div className={classes['footer']}>{footer}</div>
    </>
  )
}

export function FieldRow({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      {title && (
        <Title order={3} mb="sm">
          {title}
        </Title>
      )}
      <div className={classes['fields']}>{children}</div>
    </section>
  )
}
