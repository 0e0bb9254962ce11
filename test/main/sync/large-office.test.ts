// An office of many: each machine talks to a few, learns of the others from those, and still has everything.
import { afterEach, expect, test, vi } from 'vitest'
import { createDialBack } from '#main/sync/dial-back-topic.ts'
import { linkWishes, MOST_LINKS, neighboursOf } from '#main/sync/neighbours.ts'
import { createRounds } from '#main/sync/rounds.ts'
import {
  bringIn,
  closeOffices,
  companyNames,
  eventually,
  insertCompany,
  joinByCode,
  type OfficeMachine,
  officeMachine,
} from '../../support/office-machines.ts'

afterEach(closeOffices, 60_000)

const idsOf = (count: number): string[] => Array.from({ length: count }, (_, index) => `m${String(index).padStart(2, '0')}`)

/** How many machines are reached from the first one, and by how many steps the farthest. */
const spread = (links: ReadonlyMap<string, ReadonlySet<string>>): { readonly reached: number; readonly steps: number } => {
  const linked = (one: string, other: string): boolean =>
    links.get(one)?.has(other) === true || links.get(other)?.has(one) === true
  let edge = [...links.keys()].slice(0, 1)
  const seen = new Set(edge)
  let steps = 0
  for (;;) {
    edge = [...links.keys()].filter((one) => !seen.has(one) && edge.some((other) => linked(one, other)))
    if (edge.length === 0) return { reached: seen.size, steps }
    for (const one of edge) seen.add(one)
    steps += 1
  }
}

test('in a small office everybody talks to everybody', () => {
  const [self = '', ...others] = idsOf(7)
  expect(neighboursOf(linkWishes(self, others), () => true)).toEqual(new Set(others))
})

test.each([
  [8, () => true],
  [50, () => true],
  [50, (index: number) => index % 7 === 0],
  [50, (index: number) => index < 9],
  [50, (index: number) => index % 2 === 0 || index > 40],
])('of %i machines those that are on are all linked, by six links each and few steps', (count, isOn) => {
  const all = idsOf(count)
  const on = new Set(all.filter((_, index) => isOn(index)))
  const links = new Map(
    [...on].map((self) => [
      self,
      neighboursOf(
        linkWishes(
          self,
          all.filter((other) => other !== self),
        ),
        (other) => on.has(other),
      ),
    ]),
  )
  for (const wanted of links.values()) expect(wanted.size).toBe(Math.min(MOST_LINKS, on.size - 1))
  const { reached, steps } = spread(links)
  expect(reached).toBe(on.size)
  expect(steps).toBeLessThanOrEqual(6)
})

test('whoever did not answer is called again within a minute, also by a machine whose clock was set back', async () => {
  const others = idsOf(9)
  const called: string[] = []
  let now = Date.parse('2026-11-23T09:00:00Z')
  const rounds = createRounds({
    ...{
      self: 'self',
      nowMs: () => now,
      others: () => others,
      isConnected: () => false,
      called: () => [],
      giveUp: () => undefined,
    },
    call: async (deviceId) => void called.push(deviceId),
    greeting: async () => null,
  })
  const calledInRound = async (): Promise<string[]> => {
    await rounds.callAll()
    return called.splice(0).toSorted()
  }
  expect(await calledInRound()).toEqual(others)
  expect(await calledInRound()).toEqual([])
  now += 60_000
  expect(await calledInRound()).toEqual(others)
  now -= 24 * 3_600_000
  expect(await calledInRound()).toEqual(others)
})

test('whoever hangs up at once is no link: the next in the ring takes its place, and keeps it', async () => {
  const others = idsOf(9)
  const [silent = ''] = neighboursOf(linkWishes('self', others), () => true)
  const there = new Set<string>()
  const givenUp: string[] = []
  let now = 0
  const rounds = createRounds({
    ...{ self: 'self', nowMs: () => now, others: () => others, isConnected: (one) => there.has(one), called: () => [...there] },
    call: async (deviceId) => void there.add(deviceId),
    greeting: async () => there.delete(silent),
    giveUp: (deviceId) => {
      givenUp.push(deviceId)
      there.delete(deviceId)
    },
  })
  for (let round = 0; round < 20; round++) {
    await rounds.callAll()
    expect(there.size).toBe(MOST_LINKS)
    expect(there.has(silent)).toBe(false)
    now += 15_000
  }
  expect(givenUp).toEqual([])
})

const openOf = (one: OfficeMachine): string[] =>
  one
    .office()
    .state()
    .connections.filter(({ isOpen }) => isOpen)
    .map(({ deviceId }) => deviceId)

test('a machine learns from another where the others are, and asks whether it can be called', { timeout: 60_000 }, async () => {
  const [one, two, three] = [await officeMachine(0), await officeMachine(1), await officeMachine(2)]
  await one.open()
  await bringIn(two, one)
  await joinByCode(three, two, two.office().invite().code)
  await three.open()
  await eventually(() => {
    expect(openOf(three).toSorted()).toEqual([one.identity.deviceId, two.identity.deviceId].toSorted())
  })
  // Two has called one and never the other way round: one can only have learned from it where it listens.
  const { addresses } = one.office().state()
  expect(addresses.find(({ deviceId }) => deviceId === two.identity.deviceId)).toMatchObject({ source: 'dialled' })
  expect(await one.office().canBeCalledBy(two.identity.deviceId)).toBe(true)
  expect(await one.office().canBeCalledBy('0'.repeat(64))).toBeNull()
})

test('whoever is asked to call back tries the address that it is asked from, one at a time', async () => {
  const tried: unknown[] = []
  const { promise: outcome, resolve } = Promise.withResolvers<'silent'>()
  const { topic } = createDialBack(
    () => 1,
    (at) => {
      tried.push(at)
      return outcome
    },
  )
  const said: unknown[] = []
  const work: Promise<void>[] = []
  const endpoint = { address: '10.0.0.9', port: 555 }
  const part = topic.begin({
    facts: { ownId: 'a', deviceId: 'b', side: 'accepted', exporter: Buffer.alloc(32), remote: endpoint, local: endpoint },
    isOpen: () => true,
    isBusy: () => false,
    say: (_, message) => said.push(message),
    sendBytes: () => true,
    drained: async () => undefined,
    close: () => undefined,
    leave: () => undefined,
    refuse: (detail) => said.push(detail),
    aside: (aside) => work.push(aside),
  })
  const ask = { type: 60, payload: Buffer.from('{"port":47311,"host":"10.0.0.1"}') }
  await part.hear(ask)
  await part.hear(ask)
  resolve('silent')
  await Promise.all(work)
  expect(tried).toEqual([{ host: '10.0.0.9', port: 47_311 }])
  expect(said).toEqual([{ isReached: false }])
  await part.hear({ type: 60, payload: Buffer.from('{"port":0}') })
  expect(said.at(-1)).toBe('dial-back')
})

test('twelve machines with a few links each all get what each wrote', { timeout: 300_000 }, async () => {
  const first = await officeMachine(0)
  await first.open()
  const machines = [first]
  for (let index = 1; index < 12; index += 1) {
    const next = await officeMachine(index)
    await bringIn(next, first)
    machines.push(next)
  }
  // Twelve machines in one process take their time until all have found their neighbours.
  const soon = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 120_000, interval: 100 })
  await soon(() => {
    const links = machines.map((one) => openOf(one).length)
    expect(Math.max(...links)).toBeLessThanOrEqual(MOST_LINKS + 2)
    expect(Math.min(...links)).toBeGreaterThanOrEqual(3)
  })

  const all = machines.map((_, index) => `from ${String(index).padStart(2, '0')}`)
  for (const [index, one] of machines.entries()) insertCompany(one, all[index] ?? '')
  await soon(() => {
    for (const one of machines) expect(companyNames(one)).toEqual(all)
  })
})
