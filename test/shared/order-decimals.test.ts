// Numbers of an order as people type them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDecimal, readDecimal } from '#shared/orders/decimals.ts'

test.each([
  ['12', 12_000],
  ['1,250.5', 1_250_500],
  ['-3', -3000],
  ['−0.25', -250],
  ['.5', 500],
  ['12.', 12_000],
  ['１２．５', 12_500],
  ['1.5000', 1500],
  ['-0', 0],
])('%s is a quantity', (typed, value) => {
  expect(readDecimal(typed, 3, '.')).toEqual({ value })
})

test.each([
  ['12,5', 'not_decimal'],
  ['1,2345', 'not_decimal'],
  ['', 'not_decimal'],
  ['.', 'not_decimal'],
  ['-', 'not_decimal'],
  ['a dozen', 'not_decimal'],
  ['1e3', 'not_decimal'],
  ['0.0001', 'too_fine'],
])('%s is none', (typed, fault) => {
  expect(readDecimal(typed, 3, '.')).toEqual({ fault })
})

test('where cents stand behind a comma, points stand between thousands', () => {
  expect(['12,5', '1.250,5', '12.5', '1,25,5'].map((typed) => readDecimal(typed, 3, ','))).toEqual([
    { value: 12_500 },
    { value: 1_250_500 },
    { fault: 'not_decimal' },
    { fault: 'not_decimal' },
  ])
})

test('what is shown to be edited is read as the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 1, max: 4 }), (value, digits) => {
      for (const mark of ['.', ','] as const) {
        expect(readDecimal(plainDecimal(value, digits, mark), digits, mark)).toEqual({ value })
      }
    }),
  )
})
