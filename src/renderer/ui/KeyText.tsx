// A key as people copy it by hand: large, evenly spaced, in groups.
import classes from './KeyText.module.css'

export function KeyText({ children }: { readonly children: string }) {
  return (
    <output className={classes['key']}>
      {children.split('-').map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </output>
  )
}
