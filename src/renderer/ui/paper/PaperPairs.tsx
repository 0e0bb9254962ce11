// Pairs of a short term and what it means, one below the other.
import classes from './Paper.module.css'

export function PaperPairs({ pairs }: { readonly pairs: readonly { readonly term: string; readonly text: string }[] }) {
  return (
    <dl className={classes['pairs']}>
      {pairs.map(({ term, text }) => (
        <div key={`${term} ${text}`} className={classes['pair']}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
