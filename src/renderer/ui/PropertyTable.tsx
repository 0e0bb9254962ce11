// Names and values of one thing, small and side by side, a note below a value where there is one.
import classes from './PropertyTable.module.css'

interface PropertyTableProps {
  readonly rows: readonly {
    readonly id: string
    readonly name: string
    readonly value: string
    readonly note: string | null
  }[]
}

export function PropertyTable({ rows }: PropertyTableProps) {
  return (
    <dl className={classes['list']}>
      {rows.map(({ id, name, value, note }) => (
        <div key={id} className={classes['row']}>
          <dt>{name}</dt>
          <dd>
            {value}
            {note !== null && <span className={classes['note']}>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
