// Rail and page side by side. The rail is 208 px wide, or 56 if the user made it narrow or the window is.
import type { ReactNode } from 'react'
import classes from './FrameLayout.module.css'

export function FrameLayout({ rail, children }: { readonly rail: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={classes['frame']}>
      {rail}
      <div className={classes['page']} id="page" tabIndex={-1}>
        {children}
      </div>
    </div>
  )
}

interface RailLayoutProps {
  readonly label: string
  readonly isNarrow: boolean
  readonly skip: ReactNode
  readonly head: ReactNode
  readonly links: ReactNode
  readonly foot: ReactNode
}

export function RailLayout({ label, isNarrow, skip, head, links, foot }: RailLayoutProps) {
  return (
    <nav className={classes['rail']} aria-label={label} data-narrow={isNarrow || undefined}>
      {skip}
      <div className={classes['head']}>{head}</div>
      <div className={classes['links']}>{links}</div>
      <div className={classes['links']}>{foot}</div>
    </nav>
  )
}

/** Classes of an entry of the rail, for links and buttons alike. */
export const railEntry = classes['entry'] ?? ''
export const railEntryText = classes['entryText'] ?? ''
export const railSkip = classes['skip'] ?? ''
