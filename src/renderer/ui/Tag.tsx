// A tag as it stands on a record: its word on a quiet tint of its colour.
import classes from './Tag.module.css'

export function Tag({ name, colour }: { readonly name: string; readonly colour: string }) {
  return (
    <span className={classes['tag']} data-colour={colour}>
      {name}
    </span>
  )
}
