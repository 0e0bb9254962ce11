// Rail and page side by side. The rail is 208 px wide, or 56 if the user made it narrow or the window is.
import { type ReactNode, useId } from 'react'
import classes from './FrameLayout.module.css'

interface FrameLayoutProps {
  readonly rail: ReactNode
  /** Above every page, while there is something to be told. */
  readonly notice?: ReactNode
  readonly children: ReactNode
}

export function FrameLayout({ rail, notice, children }: FrameLayoutProps) {
  return (
    <div className={classes['frame']}>
      {rail}
      <div className={classes['notice']}>{notice}</div>
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
  /** Below the links: what the user put there. */
  readonly group?: ReactNode
  readonly foot: ReactNode
}

export function RailLayout({ label, isNarrow, skip, head, links, group, foot }: RailLayoutProps) {
  return (
    <nav className={classes['rail']} aria-label={label} data-narrow={isNarrow || undefined}>
      {skip}
      <div className={classes['head']}>{head}</div>
      <div className={classes['middle']}>
        <div className={classes['links']}>{links}</div>
        {group}
      </div>
      <div className={classes['links']}>{foot}</div>
    </nav>
  )
}

/** A list of entries under a heading of its own. */
export function RailGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={classes['groupTitle']}>
        {title}
      </h2>
      <ul className={classes['group']}>{children}</ul>
    </section>
  )
}

/** An entry of a group, with what can be done about it at its end, shown where one points at it or is with the keyboard. */
export function RailGroupItem({ action, children }: { readonly action: ReactNode; readonly children: ReactNode }) {
  return (
    <li className={classes['item']}>
      {children}
      <span className={classes['action']}>{action}</span>
    </li>
  )
}

/** Classes of an entry of the rail, for links and buttons alike. */
export const railEntry = classes['entry'] ?? ''
export const railEntryText = classes['entryText'] ?? ''
export const railSkip = classes['skip'] ?? ''
