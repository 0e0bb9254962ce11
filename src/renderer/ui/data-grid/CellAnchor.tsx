// As large as the cell that it stands in, and nothing to be seen: what floats holds on to it.
import type { Ref } from 'react'
import classes from './CellAnchor.module.css'

export function CellAnchor({ ref }: { readonly ref?: Ref<HTMLSpanElement> }) {
  return <span ref={ref} className={classes['anchor']} />
}
