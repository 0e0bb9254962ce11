// A day as a list: the time at the left, what is to be done, whom it is about. j and k move, Enter opens.
import type { KeyboardEvent, ReactNode } from 'react'
import { useId } from 'react'
import classes from './Agenda.module.css'

interface AgendaSectionProps {
  readonly title: string
  /** Beside the title, smaller: the date, a count. */
  readonly note?: string | null
  readonly tone?: 'alert'
  readonly action?: ReactNode
  readonly children: ReactNode
}

export function AgendaSection({ title, note, tone, action, children }: AgendaSectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={classes['section']}>
      <header className={classes['head']}>
        <h2 id={id} className={classes['title']} data-tone={tone}>
          {title}
        </h2>
        {note && <span className={classes['note']}>{note}</span>}
        <span className={classes['action']}>{action}</span>
      </header>
      {children}
    </section>
  )
}

export function AgendaList({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const rows = [...document.querySelectorAll<HTMLElement>('[data-agenda-row]')]
    const here = rows.findIndex(
      (row) => row.contains(document.activeElement) || row.parentElement?.contains(document.activeElement),
    )
    const next = rows[here + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    // The rows inside are what the keys are for; the list only hears them on their way up.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul aria-label={label} className={classes['list']} onKeyDown={onKeyDown}>
      {children}
    </ul>
  )
}

interface AgendaRowProps {
  /** A box to tick. */
  readonly mark?: ReactNode
  readonly time: string | null
  readonly title: string
  readonly facts?: readonly ReactNode[]
  readonly isOver?: boolean
  readonly tone?: 'alert'
  readonly onOpen: () => void
}

export function AgendaRow({ mark, time, title, facts = [], isOver = false, tone, onOpen }: AgendaRowProps) {
  return (
    <li className={classes['row']} data-over={isOver || undefined}>
      <span className={classes['mark']}>{mark}</span>
      <span className={classes['time']} data-tone={tone}>
        {time}
      </span>
      <button type="button" data-agenda-row className={classes['name']} onClick={onOpen}>
        {title}
      </button>
      <span className={classes['facts']}>
        {facts.map((fact, index) => (fact === null || fact === '' ? null : <span key={index}>{fact}</span>))}
      </span>
    </li>
  )
}

export function HomeLayout({ main, aside }: { readonly main: ReactNode; readonly aside: ReactNode }) {
  return (
    <div className={classes['home']}>
      <div className={classes['main']}>{main}</div>
      <aside className={classes['aside']}>{aside}</aside>
    </div>
  )
}
