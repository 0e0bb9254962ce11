// A narrow column in the middle of an empty page.
import type { ReactNode } from 'react'
import classes from './EntryPanel.module.css'

export function EntryPanel({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes['page']}>
      <main className={classes['panel']}>{children}</main>
    </div>
  )
}
