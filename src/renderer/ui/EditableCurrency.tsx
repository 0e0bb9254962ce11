// The currency of a record's amounts, chosen in place.
import { EditableChoice } from './EditableChoice.tsx'
import type { EditableFrameOptions } from './EditableFrame.tsx'
import { useCurrencyChoices } from './use-currency-choices.ts'

interface EditableCurrencyProps extends EditableFrameOptions {
  readonly label: string
  readonly value: string
  readonly onSave: (currency: string) => Promise<unknown>
}

export function EditableCurrency({ value, onSave, ...options }: EditableCurrencyProps) {
  return <EditableChoice {...options} value={value} choices={useCurrencyChoices()} onSave={(chosen) => onSave(chosen ?? value)} />
}
