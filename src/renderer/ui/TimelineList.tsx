// A timeline as typography: who and what in one line with the time at its end, the words below. And the box to write in.
import type { TablerIcon } from '@tabler/icons-react'
import { Children, type KeyboardEvent, type ReactNode } from 'react'
import classes from './TimelineList.module.css'

export function TimelineList({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ol aria-label={label} className={classes['list']}>
      {Children.map(children, (child) => child && <li>{child}</li>)}
    </ol>
  )
}

/** Between the entries of two months. */
export function TimelineMonth({ children }: { readonly children: string }) {
  return <h3 className={classes['month']}>{children}</h3>
}

interface TimelineEventProps {
  readonly icon: TablerIcon
  /** What happened, in one sentence with its links. */
  readonly children: ReactNode
  readonly when: ReactNode
  /** Below, quieter. */
  readonly detail?: ReactNode
}

/** What came about rather than was written: one quiet line. */
export function TimelineEvent({ icon: Icon, children, when, detail }: TimelineEventProps) {
  return (
    <div className={classes['event']}>
      <span className={classes['eventIcon']}>
        <Icon size={16} stroke={1.5} aria-hidden />
      </span>
      <div className={classes['eventWords']}>
        <div>{children}</div>
        {detail}
      </div>
      <span className={classes['when']}>{when}</span>
    </div>
  )
}

interface TimelineItemProps {
  readonly who: ReactNode
  readonly what?: ReactNode
  readonly facts?: readonly ReactNode[]
  readonly when: ReactNode
  readonly title?: string | null
  readonly text?: ReactNode
  /** Before the title, or the line where there is none: a task's box to tick. */
  readonly mark?: ReactNode
  /** Done: shown quieter. */
  readonly isOver?: boolean
  readonly action?: ReactNode
  readonly children?: ReactNode
}

export function TimelineItem(props: TimelineItemProps) {
  const { who, what, facts = [], when, title = null, text = null, mark, isOver = false, action, children } = props
  const hasTitle = title !== null && title !== ''
  return (
    <div className={classes['item']} data-over={isOver || undefined}>
      <div className={classes['line']}>
        <span className={classes['said']}>
          {!hasTitle && mark}
          <span className={classes['who']}>{who}</span>
          {what && <span>{what}</span>}
          {facts.map((fact, index) => (fact ? <span key={index}>{fact}</span> : null))}
        </span>
        <span className={classes['end']}>
          <span className={classes['when']}>{when}</span>
          {action}
        </span>
      </div>
      {hasTitle && (
        <div className={classes['title']}>
          {mark}
          <span>{title}</span>
        </div>
      )}
      {text !== null && text !== '' && <div className={classes['text']}>{text}</div>}
      {children}
    </div>
  )
}

/** One of several things that an entry tells, with what can be done about it on pointing at it. */
export function TimelineFact({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className={classes['fact']}>
      <span>{children}</span>
      {action && <span className={classes['factAction']}>{action}</span>}
    </div>
  )
}

interface ComposerBoxProps {
  readonly label: string
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly children: ReactNode
}

export function ComposerBox({ label, onKeyDown, children }: ComposerBoxProps) {
  return (
    <div role="group" aria-label={label} className={classes['composer']} onKeyDown={onKeyDown}>
      {children}
    </div>
  )
}
