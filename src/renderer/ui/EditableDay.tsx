// A day edited in place: typed, or picked in the calendar.
import type { z } from 'zod'
import { useFormat } from '#renderer/i18n/i18n-context.tsx'
import { DayInput } from './DayInput.tsx'
import { EditableFrame, type EditableFrameOptions } from './EditableFrame.tsx'
import { useEditing } from './use-editing.ts'

interface EditableDayProps extends EditableFrameOptions {
  readonly label: string
  readonly value: string | null
  readonly schema?: z.ZodType | undefined
  readonly onSave: (day: string | null) => Promise<unknown>
}

export function EditableDay({ label, value, schema, onSave, ...options }: EditableDayProps) {
  const format = useFormat()
  const editing = useEditing({ value, schema, onSave })

  return (
    <EditableFrame label={label} editing={editing} shown={value === null ? '' : format.day(value)} {...options}>
      {(input) => <DayInput {...input} value={editing.draft} onChange={editing.setDraft} onKeyDown={editing.onEnter} />}
    </EditableFrame>
  )
}
