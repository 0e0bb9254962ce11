// Paper on a desk: the pages on a quiet ground, and a column with what goes with them.
import type { ReactNode } from 'react'
import classes from './PreviewLayout.module.css'

interface PreviewLayoutProps {
  readonly label: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}

export function PreviewLayout({ label, aside, children }: PreviewLayoutProps) {
  return (
    <div className={classes['layout']} data-alone={aside === undefined || undefined}>
      {/* Focusable, so that the arrows scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section aria-label={label} tabIndex={0} className={classes['desk']}>
        {children}
      </section>
      {aside && <aside className={classes['aside']}>{aside}</aside>}
    </div>
  )
}
