// What is on one side, where it goes on the other, and how: a row for each, in groups with headings. In a narrow window a row is a block.
import type { ReactNode } from 'react'
import classes from './MappingTable.module.css'

interface MappingTableProps {
  readonly label: string
  readonly headings: readonly [string, string, string]
  readonly children: ReactNode
}

export function MappingTable({ label, headings, children }: MappingTableProps) {
  return (
    <table className={classes['table']} aria-label={label}>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  )
}

export function MappingGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className={classes['group']}>
          {title}
        </th>
      </tr>
      {children}
    </tbody>
  )
}

interface MappingRowProps {
  readonly name: string
  /** Below the name: what it holds. */
  readonly note: string
  readonly target: ReactNode
  readonly children?: ReactNode
}

export function MappingRow({ name, note, target, children }: MappingRowProps) {
  return (
    <tr className={classes['row']}>
      <th scope="row" className={classes['from']}>
        <span className={classes['name']}>{name}</span>
        <span className={classes['note']} title={note}>
          {note}
        </span>
      </th>
      <td>{target}</td>
      <td>
        <div className={classes['how']}>{children}</div>
      </td>
    </tr>
  )
}

/** A small control with its word before it, in one line. */
export function InlineField({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <span className={classes['inline']}>
      <span aria-hidden>{label}</span>
      {children}
    </span>
  )
}
