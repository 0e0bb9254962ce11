// A table on paper: its head is repeated on every page, no row is cut in two, and its totals stand once, below.
import { Fragment } from 'react'
import classes from './Paper.module.css'

/** Several lines where money of several currencies stands one below the other. */
export type PaperCell = string | readonly string[]

export interface PaperRow {
  readonly id: string
  /** The first names the row. */
  readonly cells: readonly PaperCell[]
}

interface PaperTableProps {
  readonly label: string
  readonly headings: readonly string[]
  readonly rows: readonly PaperRow[]
  readonly totals: readonly PaperRow[]
  /** Words rather than figures: everything stands on the left. */
  readonly isText?: boolean
}

export function PaperTable({ label, headings, rows, totals, isText = false }: PaperTableProps) {
  return (
    <table className={classes['table']} aria-label={label} data-text={isText || undefined}>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
      {totals.length > 0 && (
        <tfoot>
          {totals.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tfoot>
      )}
    </table>
  )
}

function Row({ row: { cells } }: { readonly row: PaperRow }) {
  return (
    <tr>
      {cells.map((cell, index) =>
        index === 0 ? (
          <th key={index} scope="row">
            {cell}
          </th>
        ) : (
          <td key={index}>
            {typeof cell === 'string'
              ? cell
              : cell.map((line, place) => (
                  <Fragment key={line}>
                    {place > 0 && <br />}
                    {line}
                  </Fragment>
                ))}
          </td>
        ),
      )}
    </tr>
  )
}
