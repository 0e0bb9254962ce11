// What lines come to, and how it is rounded: once, where it is shown.
import { expect, test } from 'vitest'
import { isCountable, lineGrossE4, lineNetE4, minorOfE4, orderFigures } from '#shared/orders/order-amounts.ts'
import { changedLine, renumbered, withLineDefaults } from '#shared/orders/order-rules.ts'

const line = (quantity: number, price: number, percent = 0) => ({
  quantityMilli: Math.round(quantity * 1000),
  unitPriceE4: Math.round(price * 10_000),
  discountBp: Math.round(percent * 100),
})

test.each([
  ['twelve at 14.00', line(12, 14), 168],
  ['fifteen at 12.35 less 15 %', line(15, 12.35, 15), 157.4625],
  ['a thousand screws at 0.0125', line(1000, 0.0125), 12.5],
  ['two that were sent back', line(-2, 9.99, 10), -17.982],
  ['a third of a kilo at 0.10', line(0.333, 0.1), 0.0333],
  ['something for nothing', line(1, 100, 100), 0],
])('%s', (_what, amounts, net) => {
  expect(lineNetE4(amounts)).toBe(Math.round(net * 10_000))
})

test('halves are rounded away from zero, both ways', () => {
  expect(lineGrossE4({ quantityMilli: 500, unitPriceE4: 1 })).toBe(1)
  expect(lineGrossE4({ quantityMilli: -500, unitPriceE4: 1 })).toBe(-1)
  expect([10_050, -10_050, 10_049].map((amount) => minorOfE4(amount, 'EUR'))).toEqual([101, -101, 100])
})

test('a currency has the digits that it has', () => {
  expect(['EUR', 'CNY', 'JPY', 'KWD'].map((currency) => minorOfE4(12_345_678, currency))).toEqual([
    123_457, 123_457, 1235, 1_234_568,
  ])
})

test('more than can be counted exactly is told before it is written', () => {
  expect(isCountable({ quantityMilli: 1_000_000_000_000, unitPriceE4: 9_000_000 })).toBe(true)
  expect(isCountable({ quantityMilli: 1_000_000_000_000, unitPriceE4: -9_000_001 })).toBe(false)
})

test('the figures at the foot of an order add up as they are shown', () => {
  const counted = { lines: 2, grossE4: 100_049, netE4: 90_051, freightMinor: 250, statedTotalMinor: 1200, currency: 'EUR' }
  expect(orderFigures(counted)).toMatchObject({
    ...{ grossMinor: 1000, discountMinor: 99, netMinor: 901, totalMinor: 1151, statedMinor: 1200 },
  })
  expect(orderFigures({ ...counted, statedTotalMinor: 1151 }).statedMinor).toBeNull()
})

test('without lines the stated total is all that is known', () => {
  const empty = { lines: 0, grossE4: 0, netE4: 0, freightMinor: 250, currency: 'EUR' }
  expect(orderFigures({ ...empty, statedTotalMinor: 1200 })).toMatchObject({ totalMinor: 1200, statedMinor: null })
  expect(orderFigures({ ...empty, statedTotalMinor: null }).totalMinor).toBeNull()
})

test('a new line takes the price of its product, in the currency of the order', () => {
  const product = { unitPriceE4: 125_000, currency: 'EUR' }
  expect(withLineDefaults({}, { product, currency: 'EUR' })).toEqual({
    ...{ quantityMilli: 1000, unitPriceE4: 125_000, discountBp: 0 },
  })
  expect(withLineDefaults({}, { product, currency: 'CNY' }).unitPriceE4).toBe(0)
})

test('another product brings its price and takes the words away; the same one changes nothing', () => {
  const old = { productId: 'a', name: 'Chai, old tin', quantityMilli: 2000, unitPriceE4: 10, discountBp: 500 }
  const product = { unitPriceE4: 70, currency: 'EUR' }
  const about = { product, currency: 'EUR' }
  expect(changedLine(old, { productId: 'b' }, about)).toEqual({ ...old, productId: 'b', name: null, unitPriceE4: 70 })
  expect(changedLine(old, { productId: 'a' }, about)).toEqual(old)
  expect(changedLine(old, { productId: 'b', unitPriceE4: 5, name: 'Tea' }, about)).toMatchObject({ unitPriceE4: 5, name: 'Tea' })
})

test('a line that is moved pushes the others, and only numbers that change are written', () => {
  const lines = ['a', 'b', 'c', 'd'].map((id, place) => ({ id, lineNo: place + 1 }))
  expect(renumbered(lines, 'c', 'b')).toEqual([
    { id: 'c', lineNo: 2 },
    { id: 'b', lineNo: 3 },
  ])
  expect(renumbered(lines, 'a', null).map(({ id }) => id)).toEqual(['b', 'c', 'd', 'a'])
  expect(renumbered(lines, 'd', null)).toEqual([])
})
