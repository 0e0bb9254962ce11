// An amount of money edited in place, in minor units.
import type { z } from 'zod'
import { useFormat } from '#renderer/i18n/i18n-context.tsx'
import { EditableFrame, type EditableFrameOptions } from './EditableFrame.tsx'
import { MoneyInput } from './MoneyInput.tsx'
import { useEditing } from './use-editing.ts'

interface EditableMoneyProps extends EditableFrameOptions {
  readonly label: string
  readonly value: number | null
  readonly currency: string
  readonly schema?: z.ZodType | undefined
  readonly onSave: (amountMinor: number | null) => Promise<unknown>
}

export function EditableMoney({ label, value, currency, schema, onSave, ...options }: EditableMoneyProps) {
  const { money } = useFormat()
  const editing = useEditing({ value, schema, onSave })

  return (
    <EditableFrame label={label} editing={editing} shown={money(value, currency)} {...options}>
      {({ id, errorId }) => (
        <MoneyInput
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
