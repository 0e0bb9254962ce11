// Figures in a narrow column: a name, what it counts, and amounts at the end of the line. Those with an address are links.
import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import classes from './Figures.module.css'

interface FigureListProps {
  readonly label: string
  readonly hint: string
  readonly children: ReactNode
}

export function FigureList({ label, hint, children }: FigureListProps) {
  return (
    <section aria-label={label}>
      {children}
      <Text size="xs" c="dimmed" mt="lg">
        {hint}
      </Text>
    </section>
  )
}

export function FigureGroup({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <div className={classes['group']}>
      {title && <h2 className={classes['title']}>{title}</h2>}
      <ul className={classes['list']}>{children}</ul>
    </div>
  )
}

interface FigureLinkProps {
  readonly name: string
  readonly detail?: string
  readonly lines: readonly string[]
  readonly to?: string
}

export function FigureLink({ name, detail, lines, to }: FigureLinkProps) {
  const content = (
    <>
      <span className={classes['name']}>
        {name}
        {detail && <span className={classes['detail']}>{detail}</span>}
      </span>
      <span className={classes['lines']}>
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </span>
    </>
  )
  return (
    <li>
      {to ? (
        <Link to={to} className={classes['figure']} data-link>
          {content}
        </Link>
      ) : (
        <span className={classes['figure']}>{content}</span>
      )}
    </li>
  )
}
