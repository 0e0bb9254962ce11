// A quantity, price or discount of a line, edited in its cell.
import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useEffectEvent } from 'react'
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
  const editing = useEditing({
    value: plainDecimal(value, digits),
    onSave: async (typed: string) => {
      const read = readDecimal(typed, digits)
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
      {(errorId) => (
        <TextInput
          size="xs"
          autoFocus
          inputMode="decimal"
          autoComplete="off"
          aria-label={label}
          aria-describedby={errorId}
          error={editing.error !== null}
          value={editing.draft}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => editing.setDraft(event.currentTarget.value)}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) void editing.finish()
          }}
        />
      )}
    </EditableLineCell>
  )
}

const notRead = (code: string, digits: number): AppError =>
  new AppError('invalid_input', 'errors.invalid_input', {}, { issues: [{ field: 'value', code, params: { digits } }] })
