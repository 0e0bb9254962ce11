// A few facts side by side, each a number with its word, the first ones the weightiest.
import classes from './Facts.module.css'

interface FactsProps {
  readonly facts: readonly string[]
  /** Said in passing: smaller, and none of them weightier. */
  readonly isQuiet?: boolean
}

export function Facts({ facts, isQuiet = false }: FactsProps) {
  if (facts.length === 0) return null
  return (
    <ul className={classes['facts']} data-quiet={isQuiet || undefined}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  )
}
