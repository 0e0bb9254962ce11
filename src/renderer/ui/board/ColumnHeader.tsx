// The header of a board's column: its name and exact count, and below them what its cards come to.
import classes from './CardFace.module.css'

interface ColumnHeaderProps {
  readonly name: string
  readonly count: string
  /** One line a currency, and what they come to weighted. */
  readonly sums: readonly { readonly key: string; readonly sum: string; readonly weighted: string | null }[]
  readonly note?: string | undefined
}

export function ColumnHeader({ name, count, sums, note }: ColumnHeaderProps) {
  return (
    <>
      <div className={classes['heading']}>
        <h2 className={classes['stage']}>{name}</h2>
        <span className={classes['count']}>{count}</span>
      </div>
      {sums.map(({ key, sum, weighted }) => (
        <div key={key} className={classes['sums']}>
          <span className={classes['sum']}>{sum}</span>
          {weighted !== null && <span>{weighted}</span>}
        </div>
      ))}
      {note && <div className={classes['sums']}>{note}</div>}
    </>
  )
}
