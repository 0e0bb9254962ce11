// The steps of a path as one line, those behind filled, the present one named as such. Each step can be gone to.
import { IconCheck, IconX } from '@tabler/icons-react'
import classes from './StepLine.module.css'

export interface Step {
  readonly id: string
  readonly name: string
  readonly outcome: 'won' | 'lost' | null
}

interface StepLineProps {
  readonly label: string
  readonly steps: readonly Step[]
  readonly current: string
  readonly currentLabel: (step: Step) => string
  readonly goLabel: (step: Step) => string
  readonly isReadOnly?: boolean
  readonly onGo: (step: Step) => void
}

export function StepLine({ label, steps, current, currentLabel, goLabel, isReadOnly = false, onGo }: StepLineProps) {
  const here = steps.findIndex(({ id }) => id === current)

  return (
    <ol aria-label={label} className={classes['line']}>
      {steps.map((step, index) => {
        const isCurrent = step.id === current
        return (
          <li key={step.id} className={classes['step']}>
            <button
              type="button"
              className={classes['button']}
              // A lost deal has not passed the stages before.
              data-passed={(index < here && steps[here]?.outcome !== 'lost') || undefined}
              aria-current={isCurrent ? 'step' : undefined}
              aria-label={isCurrent ? currentLabel(step) : goLabel(step)}
              title={step.name}
              disabled={isReadOnly || isCurrent}
              onClick={() => onGo(step)}
            >
              {step.outcome === 'won' && <IconCheck size={14} stroke={1.5} aria-hidden />}
              {step.outcome === 'lost' && <IconX size={14} stroke={1.5} aria-hidden />}
              <span>{step.name}</span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
