// A conversation as typography: a heading of who, what and when, and the words. Three shapes tell whose words they are: a rule on the
// left quotes someone else, plain is our own, a dashed box stays inside.
import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './MessageThread.module.css'

interface MessageThreadProps {
  readonly label: string
  readonly composer?: ReactNode
  readonly children: ReactNode
}

export function MessageThread({ label, composer, children }: MessageThreadProps) {
  return (
    <div className={classes['thread']}>
      <section aria-label={label} className={classes['messages']}>
        {children}
      </section>
      {composer && <div className={classes['composer']}>{composer}</div>}
    </div>
  )
}

interface MessageProps {
  readonly icon: TablerIcon
  readonly shape: 'quote' | 'plain' | 'boxed'
  readonly who: string
  readonly what: string
  readonly when: string
  readonly text: string
}

export function Message({ icon: Icon, shape, who, what, when, text }: MessageProps) {
  return (
    <article className={classes['message']} data-shape={shape}>
      <header className={classes['heading']}>
        <Icon size={16} stroke={1.5} aria-hidden />
        <strong className={classes['who']}>{who}</strong>
        <span>{what}</span>
        <span className={classes['when']}>{when}</span>
      </header>
      <p className={classes['text']}>{text}</p>
    </article>
  )
}
