// A box of limited height that scrolls, by keyboard too.
import type { ReactNode } from 'react'
import classes from './ScrollBox.module.css'

export function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // What scrolls has to be reached by keyboard, though nothing in it may be.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="group" aria-label={label} tabIndex={0} className={classes['box']}>
      {children}
    </div>
  )
}
