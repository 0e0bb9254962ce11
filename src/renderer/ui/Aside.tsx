// The right of a record: figures with their words, and short lists of what needs a look.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import classes from './Aside.module.css'

export function Aside({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section aria-label={label} className={classes['aside']}>
      {children}
    </section>
  )
}

interface AsideSectionProps {
  readonly title: string
  readonly action?: ReactNode
  readonly children: ReactNode
}

export function AsideSection({ title, action, children }: AsideSectionProps) {
  return (
    <div className={classes['section']}>
      <div className={classes['heading']}>
        <h3>{title}</h3>
        {action}
      </div>
      {children}
    </div>
  )
}

export interface AsideFigure {
  readonly label: string
  /** One line for each currency. */
  readonly lines: readonly string[]
  /** Smaller, below. */
  readonly detail?: string | null
  /** Where the rows behind it are. */
  readonly to?: string
}

export function AsideFigures({ figures }: { readonly figures: readonly AsideFigure[] }) {
  return (
    <dl className={classes['figures']}>
      {figures.map(({ label, lines, detail, to }) => (
        <div key={label}>
          <dt>{label}</dt>
          {lines.map((line) => (
            <dd key={line}>{to ? <Link to={to}>{line}</Link> : line}</dd>
          ))}
          {detail && <dd className={classes['detail']}>{detail}</dd>}
        </div>
      ))}
    </dl>
  )
}

interface AsideItemProps {
  readonly icon?: ReactNode
  readonly children: ReactNode
  readonly detail?: ReactNode
  readonly action?: ReactNode
}

export function AsideItem({ icon, children, detail, action }: AsideItemProps) {
  return (
    <div className={classes['item']}>
      {icon && <span className={classes['icon']}>{icon}</span>}
      <div className={classes['words']}>
        <div>{children}</div>
        {detail && <div className={classes['detail']}>{detail}</div>}
      </div>
      {action}
    </div>
  )
}
