// Moves within an order of fractional keys, against a plain list.
import fc from 'fast-check'
import { generateKeyBetween } from 'fractional-indexing'
import { expect, test } from 'vitest'
import { keyBehind, keyBetween, type Placed, placesOfMove, roomAt } from '#main/records/reorder.ts'

const byPlace = (one: Placed, other: Placed): number =>
  one.position < other.position ? -1 : one.position > other.position ? 1 : one.id < other.id ? -1 : 1

/** An order as it is kept: each row has its key. */
const createOrder = (rows: readonly Placed[]) => {
  const keys = new Map(rows.map(({ id, position }) => [id, position]))
  const inOrder = (): Placed[] => [...keys].map(([id, position]) => ({ id, position })).toSorted(byPlace)
  return {
    ids: () => inOrder().map(({ id }) => id),
    longest: () => Math.max(...[...keys.values()].map(({ length }) => length)),
    /** Answers how many rows were written. */
    move: (id: string, at: number): number => {
      const others = inOrder().filter((one) => one.id !== id)
      const places = placesOfMove(others, id, at)
      for (const place of places) keys.set(place.id, place.position)
      return places.length
    },
  }
}

/** In some of these several rows have the same key, as two machines make them. */
const rows = fc
  .array(fc.constantFrom('Zz', 'a0', 'a0V', 'a1', 'a1l', 'a2', 'b00'), { minLength: 2, maxLength: 12 })
  .map((positions) => positions.map((position, index) => ({ id: `r${String(index).padStart(2, '0')}`, position })))
/** One after the other is moved into the same gap, or behind the one that was moved last: that is what makes keys long. */
const burst = fc.record({ at: fc.nat(11), step: fc.constantFrom(0, 1, -1), times: fc.integer({ min: 1, max: 150 }) })

test('any moves leave the order that a plain list has, also where rows had the same key, and no key is long', () => {
  fc.assert(
    fc.property(rows, fc.array(burst, { minLength: 1, maxLength: 6 }), (given, bursts) => {
      const order = createOrder(given)
      const list = order.ids()
      for (const { at, step, times } of bursts) {
        for (let time = 0; time < times; time++) {
          // Whoever stands farthest from the gap goes into it.
          const gap = Math.min(Math.max(0, at + (step === 0 ? 0 : (time % 2) * step)), list.length - 1)
          const from = gap < list.length / 2 ? list.length - 1 : 0
          const [id = ''] = list.splice(from, 1)
          const place = Math.min(gap, list.length)
          list.splice(place, 0, id)
          order.move(id, place)
        }
        expect(order.ids()).toEqual(list)
        expect(order.longest()).toBeLessThanOrEqual(40)
      }
    }),
    { numRuns: 200 },
  )
})

test('a thousand rows put into the same gap of a long order give few neighbours a new key', () => {
  for (const step of [0, 1]) {
    const order = createOrder(Array.from({ length: 50 }, (_, index) => ({ id: `a${index}`, position: `b${index + 10}` })))
    const list = order.ids()
    let written = 0
    for (let number = 0; number < 1000; number++) {
      const at = 25 + number * step
      list.splice(at, 0, `new${number}`)
      written += order.move(`new${number}`, at)
    }
    expect(order.ids()).toEqual(list)
    expect(order.longest()).toBeLessThanOrEqual(40)
    expect(written).toBeLessThan(2500)
  }
})

test('ten thousand rows with keys that begin alike are given room at once', () => {
  const long = 'a0'.padEnd(38, 'V')
  const order = Array.from({ length: 10_000 }, (_, index) => ({ id: `r${index}`, position: `${long}${String(index + 10_000)}1` }))
  const room = roomAt(order, 5000)
  expect(room.key.length).toBeLessThanOrEqual(20)
  expect(room.others).toHaveLength(5000)
})

test('there is a place behind whatever stands last, also where that is no key', () => {
  const text = fc.oneof(fc.string({ unit: fc.constantFrom(...'0aAzZV1~!号') }), fc.string({ maxLength: 200 }))
  fc.assert(
    fc.property(text, (last) => {
      const key = keyBehind(last)
      expect(keyBetween(key, null)).not.toBeNull()
      expect(key > last || key === 'a0').toBe(true)
    }),
  )
  for (const last of [null, 'a0', 'Zz', 'a9V', 'b00', 'A'.padEnd(27, '0') + '1'])
    expect(keyBehind(last)).toBe(generateKeyBetween(last, null))
  // Behind what begins like it; nothing is behind the last of them.
  expect([keyBehind('a4~'), keyBehind('a5号'), keyBehind('~'), keyBehind('')]).toEqual(['a5', 'a6', 'a0', 'a0'])
})
