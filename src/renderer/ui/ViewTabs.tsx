// The views of one list, side by side in its bar: queues, states. One of them is shown.
import classes from './ViewTabs.module.css'

interface ViewTabsProps<Id extends string> {
  readonly label: string
  readonly views: readonly { readonly id: Id; readonly title: string }[]
  readonly current: Id
  readonly onChange: (id: Id) => void
}

export function ViewTabs<Id extends string>({ label, views, current, onChange }: ViewTabsProps<Id>) {
  return (
    <nav aria-label={label} className={classes['tabs']}>
      {views.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          className={classes['tab']}
          aria-current={id === current ? 'page' : undefined}
          onClick={() => onChange(id)}
        >
          {title}
        </button>
      ))}
    </nav>
  )
}
