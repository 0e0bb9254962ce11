// A value as a shape and a word side by side.
import type { TablerIcon } from '@tabler/icons-react'
import classes from './Sign.module.css'

interface SignProps {
  readonly icon: TablerIcon
  readonly text: string
  /** What the shape stands for, on pointing at it. */
  readonly hint?: string
  readonly tone?: SignTone | undefined
  /** A whole sentence: goes on in a second line instead of being cut. */
  readonly isSentence?: boolean
}

export type SignTone = 'alert' | 'warn' | 'good' | 'accent' | 'quiet'

export function Sign({ icon: Icon, text, hint, tone, isSentence = false }: SignProps) {
  return (
    <span className={classes['sign']} data-tone={tone} data-sentence={isSentence || undefined} title={hint}>
      <Icon size={16} stroke={1.5} aria-hidden />
      <span>{text}</span>
    </span>
  )
}
