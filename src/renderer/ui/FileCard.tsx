// A file with its name and facts, what can be done with it, and below that what is in it.
import type { ReactNode } from 'react'
import classes from './FileCard.module.css'

interface FileCardProps {
  readonly name: string
  readonly facts: readonly string[]
  readonly actions: ReactNode
  readonly children: ReactNode
}

export function FileCard({ name, facts, actions, children }: FileCardProps) {
  return (
    <section aria-label={name} className={classes['card']}>
      <div className={classes['head']}>
        <h2 className={classes['name']}>{name}</h2>
        <span className={classes['facts']}>{facts.join(' · ')}</span>
        <span className={classes['actions']}>{actions}</span>
      </div>
      {children}
    </section>
  )
}

interface FilePartProps {
  /** The box that takes the part in or leaves it out. */
  readonly box: ReactNode
  readonly facts: string
  readonly target: ReactNode
  readonly children?: ReactNode
}

/** A table of the file. */
export function FilePart({ box, facts, target, children }: FilePartProps) {
  return (
    <div className={classes['part']}>
      <div className={classes['line']}>
        {box}
        <span className={classes['facts']}>{facts}</span>
        <span className={classes['target']}>{target}</span>
      </div>
      {children && <div className={classes['more']}>{children}</div>}
    </div>
  )
}
