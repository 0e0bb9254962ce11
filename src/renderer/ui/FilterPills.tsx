// Kinds to show or leave out, each with how many there are of it. None pressed shows all.
import { UnstyledButton } from '@mantine/core'
import classes from './FilterPills.module.css'

interface FilterPillsProps<Value extends string> {
  readonly label: string
  readonly pills: readonly { readonly value: Value; readonly label: string; readonly count: string }[]
  readonly pressed: readonly Value[]
  readonly onChange: (pressed: readonly Value[]) => void
}

export function FilterPills<Value extends string>({ label, pills, pressed, onChange }: FilterPillsProps<Value>) {
  return (
    <div role="group" aria-label={label} className={classes['pills']}>
      {pills.map((pill) => {
        const isPressed = pressed.includes(pill.value)
        return (
          <UnstyledButton
            key={pill.value}
            className={classes['pill'] ?? ''}
            aria-pressed={isPressed}
            onClick={() => onChange(isPressed ? pressed.filter((value) => value !== pill.value) : [...pressed, pill.value])}
          >
            {pill.label} <span className={classes['count']}>{pill.count}</span>
          </UnstyledButton>
        )
      })}
    </div>
  )
}
