// One step of a task: its content scrolls, its buttons stay at the foot. And a row of fields inside it.
import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './StepBody.module.css'

interface StepBodyProps {
  readonly title?: string
  /** Above what scrolls: the tables of an import. */
  readonly head?: ReactNode
  /** The way back, and the way on. */
  readonly footer: ReactNode
  readonly children: ReactNode
}

export function StepBody({ title, head, footer, children }: StepBodyProps) {
  return (
    <>
      {head && <StepHead>{head}</StepHead>}
      <div className={classes['scroller']}>
        <div className={classes['content']}>
          {title && <Title order={2}>{title}</Title>}
          {children}
        </div>
      </div>
      <StepFooter>{footer}</StepFooter>
    </>
  )
}

/** The same without steps: a page that scrolls. */
export function ScrollPage({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes['scroller']}>
      <div className={classes['content']}>{children}</div>
    </div>
  )
}

/** What fills the room between the head and the foot by itself. Where the window is too low for that, it scrolls. */
export function StepRoom({ children }: { readonly children: ReactNode }) {
  return <div className={classes['room']}>{children}</div>
}

/** A strip above what scrolls. */
export function StepHead({ children }: { readonly children: ReactNode }) {
  return <div className={classes['head']}>{children}</div>
}

/** The way back at its left, the way on at its right. */
export function StepFooter({ children }: { readonly children: ReactNode }) {
  return <div className={classes['footer']}>{children}</div>
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
