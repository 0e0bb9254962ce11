// A line of text, or several, edited in place. Nothing typed is saved as empty (`null`).
import { Textarea, TextInput } from '@mantine/core'
import type { z } from 'zod'
import { EditableFrame, type EditableFrameOptions } from './EditableFrame.tsx'
import { ValueNote } from './PropertyList.tsx'
import { useEditing } from './use-editing.ts'

interface EditableTextProps extends EditableFrameOptions {
  readonly label: string
  readonly value: string | null
  readonly schema?: z.ZodType | undefined
  readonly onSave: (value: string | null) => Promise<unknown>
  readonly isMultiline?: boolean
  readonly type?: 'text' | 'tel' | 'email' | 'url'
  /** How it is read, where that is not as it is typed: a phone number in groups. */
  readonly display?: string | undefined
  /** Quieter words after it. */
  readonly detail?: string | null | undefined
}

export function EditableText({
  label,
  value,
  schema,
  onSave,
  isMultiline = false,
  type = 'text',
  display,
  detail,
  ...options
}: EditableTextProps) {
  const editing = useEditing({
    value: value ?? '',
    schema,
    onSave: (text) => onSave(toValue(text)),
  })
  const words = display ?? value ?? ''
  const Input = isMultiline ? Textarea : TextInput

  return (
    <EditableFrame
      label={label}
      editing={editing}
      shown={detail ? `${words} ${detail}` : words}
      rich={
        detail && (
          <>
            {words} <ValueNote>{detail}</ValueNote>
          </>
        )
      }
      isMultiline={isMultiline}
      {...options}
    >
      {(input) => (
        <Input
          {...input}
          {...(isMultiline ? { autosize: true, minRows: 3, maxRows: 16 } : { type })}
          value={editing.draft}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => editing.setDraft(event.currentTarget.value)}
          onKeyDown={(event) => {
            const isDone = event.key === 'Enter' && (!isMultiline || event.ctrlKey || event.metaKey)
            if (!isDone || event.nativeEvent.isComposing) return
            event.preventDefault()
            void editing.finish()
          }}
        />
      )}
    </EditableFrame>
  )
}

const toValue = (text: string): string | null => (text.trim() === '' ? null : text)
