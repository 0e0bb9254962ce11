// A list that fills the room, and beside it what is to be said about its current line. Where there is no room for two, that lies below.
import type { ReactNode } from 'react'
import classes from './SplitView.module.css'

interface SplitViewProps {
  readonly label: string
  /** `null`: nothing is said. */
  readonly aside: ReactNode | null
  readonly children: ReactNode
}

export function SplitView({ label, aside, children }: SplitViewProps) {
  return (
    <div className={classes['split']}>
      <div className={classes['list']}>{children}</div>
      {aside !== null && (
        <aside aria-label={label} className={classes['aside']}>
          {aside}
        </aside>
      )}
    </div>
  )
}

/** A part of the side, with a heading. */
export function SideSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className={classes['section']}>
      <h2 className={classes['title']}>{title}</h2>
      {children}
    </section>
  )
}
