// What may be wider than the window and scrolls both ways; what stands above and below it stays within the window.
import type { ReactNode } from 'react'
import classes from './WideScroll.module.css'

interface WideScrollProps {
  readonly label: string
  readonly above: ReactNode
  readonly below: ReactNode
  readonly children: ReactNode
}

export function WideScroll({ label, above, below, children }: WideScrollProps) {
  return (
    // What scrolls has to be reached by keyboard, though nothing in it may be.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section aria-label={label} tabIndex={0} className={classes['scroller']}>
      <div className={classes['above']}>{above}</div>
      {children}
      <div className={classes['below']}>{below}</div>
    </section>
  )
}
