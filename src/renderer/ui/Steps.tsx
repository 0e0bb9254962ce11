// Where one is in a task of several steps. Only told, not chosen: each step has its own way on and back.
import classes from './Steps.module.css'

interface StepsProps<Id extends string> {
  readonly label: string
  readonly steps: readonly { readonly id: Id; readonly title: string }[]
  readonly current: Id
}

export function Steps<Id extends string>({ label, steps, current }: StepsProps<Id>) {
  return (
    <ol aria-label={label} className={classes['steps']}>
      {steps.map(({ id, title }, index) => (
        <li key={id} className={classes['step']} aria-current={id === current ? 'step' : undefined}>
          <span className={classes['number']}>{index + 1}</span>
          <span className={classes['title']}>{title}</span>
        </li>
      ))}
    </ol>
  )
}
