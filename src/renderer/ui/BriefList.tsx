// A narrow list beside the main thing: a line of words, smaller below it who and what, and when.
import type { ReactNode } from 'react'
import classes from './BriefList.module.css'

export function BriefList({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul aria-label={label} className={classes['list']}>
      {children}
    </ul>
  )
}

interface BriefRowProps {
  readonly title: ReactNode
  readonly facts: readonly ReactNode[]
  readonly when: string | null
}

export function BriefRow({ title, facts, when }: BriefRowProps) {
  return (
    <li className={classes['row']}>
      <span className={classes['title']}>{title}</span>
      <span className={classes['facts']}>
        {facts.map((fact, index) => (fact === null ? null : <span key={index}>{fact}</span>))}
        {when !== null && <span className={classes['when']}>{when}</span>}
      </span>
    </li>
  )
}
