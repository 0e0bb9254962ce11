// A table that is looked through as a whole: light cells, and groups with a heading.
import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Grid.module.css'

interface GridProps {
  readonly label: string
  /** Shown with the label above the table. */
  readonly text?: string
  readonly headings: readonly string[]
  /** How its columns share the room. */
  readonly layout: 'even' | 'wide' | 'past'
  readonly error?: string | null
  readonly children: ReactNode
}

export function Grid({ label, text, headings, layout, error = null, children }: GridProps) {
  return (
    <section aria-label={label} className={classes['section']}>
      {text && (
        <>
          <Title order={2} size="h3">
            {label}
          </Title>
          <Text c="dimmed" mb="sm">
            {text}
          </Text>
        </>
      )}
      <div className={classes['scroller']}>
        <table className={classes['table']} data-layout={layout} aria-label={label}>
          <thead>
            <tr>
              {headings.map((heading, index) => (
                <th key={index} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          {children}
        </table>
      </div>
      {error && (
        <div role="alert" className={classes['error']}>
          {error}
        </div>
      )}
    </section>
  )
}

interface GridGroupProps {
  readonly title?: string
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[]
}

export function GridGroup({ title, rows }: GridGroupProps) {
  return (
    <tbody>
      {title && (
        <tr>
          <th scope="rowgroup" colSpan={rows[0]?.cells.length} className={classes['group']}>
            {title}
          </th>
        </tr>
      )}
      {rows.map(({ id, cells }) => (
        <tr key={id}>
          {cells.map((cell, index) => (
            <td key={index}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}
