// What an import keeps of a million rows is kept in flat tables: they must answer as the plain ones would.
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { createClaims } from '#main/features/imports/claims.ts'
import { createIdList } from '#main/features/imports/id-list.ts'
import { createMadeAlong } from '#main/features/imports/made-along.ts'
import { createTextList } from '#main/features/imports/text-list.ts'

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

test('a text comes back as it was, however long it is and whatever it is written in', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.constantFrom(null, '', '李'.repeat(19_999), '\ud83d', 'x'.repeat(20_001)),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3000), texts), { maxLength: 400, size: 'max' }), (given) => {
      const list = createTextList()
      const plain = new Map<number, string | null>()
      for (const [number, text] of given) {
        list.set(number, text)
        plain.set(number, text)
      }
      for (let number = 0; number <= 3001; number += 1) expect(list.get(number)).toBe(plain.get(number) ?? null)
    }),
    { numRuns: 20 },
  )
})

test('what is made along is there in its order until a row turns out to be it', () => {
  const along = createMadeAlong()
  const made = Array.from({ length: 3000 }, (_, place) => ({
    entity: place % 2 === 0 ? ('company' as const) : ('contact' as const),
    ...{ record: 5000 - place, company: place % 2 === 0 ? null : 5001 - place, table: place % 7, row: place * 3 },
  }))
  for (const one of made) along.note(one)
  for (const { entity, record } of made.filter(({ table }) => table === 3)) along.drop(entity, record)
  along.drop('deal', 1)
  expect([...along.all()]).toEqual(made.filter(({ table }) => table !== 3))
  expect([
    along.has('company', 5000),
    along.has('contact', 5000),
    along.has('contact', 4997),
    along.has('company', 90_000),
  ]).toEqual([true, false, false, false])
})
