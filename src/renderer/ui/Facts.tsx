// A few facts side by side, each a number with its word, the first ones the weightiest.
import classes from './Facts.module.css'

export function Facts({ facts }: { readonly facts: readonly string[] }) {
  if (facts.length === 0) return null
  return (
    <ul className={classes['facts']}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  )
}
