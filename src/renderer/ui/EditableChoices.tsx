// Several of a few values, chosen in place. They are saved together, on leaving.
import { MultiSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Choice } from './EditableChoice.tsx'
import { EditableFrame, type EditableFrameOptions } from './EditableFrame.tsx'
import { useEditing } from './use-editing.ts'

interface EditableChoicesProps extends EditableFrameOptions {
  readonly label: string
  readonly value: readonly string[]
  readonly choices: readonly Choice<string>[]
  /** How the chosen ones are read, where colour helps to tell them apart. */
  readonly rich?: ReactNode
  readonly onSave: (value: string[] | null) => Promise<unknown>
}

export function EditableChoices({ label, value, choices, rich, onSave, ...options }: EditableChoicesProps) {
  const t = useT()
  const held = value.join()
  // As text, so that an unchanged list is known as such.
  const editing = useEditing({ value: held, onSave: (next: string) => onSave(next === '' ? null : next.split(',')) })
  const shown = value.flatMap((id) => choices.find((choice) => choice.value === id)?.label ?? []).join(' ')

  return (
    <EditableFrame label={label} editing={editing} shown={shown} rich={rich} {...options}>
      {(input) => (
        <MultiSelect
          {...input}
          defaultDropdownOpened
          searchable
          clearable
          data={choices.map((choice) => ({ ...choice }))}
          value={editing.draft === '' ? [] : editing.draft.split(',')}
          nothingFoundMessage={t('base.search_nothing')}
          comboboxProps={{ withinPortal: false }}
          onChange={(next) => editing.setDraft(next.join())}
        />
      )}
    </EditableFrame>
  )
}
