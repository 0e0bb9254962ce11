// A quantity, price or discount of a line, edited in its cell.
import { TextInput } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import { useFormat } from '#renderer/i18n/i18n-context.tsx'
import { EditableLineCell } from '#renderer/ui/LineTable.tsx'
import { useEditing } from '#renderer/ui/use-editing.ts'
import { AppError } from '#shared/base/app-error.ts'
import { plainDecimal, readDecimal } from '#shared/orders/decimals.ts'

interface DecimalCellProps {
  readonly label: string
  /** In whole numbers of 10 to the power of −`digits`. */
  readonly value: number
  readonly digits: number
  /** How it is read. */
  readonly shown: string
  readonly isReadOnly: boolean
  /** Of a line that was just added: the next thing to be typed. */
  readonly opensItself?: boolean
  readonly onSave: (value: number) => Promise<unknown>
}

export function DecimalCell({ label, value, digits, shown, isReadOnly, opensItself = false, onSave }: DecimalCellProps) {
  const { decimalMark } = useFormat()
  const editing = useEditing({
    value: plainDecimal(value, digits, decimalMark),
    onSave: async (typed: string) => {
      const read = readDecimal(typed, digits, decimalMark)
      if ('fault' in read) throw notRead(read.fault, digits)
      if (read.value !== value) await onSave(read.value)
    },
  })
  const openAtFirst = useEffectEvent(() => {
    if (opensItself && !isReadOnly) editing.open()
  })
  useEffect(() => openAtFirst(), [])

  return (
    <EditableLineCell isEnd label={label} shown={shown} editing={editing} isReadOnly={isReadOnly}>
      {(input) => (
        <TextInput
          {...input}
          size="xs"
          inputMode="decimal"
          autoComplete="off"
          aria-label={label}
          value={editing.draft}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => editing.setDraft(event.currentTarget.value)}
          onKeyDown={editing.onEnter}
        />
      )}
    </EditableLineCell>
  )
}

const notRead = (code: string, digits: number): AppError =>
  new AppError('invalid_input', 'errors.invalid_input', {}, { issues: [{ field: 'value', code, params: { digits } }] })
