// A page of sections, one below the other, each with a heading and a sentence.
import { Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './Section.module.css'

export function Sections({ children }: { readonly children: ReactNode }) {
  return <div className={classes['sections']}>{children}</div>
}

interface SectionProps {
  readonly title: string
  readonly text?: string
  /** What is below its heading takes the whole width. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

export function Section({ title, text, isWide = false, children }: SectionProps) {
  const id = useId()
  return (
    <section className={classes['section']} aria-labelledby={id} data-wide={isWide || undefined}>
      <div>
        <Title order={2} id={id}>
          {title}
        </Title>
        {text && <Text c="dimmed">{text}</Text>}
      </div>
      <div className={classes['content']}>{children}</div>
    </section>
  )
}

/** A column of a width that reads well. */
export function Column({ children }: { readonly children: ReactNode }) {
  return <div className={classes['column']}>{children}</div>
}
