import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx'
import { renderWithApp } from '../support/render-with-app.tsx'

interface AmountProps {
  readonly isPrice?: boolean
  readonly told: (value: number | null) => void
}

function Amount({ isPrice = false, told }: AmountProps) {
  const [value, setValue] = useState<number | null>(null)
  return (
    <MoneyInput
      label="Amount"
      currency="CNY"
      isPrice={isPrice}
      value={value}
      onChange={(next) => {
        setValue(next)
        told(next)
      }}
    />
  )
}

const typing = async (text: string, isPrice = false): Promise<{ shown: string; value: number | null | undefined }> => {
  const values: (number | null)[] = []
  await renderWithApp(<Amount isPrice={isPrice} told={(value) => values.push(value)} />)
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Amount' })
  await userEvent.type(field, text)
  return { shown: field.value, value: values.at(-1) }
}

test.each([
  ['1250.5', 125_050],
  ['1,250.50', 125_050],
  ['12万', 12_000_000],
  ['1.5亿', 15_000_000_000],
  ['￥1250', 125_000],
  ['１２３', 12_300],
])('“%s” is the amount it says, and stays as it was typed', async (text, value) => {
  expect(await typing(text)).toEqual({ shown: text, value })
})

test.each(['-1', 'abc', '$5', '1e400'])(
  '“%s” is no amount of this currency: it is kept to be mended, and never stored as another',
  async (text) => {
    expect(await typing(text)).toEqual({ shown: text, value: Number.NaN })
  },
)

test.each([
  ['0.0125', 125],
  ['12.5', 125_000],
  ['1.2万', 120_000_000],
])('“%s” is the price it says, to a hundredth of a cent', async (text, value) => {
  expect(await typing(text, true)).toEqual({ shown: text, value })
})

test('a price that is finer still is kept to be mended', async () => {
  expect(await typing('0.00125', true)).toEqual({ shown: '0.00125', value: Number.NaN })
})
