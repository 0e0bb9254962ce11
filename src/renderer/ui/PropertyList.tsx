// The properties of a record, label beside value. The values are the Editable… components.
import { type ReactNode, useRef } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import classes from './PropertyList.module.css'
import { useShortcuts } from './Shortcuts.tsx'

export function PropertyList({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const t = useT()
  const list = useRef<HTMLDivElement>(null)
  const editFirst = () => list.current?.querySelector<HTMLElement>('[data-edit]')?.click()
  useShortcuts([{ keys: 'e', label: t('base.edit'), group: 'page', run: editFirst }])

  return (
    <div ref={list} role="group" aria-label={label} className={classes['list']} data-property-list>
      {children}
    </div>
  )
}

/** Between groups of properties. */
export function PropertyHeading({ children }: { readonly children: string }) {
  return <h3 className={classes['heading']}>{children}</h3>
}

/** Two columns stand side by side where there is room, as in a panel or on a wide page. */
export function PropertyColumns({ columns, children }: { readonly columns: 1 | 2; readonly children: ReactNode }) {
  return (
    <div className={classes['columns']} data-columns={columns}>
      {children}
    </div>
  )
}

/** Quieter words after a value, in its line: what a phone is for. */
export function ValueNote({ children }: { readonly children: ReactNode }) {
  return <span className={classes['quiet']}>{children}</span>
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
