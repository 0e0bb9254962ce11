// Records that belong to another one, on its card: a name, a few facts, a menu.
import type { ReactNode } from 'react'
import classes from './RelatedList.module.css'

interface RelatedListProps {
  readonly label: string
  /** Above the rows: what can be added. */
  readonly actions?: ReactNode
  /** In place of the rows, where there are none. */
  readonly empty?: ReactNode
  readonly children: ReactNode
}

export function RelatedList({ label, actions, empty, children }: RelatedListProps) {
  return (
    <section aria-label={label}>
      {actions && <div className={classes['actions']}>{actions}</div>}
      {empty}
      {!empty && <ul className={classes['list']}>{children}</ul>}
    </section>
  )
}

interface RelatedRowProps {
  readonly name: ReactNode
  /** Shown in order; `null` is left out. */
  readonly facts: readonly ReactNode[]
  readonly action?: ReactNode
  readonly children?: ReactNode
}

export function RelatedRow({ name, facts, action, children }: RelatedRowProps) {
  return (
    <li className={classes['row']}>
      <span className={classes['name']}>{name}</span>
      <span className={classes['facts']}>
        {facts.map((fact, index) => (fact === null || fact === '' ? null : <span key={index}>{fact}</span>))}
      </span>
      {action}
      {children}
    </li>
  )
}
