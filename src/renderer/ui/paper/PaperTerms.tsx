// Short terms and what they mean, one below the other.
import classes from './Paper.module.css'

export function PaperTerms({ terms }: { readonly terms: readonly { readonly term: string; readonly text: string }[] }) {
  return (
    <dl className={classes['terms']}>
      {terms.map(({ term, text }) => (
        <div key={`${term} ${text}`} className={classes['term']}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
