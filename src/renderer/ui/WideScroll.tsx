// What may be wider than the window and scrolls both ways; what stands below it stays in sight.
import type { ReactNode } from 'react'
import classes from './WideScroll.module.css'

interface WideScrollProps {
  readonly label: string
  readonly below: ReactNode
  readonly children: ReactNode
}

export function WideScroll({ label, below, children }: WideScrollProps) {
  return (
    // What scrolls has to be reached by keyboard, though nothing in it may be.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section aria-label={label} tabIndex={0} className={classes['scroller']}>
      {children}
      <div className={classes['below']}>{below}</div>
    </section>
  )
}
