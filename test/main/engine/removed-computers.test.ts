// The list of removed machines: what everybody knows is told for a while, what somebody does not know for as long as that is so.
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { removedComputers } from '#main/engine/removed-computers.ts'
import { createDeviceIdentity } from '#main/net/certificate.ts'
import { newCharter } from '#main/sync/charter.ts'
import { createCharterKeeper } from '#main/sync/charter-keeper.ts'

const NOW = Date.parse('2026-06-01T09:00:00.000Z')
const names = new Map([
  ['b'.repeat(64), 'PC-2'],
  ['c'.repeat(64), 'PC-3'],
  ['d'.repeat(64), 'PC-4'],
])
const [two, old, late] = [...names.keys()] as [string, string, string]

test('a removal that all have heard of is told for ninety days, one that somebody has not heard of for ever', async () => {
  const identity = await createDeviceIdentity()
  const charter = createCharterKeeper({
    ...{ charter: newCharter(identity, () => 'ab'.repeat(32)), identity, random: randomBytes, keep: () => undefined },
  })
  for (const id of names.keys()) charter.add(id)
  for (const id of [old, late]) charter.remove(id)
  const known = (id: string, removedAt: string) => ({ id, name: '', letter: '', addedAt: '', removedAt })
  const listed = (heard: Readonly<Record<string, readonly string[]>>) =>
    removedComputers({
      ...{ charter, heard, nameOf: (id: string) => names.get(id) ?? 'PC-1', now: NOW },
      known: [known(old, '2026-01-05T09:00:00.000Z'), known(late, '2026-05-05T09:00:00.000Z')],
    })
  expect(listed({ [old]: [two], [late]: [two] })).toEqual([
    { id: late, name: 'PC-4', at: '2026-05-05T09:00:00.000Z', by: 'PC-1', heard: ['PC-2'], unheard: [] },
  ])
  expect(listed({}).map(({ name, unheard }) => [name, ...unheard])).toEqual([
    ['PC-4', 'PC-2'],
    ['PC-3', 'PC-2'],
  ])
})
