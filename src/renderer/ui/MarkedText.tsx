// A text in a cell with a mark on it, and what the mark means: for the pointer, and for those who do not see it.
import { VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconPencil, IconPointFilled } from '@tabler/icons-react'
import classes from './MarkedText.module.css'

interface MarkedTextProps {
  readonly text: string
  /** `refused`: it cannot be taken; `warned`: it comes in otherwise than it stands there; `changed`: it takes the place of another. */
  readonly tone: 'refused' | 'warned' | 'changed'
  readonly label: string
}

const ICONS = { refused: IconAlertTriangle, warned: IconPointFilled, changed: IconPencil } as const

export function MarkedText({ text, tone, label }: MarkedTextProps) {
  const Icon = ICONS[tone]
  return (
    <span className={classes['marked']} data-tone={tone} title={label}>
      <Icon size={14} stroke={1.5} aria-hidden />
      <span className={classes['text']}>{text}</span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  )
}
