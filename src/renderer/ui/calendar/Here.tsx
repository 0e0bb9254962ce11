// Where the cursor stands while no entry is under it: something for the focus to be on, and to press Enter on.
import classes from './Calendar.module.css'

interface HereProps {
  readonly label: string
  readonly onEnter: () => void
  readonly style?: { readonly top: number; readonly height: number }
}

export function Here({ label, onEnter, style }: HereProps) {
  return (
    <button
      type="button"
      data-current
      className={classes['here']}
      aria-label={label}
      style={style}
      // A click only brings the cursor here; Enter makes something.
      onClick={(event) => {
        if (event.detail === 0) onEnter()
      }}
    />
  )
}
