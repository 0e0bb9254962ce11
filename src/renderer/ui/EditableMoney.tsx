// An amount of money edited in place: in minor units, or a price in ten-thousandths of the unit.
import type { z } from 'zod'
import { useFormat } from '#renderer/i18n/i18n-context.tsx'
import { EditableFrame, type EditableFrameOptions } from './EditableFrame.tsx'
import { MoneyInput } from './MoneyInput.tsx'
import { useEditing } from './use-editing.ts'

interface EditableMoneyProps extends EditableFrameOptions {
  readonly label: string
  readonly value: number | null
  readonly currency: string
  readonly isPrice?: boolean
  readonly schema?: z.ZodType | undefined
  readonly onSave: (amount: number | null) => Promise<unknown>
}

export function EditableMoney({ label, value, currency, isPrice = false, schema, onSave, ...options }: EditableMoneyProps) {
  const { money, price } = useFormat()
  const editing = useEditing({ value, schema, onSave })
  const shown = value === null ? '' : isPrice ? price(value, currency) : money(value, currency)

  return (
    <EditableFrame label={label} editing={editing} shown={shown} {...options}>
      {(input) => (
        <MoneyInput
          {...input}
          currency={currency}
          isPrice={isPrice}
          value={editing.draft}
          onFocus={(event) => event.currentTarget.select()}
          onChange={editing.setDraft}
          onKeyDown={editing.onEnter}
        />
      )}
    </EditableFrame>
  )
}
