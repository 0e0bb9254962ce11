// One of a few values, chosen in place. Choosing saves at once.
import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EditableFrame, type EditableFrameOptions } from './EditableFrame.tsx'
import { useEditing } from './use-editing.ts'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
}

interface EditableChoiceProps<Value extends string> extends EditableFrameOptions {
  readonly label: string
  readonly value: Value | null
  readonly choices: readonly Choice<Value>[]
  readonly onSave: (value: Value | null) => Promise<unknown>
  /** Whether “none” can be chosen. */
  readonly isClearable?: boolean
  /** How the chosen one is read, where colour helps. */
  readonly rich?: ReactNode
}

export function EditableChoice<Value extends string>(props: EditableChoiceProps<Value>) {
  const { label, value, choices, onSave, isClearable = false, rich, ...options } = props
  const t = useT()
  const editing = useEditing({ value, onSave })
  const shown = choices.find((choice) => choice.value === value)?.label ?? ''

  return (
    <EditableFrame label={label} editing={editing} shown={shown} rich={rich} {...options}>
      {(input) => (
        <Select
          {...input}
          defaultDropdownOpened
          searchable={choices.length > 8}
          clearable={isClearable}
          data={choices.map((choice) => ({ ...choice }))}
          value={editing.draft}
          nothingFoundMessage={t('base.search_nothing')}
          onChange={(next) => {
            const chosen = choices.find((choice) => choice.value === next)?.value ?? null
            editing.setDraft(chosen)
            void editing.finish(chosen)
          }}
        />
      )}
    </EditableFrame>
  )
}
