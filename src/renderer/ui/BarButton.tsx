// A quiet button of a bar: an icon, a word, as light as the text around it.
import type { ComponentPropsWithRef, ReactNode } from 'react'
import classes from './BarButton.module.css'

interface BarButtonProps extends ComponentPropsWithRef<'button'> {
  readonly icon?: ReactNode
  /** What it stands for is in force: a grouping, a filter. */
  readonly isActive?: boolean
}

export function BarButton({ icon, isActive = false, children, ...button }: BarButtonProps) {
  return (
    <button type="button" {...button} className={classes['button']} data-active={isActive || undefined}>
      {icon}
      <span>{children}</span>
    </button>
  )
}
