// The box of a quick line: what is typed, and below it in small buttons what was understood.
import { UnstyledButton } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import classes from './QuickBar.module.css'

interface QuickBarProps {
  readonly label: string
  readonly icon: ReactNode
  readonly input: ReactNode
  /** The row below; `null` while nothing is typed. */
  readonly chips: ReactNode
  readonly action?: ReactNode
}

export function QuickBar({ label, icon, input, chips, action }: QuickBarProps) {
  return (
    <div role="group" aria-label={label} className={classes['bar']} data-open={chips ? true : undefined}>
      <div className={classes['line']}>
        <span className={classes['icon']} aria-hidden>
          {icon}
        </span>
        {input}
        {action}
      </div>
      {chips && <div className={classes['chips']}>{chips}</div>}
    </div>
  )
}

interface QuickChipProps {
  readonly icon?: ReactNode
  readonly text: string
  readonly label: string
  /** Waits for a choice: said in words, and marked. */
  readonly isOpenQuestion?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A part that was understood, to be changed by pressing it. Passes on what a menu or popover around it gives. */
export function QuickChip({ icon, text, label, isOpenQuestion = false, ref, ...rest }: QuickChipProps) {
  return (
    <UnstyledButton
      {...rest}
      ref={ref}
      className={classes['chip'] ?? ''}
      aria-label={label}
      data-question={isOpenQuestion || undefined}
    >
      {icon}
      <span>{text}</span>
    </UnstyledButton>
  )
}
