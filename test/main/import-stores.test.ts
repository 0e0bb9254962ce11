// What an import keeps of a million rows is kept in flat tables: they must answer as the plain ones would.
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { createClaims } from '#main/features/imports/claims.ts'
import { createIdList } from '#main/features/imports/id-list.ts'

const counted = (count: number): string => `ffffffff-ffff-8fff-8fff-${count.toString(16).padStart(12, '0')}`

test('an id has one number, whatever it looks like, and is found under it', () => {
  const ids = fc.oneof(
    fc.uuid(),
    fc.nat(40).map(counted),
    fc.string({ maxLength: 40 }),
    fc.uuid().map((id) => id.toUpperCase()),
  )
  fc.assert(
    fc.property(fc.array(ids, { maxLength: 3000, size: 'max' }), (asked) => {
      const list = createIdList()
      const plain = [...new Set(asked)]
      for (const id of asked) expect(list.numberFor(id)).toBe(plain.indexOf(id))
      for (const [number, id] of plain.entries()) expect([list.numberOf(id), list.idOf(number)]).toEqual([number, id])
      expect([list.size(), list.numberOf(counted(41)), list.idOf(plain.length), list.idOf(-1)]).toEqual([
        plain.length,
        undefined,
        '',
        '',
      ])
    }),
    { numRuns: 20 },
  )
})

test('ids that only differ in their count are found as fast as any', () => {
  const list = createIdList()
  for (let count = 0; count < 200_000; count += 1) list.numberFor(counted(count))
  expect(list.numberOf(counted(123_456))).toBe(123_456)
})

test('a record belongs to the row that claimed it last', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 2_000_000 }), fc.nat(49)), { maxLength: 500 }),
      (made) => {
        const claims = createClaims()
        const plain = new Map<number, { table: number; row: number; hash: number }>()
        for (const [record, row, table] of made) {
          const claim = { table, row, hash: row * 2 ** 30 + record }
          claims.set(record, claim)
          plain.set(record, claim)
        }
        for (let record = 0; record <= 5001; record += 1) expect(claims.get(record)).toEqual(plain.get(record))
      },
    ),
    { numRuns: 20 },
  )
})
