// A price among the properties of a record, edited in place.
import type { z } from 'zod'
import { useFormat } from '#renderer/i18n/i18n-context.tsx'
import { EditableFrame, type EditableFrameOptions } from '#renderer/ui/EditableFrame.tsx'
import { useEditing } from '#renderer/ui/use-editing.ts'
import { PriceInput } from './PriceInput.tsx'

interface EditablePriceProps extends EditableFrameOptions {
  readonly label: string
  readonly value: number | null
  readonly currency: string
  readonly schema?: z.ZodType | undefined
  readonly onSave: (priceE4: number | null) => Promise<unknown>
}

export function EditablePrice({ label, value, currency, schema, onSave, ...options }: EditablePriceProps) {
  const { price } = useFormat()
  const editing = useEditing({ value, schema, onSave })

  return (
    <EditableFrame label={label} editing={editing} shown={value === null ? '' : price(value, currency)} {...options}>
      {({ id, errorId }) => (
        <PriceInput
          id={id}
          autoFocus
          currency={currency}
          value={editing.draft}
          error={editing.error !== null}
          aria-describedby={errorId}
          onFocus={(event) => event.currentTarget.select()}
          onChange={editing.setDraft}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) void editing.finish()
          }}
        />
      )}
    </EditableFrame>
  )
}
