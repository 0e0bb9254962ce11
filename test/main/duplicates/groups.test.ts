// How pairs become groups that one can look through.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LikelyPair } from '#shared/duplicates/duplicate.ts'
import { MOST_MERGED } from '#shared/merges/merge.ts'
import { groupsOf } from '#main/features/duplicates/groups.ts'

const pair = (aId: string, bId: string, bits: number): LikelyPair => ({ aId, bId, bits, fields: [] })

describe('groups of pairs', () => {
  test('records tied by pairs stand in one group, the likeliest group first', () => {
    const groups = groupsOf([pair('a', 'b', 3), pair('x', 'y', 9), pair('b', 'c', 1)].toSorted((p, q) => q.bits - p.bits))
    expect(groups.map(({ ids, bits }) => ({ ids: ids.toSorted(), bits }))).toEqual([
      { ids: ['x', 'y'], bits: 9 },
      { ids: ['a', 'b', 'c'], bits: 3 },
    ])
  })

  test('a chain of many is cut where the ties are weakest, and the tie between two full groups stands alone', () => {
    const chain = Array.from({ length: 2 * MOST_MERGED - 1 }, (_, at) =>
      pair(`r${String(at).padStart(2, '0')}`, `r${String(at + 1).padStart(2, '0')}`, at === MOST_MERGED - 1 ? 1 : 5),
    ).toSorted((one, other) => other.bits - one.bits)
    expect(groupsOf(chain).map(({ ids }) => ids.length)).toEqual([MOST_MERGED, MOST_MERGED, 2])
  })

  test('no pair is lost and no group is larger than what can be merged', () => {
    const someId = fc.integer({ min: 0, max: 30 }).map(String)
    const somePairs = fc.array(fc.tuple(someId, someId, fc.integer({ min: 0, max: 20 })), { maxLength: 80 })
    fc.assert(
      fc.property(somePairs, (made) => {
        const pairs = made
          .filter(([a, b]) => a !== b)
          .map(([a, b, bits]) => pair(a, b, bits))
          .toSorted((one, other) => other.bits - one.bits)
        const groups = groupsOf(pairs)
        expect(groups.flatMap((group) => group.pairs)).toHaveLength(pairs.length)
        expect(Math.max(0, ...groups.map(({ ids }) => ids.length))).toBeLessThanOrEqual(MOST_MERGED)
      }),
      { seed: 5, numRuns: 200 },
    )
  })
})
