// The files of a record: what can be added above, a line for each below.
import type { ReactNode } from 'react'
import classes from './FileList.module.css'

interface FileListProps {
  readonly label: string
  readonly actions?: ReactNode
  readonly hint?: string | null
  /** `<FileRow>`s, or what is said where there is none. */
  readonly children: ReactNode
  readonly isEmpty: boolean
}

export function FileList({ label, actions, hint, children, isEmpty }: FileListProps) {
  return (
    <section aria-label={label}>
      {(actions || hint) && (
        <div className={classes['head']}>
          {actions}
          {hint && <span className={classes['hint']}>{hint}</span>}
        </div>
      )}
      {isEmpty ? children : <ul className={classes['list']}>{children}</ul>}
    </section>
  )
}
