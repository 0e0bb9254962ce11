// What stands on a card: a title of two lines at most, what it belongs to, its value, who owns it, and notes with a sign and a word.
import type { TablerIcon } from '@tabler/icons-react'
import { Initials } from '../Initials.tsx'
import classes from './CardFace.module.css'

export interface CardNote {
  readonly icon: TablerIcon
  readonly text: string
  /** `alert`: in red, and its words say why. */
  readonly tone?: 'alert'
}

interface CardFaceProps {
  readonly title: string
  readonly subtitle?: string | undefined
  readonly value?: string | undefined
  readonly owner?: string | null
  readonly notes: readonly CardNote[]
}

export function CardFace({ title, subtitle, value, owner = null, notes }: CardFaceProps) {
  return (
    <>
      <div className={classes['title']}>{title}</div>
      {subtitle && <div className={classes['subtitle']}>{subtitle}</div>}
      {(value || owner !== null) && (
        <div className={classes['row']}>
          <span className={classes['value']}>{value}</span>
          {owner !== null && <Initials name={owner} />}
        </div>
      )}
      {notes.map(({ icon: Icon, text, tone }) => (
        <div key={text} className={classes['note']} data-tone={tone}>
          <Icon size={14} stroke={1.5} aria-hidden />
          <span>{text}</span>
        </div>
      ))}
    </>
  )
}
