// One line in which something new is named. What was refused keeps its text, with the reason below.
import { Button, Group, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Action } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useShortcuts } from './Shortcuts.tsx'
import { nameError } from './NameInput.tsx'

interface NewNameFormProps<Input, Output> {
  readonly label: string
  readonly addLabel: string
  readonly create: Action<Input, Output>
  /** What `create` is told of the name. */
  readonly toInput: (name: string) => Input
}

export function NewNameForm<Input, Output>({ label, addLabel, create, toInput }: NewNameFormProps<Input, Output>) {
  const t = useT()
  const [name, setName] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useShortcuts([{ keys: 'n', label, group: 'page', run: () => input.current?.focus() }])

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') create.mutate(toInput(name), { onSuccess: () => setName('') })
      }}
    >
      <Group gap="sm" align="flex-start">
        <TextInput
          ref={input}
          flex={1}
          aria-label={label}
          placeholder={label}
          value={name}
          error={create.error && nameError(t, create.error)}
          onChange={({ currentTarget }) => {
            setName(currentTarget.value)
            if (create.isError) create.reset()
          }}
        />
        <Button type="submit" variant="default" disabled={name.trim() === ''} loading={create.isPending}>
          {addLabel}
        </Button>
      </Group>
    </form>
  )
}
