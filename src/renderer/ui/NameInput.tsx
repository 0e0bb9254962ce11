// A name that is changed where it stands: saved by Enter or on leaving, Esc takes the old one back, what was refused keeps its text.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AppError } from '#shared/base/app-error.ts'
import { errorText } from '#renderer/i18n/error-text.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { errorIssues } from './field-issues.ts'

interface NameInputProps {
  readonly name: string
  readonly label: string
  readonly error: AppError | null
  readonly onSave: (name: string) => void
  /** Takes an error away that is no longer about what stands there. */
  readonly onReset: () => void
}

export function NameInput({ name, label, error, onSave, onReset }: NameInputProps) {
  const t = useT()
  const [typed, setTyped] = useState({ over: name, text: name })
  // A new name that came from elsewhere is shown instead of what was typed over the old one.
  const text = typed.over === name ? typed.text : name
  const setText = (value: string) => setTyped({ over: name, text: value })
  const reset = () => {
    setText(name)
    onReset()
  }
  const save = () => {
    if (text.trim() === '') reset()
    else if (text.trim() !== name) onSave(text)
  }

  return (
    <TextInput
      flex={1}
      miw={0}
      aria-label={label}
      value={text}
      error={error && nameError(t, error)}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') save()
        if (event.key === 'Escape') reset()
      }}
    />
  )
}

/** What is wrong with a name, as a sentence beside it. */
export const nameError = (t: ReturnType<typeof useT>, error: AppError): string =>
  Object.values(errorIssues(t, error))[0] ?? errorText(t, error).text
