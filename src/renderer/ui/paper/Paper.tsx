// What reports on paper are made of: a title block, large figures, sections and notes.
import type { ReactNode } from 'react'
import classes from './Paper.module.css'

interface PaperTitleProps {
  readonly from: string
  readonly day: string
  readonly title: string
  readonly facts: string
  /** Beside the title: who or what the paper is about. */
  readonly picture?: ReactNode
}

export function PaperTitle({ from, day, title, facts, picture }: PaperTitleProps) {
  return (
    <header className={classes['title']}>
      <div className={classes['line']}>
        <span>{from}</span>
        <span>{day}</span>
      </div>
      <div className={classes['about']}>
        <div className={classes['names']}>
          <h1 className={classes['heading']}>{title}</h1>
          <div className={classes['facts']}>{facts}</div>
        </div>
        {picture}
      </div>
    </header>
  )
}

interface PaperFiguresProps {
  /** Several lines where money of several currencies stands side by side. */
  readonly figures: readonly { readonly label: string; readonly lines: readonly string[] }[]
}

export function PaperFigures({ figures }: PaperFiguresProps) {
  return (
    <dl className={classes['figures']}>
      {figures.map(({ label, lines }) => (
        <div key={label} className={classes['figure']}>
          <dt>{label}</dt>
          {lines.map((line) => (
            <dd key={line}>{line}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

export function PaperSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes['section']}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** Sections side by side in two columns; none is cut in two. */
export function PaperColumns({ children }: { readonly children: ReactNode }) {
  return <div className={classes['columns']}>{children}</div>
}

interface PaperPairsProps {
  readonly pairs: readonly { readonly label: string; readonly value: ReactNode }[]
}

/** Labels with their values, in two columns. */
export function PaperPairs({ pairs }: PaperPairsProps) {
  return (
    <dl className={classes['pairs']}>
      {pairs.map(({ label, value }, index) => (
        <div key={index} className={classes['pair']}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Words of several lines, as they were written. */
export function PaperText({ children }: { readonly children: ReactNode }) {
  return <p className={classes['text']}>{children}</p>
}

export function PaperNote({ children }: { readonly children: ReactNode }) {
  return <p className={classes['note']}>{children}</p>
}
