// A number edited in place.
import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { useFormat } from '#renderer/i18n/i18n-context.tsx'
import { EditableFrame, type EditableFrameOptions } from './EditableFrame.tsx'
import { useEditing } from './use-editing.ts'

interface EditableNumberProps extends EditableFrameOptions {
  readonly label: string
  readonly value: number | null
  readonly schema?: z.ZodType | undefined
  readonly onSave: (value: number | null) => Promise<unknown>
  /** How it is read; a year, for example, without a mark between thousands. */
  readonly format?: (value: number) => string
}

export function EditableNumber({ label, value, schema, onSave, format, ...options }: EditableNumberProps) {
  const { number } = useFormat()
  const editing = useEditing({ value, schema, onSave })
  // What is typed stays as it is for as long as it means the draft: a minus alone, or more digits than a number holds.
  const [typed, setTyped] = useState<string | number>('')

  return (
    <EditableFrame label={label} editing={editing} shown={value === null ? '' : (format ?? number)(value)} {...options}>
      {(input) => (
        <NumberInput
          {...input}
          hideControls
          value={Object.is(numberOf(typed), editing.draft) ? typed : (editing.draft ?? '')}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(next) => {
            setTyped(next)
            editing.setDraft(numberOf(next))
          }}
          onKeyDown={editing.onEnter}
        />
      )}
    </EditableFrame>
  )
}

/** Only nothing typed is empty; what is no number is refused by the schema instead of erasing the value. */
const numberOf = (typed: string | number): number | null => (typed === '' ? null : Number(typed))
