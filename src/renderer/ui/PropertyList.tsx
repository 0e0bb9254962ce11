// The properties of a record, label beside value. The values are the Editable… components.
import type { ReactNode } from 'react'
import classes from './PropertyList.module.css'

export function PropertyList({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className={classes['list']} data-property-list>
      {children}
    </div>
  )
}

interface PropertyProps {
  readonly label: string
  readonly children: ReactNode
}

/** A property that is only shown. */
export function Property({ label, children }: PropertyProps) {
  return (
    <div className={classes['property']}>
      <div className={classes['label']}>{label}</div>
      <div className={classes['fixed']}>{children}</div>
    </div>
  )
}
