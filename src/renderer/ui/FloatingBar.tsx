// What can be done with the chosen rows, floating over the foot of their list.
import type { ReactNode } from 'react'
import classes from './FloatingBar.module.css'

export function FloatingBar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="toolbar" aria-label={label} className={classes['bar']}>
      {children}
    </div>
  )
}

export function FloatingCount({ children }: { readonly children: ReactNode }) {
  return (
    <span role="status" className={classes['count']}>
      {children}
    </span>
  )
}
