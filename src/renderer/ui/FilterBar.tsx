// A line above rows: what they can be narrowed to, and what is to be said of them all.
import type { ReactNode } from 'react'
import classes from './FilterBar.module.css'

interface FilterBarProps {
  /** The figures are being counted anew. */
  readonly isBusy?: boolean
  readonly children: ReactNode
}

export function FilterBar({ isBusy = false, children }: FilterBarProps) {
  return (
    <div className={classes['bar']} aria-busy={isBusy}>
      {children}
    </div>
  )
}
