// A person as a small round sign of one or two letters; the name itself is for the pointer and for screen readers.
import { initialsOf } from './initials.ts'
import classes from './Initials.module.css'

export function Initials({ name }: { readonly name: string }) {
  return (
    <span role="img" aria-label={name} title={name} className={classes['initials']}>
      {initialsOf(name)}
    </span>
  )
}
