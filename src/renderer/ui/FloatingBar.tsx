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

interface FloatingCountProps {
  /** Read out as it changes. */
  readonly isLive?: boolean
  readonly children: ReactNode
}

export function FloatingCount({ isLive = false, children }: FloatingCountProps) {
  return (
    <span role={isLive ? 'status' : undefined} className={classes['count']}>
      {children}
    </span>
  )
}

export function FloatingLine() {
  return <span className={classes['line']} aria-hidden />
}
