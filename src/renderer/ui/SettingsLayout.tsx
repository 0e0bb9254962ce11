// Settings: a list of pages on the left, the open one beside it.
import type { ReactNode } from 'react'
import classes from './SettingsLayout.module.css'

interface SettingsLayoutProps {
  readonly label: string
  readonly links: ReactNode
  readonly children: ReactNode
}

/** The class of a link in the list. */
export const settingsEntry = classes['entry'] ?? ''

export function SettingsLayout({ label, links, children }: SettingsLayoutProps) {
  return (
    <div className={classes['layout']}>
      <nav className={classes['links']} aria-label={label}>
        {links}
      </nav>
      <div className={classes['content']}>{children}</div>
    </div>
  )
}
