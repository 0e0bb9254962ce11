// Horizontal bars on paper, all from zero and each with its value beside it. Told apart without colour: the whole is outlined, a part
// of it is filled dark.
import classes from './Paper.module.css'

export interface PaperBar {
  readonly id: string
  readonly name: string
  readonly whole: number
  /** The dark part; at most `whole`. */
  readonly part: number
  readonly value: string
}

/** Room for the value beside the longest bar. */
const VALUE_ROOM = '62mm'

export function PaperBars({ label, bars }: { readonly label: string; readonly bars: readonly PaperBar[] }) {
  const longest = Math.max(...bars.map(({ whole }) => whole), 1)

  return (
    <figure className={classes['bars']} aria-label={label}>
      {bars.map(({ id, name, whole, part, value }) => (
        <div key={id} className={classes['bar']}>
          <span className={classes['name']}>{name}</span>
          <span className={classes['track']}>
            <svg
              aria-hidden
              className={classes['shape']}
              style={{ width: `calc((100% - ${VALUE_ROOM}) * ${whole / longest})` }}
              viewBox="0 0 100 10"
              preserveAspectRatio="none"
            >
              <rect width="100" height="10" fill="#dedee3" />
              <rect width={whole === 0 ? 0 : (100 * part) / whole} height="10" fill="#45464e" />
            </svg>
            <span className={classes['value']}>{value}</span>
          </span>
        </div>
      ))}
    </figure>
  )
}
