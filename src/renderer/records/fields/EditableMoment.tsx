// A moment edited in place, on the clock of the workspace's zone.
import type { z } from 'zod'
import { useFormat } from '#renderer/i18n/i18n-context.tsx'
import { EditableFrame, type EditableFrameOptions } from '#renderer/ui/EditableFrame.tsx'
import { useEditing } from '#renderer/ui/use-editing.ts'
import { MomentInput } from './MomentInput.tsx'

interface EditableMomentProps extends EditableFrameOptions {
  readonly label: string
  readonly value: string | null
  readonly schema?: z.ZodType | undefined
  readonly onSave: (moment: string | null) => Promise<unknown>
}

export function EditableMoment({ label, value, schema, onSave, ...options }: EditableMomentProps) {
  const format = useFormat()
  const editing = useEditing({ value, schema, onSave })

  return (
    <EditableFrame label={label} editing={editing} shown={value === null ? '' : format.moment(value)} {...options}>
      {(input) => (
        <MomentInput {...input} value={editing.draft} popoverProps={{ withinPortal: false }} onChange={editing.setDraft} />
      )}
    </EditableFrame>
  )
}
