// The order of sources, put together by hand and by chance.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderedFor, prioritiesOfNewcomer, ranksAfterMove } from '#shared/imports/source-order.ts'
import { RANKED_ENTITIES, rankedField, rankedFields, readRankedField } from '#shared/imports/stored-fields.ts'

const sources = fc
  .uniqueArray(
    fc.record({ id: fc.uuid(), rank: fc.integer({ min: 0, max: 1000 }), own: fc.option(fc.integer({ min: 0, max: 1000 })) }),
    {
      selector: ({ id }) => id,
      minLength: 2,
      maxLength: 130,
    },
  )
  .map((all) =>
    all.map(({ id, rank, own }) => ({
      id,
      rank,
      priorities: (own === null ? {} : { 'company.phone': own }) as Record<string, number>,
    })),
  )

describe('a source that is put elsewhere', () => {
  test('stands right before the one it was put before, and all others stay in their order', () => {
    fc.assert(
      fc.property(sources, fc.nat(), fc.nat(), fc.boolean(), (all, from, to, isOfField) => {
        const field = isOfField ? 'company.phone' : null
        const ordered = orderedFor(all, field)
        const moved = ordered[from % ordered.length]
        const before = ordered[to % (ordered.length + 1)] ?? null
        if (!moved || moved === before) return
        const ranks = ranksAfterMove(all, { id: moved.id, beforeId: before?.id ?? null, field })
        const next = all.map((source) => {
          const rank = ranks.get(source.id) ?? -1
          return field === null ? { ...source, rank } : { ...source, priorities: { ...source.priorities, [field]: rank } }
        })
        const ids = orderedFor(next, field).map(({ id }) => id)
        const others = ordered.filter((source) => source !== moved).map(({ id }) => id)
        expect([...ranks.values()].every((rank) => rank >= 0 && rank <= 1000)).toBe(true)
        expect(ids.toSpliced(ids.indexOf(moved.id), 1)).toEqual(others)
        expect(ids[ids.indexOf(moved.id) + 1] ?? null).toBe(before?.id ?? null)
      }),
    )
  })

  test('leaves those as strong as each other that were', () => {
    const all = ['a', 'b', 'c'].map((id) => ({ id, rank: id === 'c' ? 10 : 0, priorities: {} }))
    expect([...ranksAfterMove(all, { id: 'c', beforeId: 'a', field: null })]).toEqual([
      ['c', 0],
      ['a', 10],
      ['b', 10],
    ])
  })
})

test('a newcomer overwrites nobody in fields with an order of their own', () => {
  const all = [
    { id: 'a', rank: 0, priorities: { 'company.phone': 30 } },
    { id: 'b', rank: 10, priorities: {} },
  ]
  expect(prioritiesOfNewcomer(all)).toEqual({ 'company.phone': 40 })
})

test('every field that can be ranked is known by its name, and none that is only added to', () => {
  const names = RANKED_ENTITIES.flatMap((entity) => rankedFields(entity).map(({ key }) => rankedField(entity, key)))
  expect(names.filter((name) => readRankedField(name) === null)).toEqual([])
  expect(
    ['company.tags', 'company.phone.mobile', 'activity.title', 'contact.role', ''].filter((name) => readRankedField(name)),
  ).toEqual([])
})
