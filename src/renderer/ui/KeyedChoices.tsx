// A few choices of which one is taken by its number: for what is chosen all day long.
import { Kbd } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import classes from './KeyedChoices.module.css'

interface KeyedChoicesProps<Value extends string> {
  readonly label: string
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
}

export function KeyedChoices<Value extends string>({ label, choices, value, onChange }: KeyedChoicesProps<Value>) {
  const onKeyDown = (event: KeyboardEvent) => {
    const byNumber = choices[Number(event.key) - 1]
    const at = choices.findIndex((choice) => choice.value === value)
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key] ?? 0
    if (byNumber && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      onChange(byNumber.value)
    } else if (step !== 0) {
      event.preventDefault()
      const list = event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')
      const here = [...list].indexOf(document.activeElement as HTMLElement) // The focus is on one of them, or nowhere in it.
      list[(Math.max(here, at, 0) + step + list.length) % list.length]?.focus()
    }
  }
  const current = Math.max(
    choices.findIndex((choice) => choice.value === value),
    0,
  )
  return (
    <div role="radiogroup" aria-label={label} className={classes['choices']} onKeyDown={onKeyDown}>
      {choices.map((choice, index) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-checked={choice.value === value}
          aria-keyshortcuts={String(index + 1)}
          tabIndex={index === current ? 0 : -1}
          data-autofocus={index === current || undefined}
          className={classes['choice']}
          onClick={() => onChange(choice.value)}
        >
          <Kbd aria-hidden>{index + 1}</Kbd>
          {choice.label}
        </button>
      ))}
    </div>
  )
}
