// Who belongs to an office, and which key is in use: the same on every machine, whatever it heard first, and nothing that nobody signed.
import { randomBytes } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { createDeviceIdentity, type DeviceIdentity } from '#main/net/certificate.ts'
import {
  type Charter,
  charter as charterSchema,
  forNewcomer,
  hasRoom,
  keysOf,
  membersIn,
  mergeCharters,
  newCharter,
  welcomeCharter,
  withMember,
  withoutMember,
} from '#main/sync/charter.ts'
import { MOST_KEYS } from '#main/sync/key-ring.ts'
import { type Entry, signEntry } from '#main/sync/membership.ts'

const makeKey = (): string => randomBytes(32).toString('hex')
const people = ['anna', 'ben', 'chen', 'dora', 'eve'] as const
type Name = (typeof people)[number]
const identities = new Map<string, DeviceIdentity>()
beforeAll(async () => {
  for (const name of people) identities.set(name, await createDeviceIdentity())
})

const who = (name: Name): DeviceIdentity => {
  const found = identities.get(name)
  if (!found) throw new Error(name)
  return found
}
const id = (name: Name): string => who(name).deviceId
const add = (charter: Charter, by: Name, device: Name): Charter => withMember(charter, who(by), id(device), makeKey)
const remove = (charter: Charter, by: Name, device: Name): Charter => withoutMember(charter, who(by), id(device), makeKey)
const merge = (one: Charter, other: Charter): Charter => {
  const merged = mergeCharters(one, other, makeKey)
  if (!merged) throw new Error('refused')
  return merged
}
const members = (charter: Charter): Name[] => people.filter((name) => membersIn(charter).now.has(id(name)))
/** Anna founded it, and let in Ben, who let in Chen; Anna let in Dora. */
const office = (): Charter => add(add(add(newCharter(who('anna'), makeKey), 'anna', 'ben'), 'ben', 'chen'), 'anna', 'dora')
/** Until nobody has news. */
const agree = (charters: readonly Charter[]): Charter[] => {
  let now = [...charters]
  for (let round = 0; round < 3; round++) now = now.map((mine) => now.reduce((sum, theirs) => merge(sum, theirs), mine))
  return now
}

test('whoever was let in by somebody who is in belongs to the office', () => {
  expect(members(newCharter(who('anna'), makeKey))).toEqual(['anna'])
  expect(members(office())).toEqual(['anna', 'ben', 'chen', 'dora'])
})

test('a removal makes a new key, and those whom the removed machine had let in stay', () => {
  const before = office()
  const after = remove(before, 'anna', 'ben')
  expect(members(after)).toEqual(['anna', 'chen', 'dora'])
  const [key, ...older] = keysOf(after)
  expect(older).toEqual([...keysOf(before)])
  expect(older).not.toContain(key)
  expect(after.keys.map(({ epoch }) => epoch)).toEqual([2, 1])
})

test('the founder can be removed as anybody', () => {
  expect(members(remove(office(), 'chen', 'anna'))).toEqual(['ben', 'chen', 'dora'])
})

test('whom a removed machine let in behind everybody’s back goes with it', () => {
  const before = office()
  const secret = add(before, 'ben', 'eve')
  const after = merge(remove(before, 'anna', 'ben'), secret)
  expect(members(after)).toEqual(['anna', 'chen', 'dora'])
  // What she wrote while she was in stays part of the data.
  expect(membersIn(after).ever.has(id('eve'))).toBe(true)
})

test('two removals at once end with one key everywhere that neither removed machine has', () => {
  const before = office()
  const [one, other] = [remove(before, 'anna', 'chen'), remove(before, 'dora', 'ben')]
  const seenByRemoved = new Set([...one.keys, ...other.keys].map(({ key }) => key))
  const agreed = agree([one, other, before])
  const inUse = new Set(agreed.map((charter) => keysOf(charter)[0]))
  expect(inUse.size).toBe(1)
  expect(seenByRemoved.has([...inUse][0] ?? '')).toBe(false)
  for (const charter of agreed) {
    expect(members(charter)).toEqual(['anna', 'dora'])
    expect(charter.keys).toEqual(agreed[0]?.keys)
  }
  expect(agreed[0]?.keys[0]?.epoch).toBe(3)
})

test('it does not matter in which order a machine hears of what happened', () => {
  const base = office()
  const states = [
    remove(base, 'anna', 'ben'),
    add(base, 'dora', 'eve'),
    remove(base, 'chen', 'dora'),
    remove(base, 'ben', 'anna'),
  ]
  const orders = [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [2, 0, 3, 1],
    [1, 3, 0, 2],
  ]
  const results = orders.map((order) => order.map((at) => states[at] ?? base).reduce(merge, base))
  for (const result of results) expect(members(result)).toEqual(members(results[0] ?? base))
  // Who removed each other at once are both out; whom Dora let in unknown to Chen goes with her.
  expect(members(results[0] ?? base)).toEqual(['chen'])
})

test('a removal counts whatever is signed afterwards: only a new key comes back', () => {
  const after = remove(office(), 'anna', 'ben')
  const again = { ...after, entries: [...after.entries, signEntry(who('chen'), { kind: 'added', device: id('ben'), keeps: [] })] }
  expect(members(merge(after, again))).toEqual(['anna', 'chen', 'dora'])
})

test('a key that somebody prepared for his own removal is not taken into use', () => {
  const before = office()
  const [own] = before.keys
  if (!own) throw new Error('no key')
  // Ben cannot know what his removal will look like, so the best he can do is to claim what he knows.
  const prepared = { ...before, keys: [{ ...own, epoch: before.entries.length + 1, key: makeKey() }, ...before.keys] }
  const after = remove(merge(before, prepared), 'anna', 'ben')
  expect(prepared.keys.map(({ key }) => key)).not.toContain(keysOf(after)[0])
})

test('keys that a member makes up do not push out the one in use, and do not keep its removal from being heard', () => {
  const before = office()
  const newest = before.entries.length + 1
  const madeUp = Array.from({ length: MOST_KEYS }, () => ({ epoch: newest, key: makeKey(), covers: makeKey() }))
  const spoilt = merge(before, { ...before, keys: madeUp })
  expect(keysOf(spoilt)[0]).toBe(keysOf(before)[0])
  const after = remove(spoilt, 'anna', 'ben')
  expect(charterSchema.safeParse(after).success).toBe(true)
  const [key] = keysOf(after)
  expect([...spoilt.keys.map((one) => one.key), ...madeUp.map((one) => one.key)]).not.toContain(key)
  for (const heard of agree([spoilt, after, before])) expect([members(heard), keysOf(heard)[0]]).toEqual([members(after), key])
})

const refused = (change: (entries: readonly Entry[]) => readonly Entry[]): boolean => {
  const mine = office()
  return mergeCharters(mine, { ...mine, entries: [...change(mine.entries)] }, makeKey) === null
}

test('nobody becomes a member by what the machine that lets it in did not sign', () => {
  const [genuine] = office().entries
  if (!genuine) throw new Error('nobody was let in')
  const withEntry = (one: Entry): boolean => refused((entries) => [...entries, one])
  expect(withEntry({ ...genuine, device: id('eve') })).toBe(true)
  expect(withEntry({ ...genuine, kind: 'removed' })).toBe(true)
  expect(withEntry({ ...genuine, keeps: [id('eve')] })).toBe(true)
  expect(withEntry({ ...genuine, by: id('eve'), device: id('dora') })).toBe(true)
  // Signed by its own key, or in the name of a member by another key.
  const own = signEntry(who('eve'), { kind: 'added', device: id('eve'), keeps: [] })
  expect(withEntry(own)).toBe(true)
  expect(withEntry({ ...own, by: id('anna') })).toBe(true)
  expect(withEntry({ ...own, publicKey: 'bm8ga2V5' })).toBe(true)
  expect(withEntry(signEntry(who('eve'), { kind: 'removed', device: id('anna'), keeps: [] }))).toBe(true)
  // What is genuine is taken.
  expect(withEntry(signEntry(who('dora'), { kind: 'added', device: id('eve'), keeps: [] }))).toBe(false)
})

test('whoever comes in is given nothing that is not signed', () => {
  const given = forNewcomer(remove(office(), 'anna', 'ben'))
  expect(given.keys).toHaveLength(1)
  expect(welcomeCharter.safeParse(given).success).toBe(true)
  const [first, ...rest] = given.entries
  if (!first) throw new Error('nobody was let in')
  const wrong = [
    { ...given, entries: [{ ...first, device: id('eve') }, ...rest] },
    { ...given, entries: [...given.entries, signEntry(who('eve'), { kind: 'added', device: id('eve'), keeps: [] })] },
    { ...given, founder: id('eve') },
    { ...given, keys: office().keys.map((one) => ({ ...one, covers: 'ab'.repeat(32) })) },
  ]
  for (const charter of wrong) expect(welcomeCharter.safeParse(charter).success).toBe(false)
})

test('an office does not take the charter of another', () => {
  expect(mergeCharters(office(), newCharter(who('eve'), makeKey), makeKey)).toBeNull()
})

test('the charter stays small whatever a member signs', () => {
  let mine = office()
  const entries = Array.from({ length: 1200 }, (_, at) =>
    signEntry(who('dora'), { kind: 'added', device: at.toString(16).padStart(64, '0'), keeps: [] }),
  )
  expect(mergeCharters(mine, { ...mine, entries: [...mine.entries, ...entries] }, makeKey)).toBeNull()
  for (let at = 0; at < 70; at++) {
    const device = at.toString(16).padStart(64, '0')
    mine = withoutMember(withMember(mine, who('anna'), device, makeKey), who('anna'), device, makeKey)
  }
  expect(mine.keys).toHaveLength(MOST_KEYS)
  expect(mine.keys[0]?.epoch).toBe(71)
})

test('a full office lets nobody in, and can still remove everybody', () => {
  const machine = (at: number): string => at.toString(16).padStart(64, '0')
  let mine = add(newCharter(who('anna'), makeKey), 'anna', 'ben')
  let count = 0
  for (; hasRoom(mine); count++) mine = withMember(mine, who('ben'), machine(count), makeKey)
  expect(count).toBeGreaterThan(400)
  expect(() => add(mine, 'anna', 'eve')).toThrow('network.full')

  // Whom the removed machine had let in stays, however many they are.
  mine = remove(mine, 'anna', 'ben')
  expect(membersIn(mine).now.size).toBe(count + 1)
  for (let at = 0; at < count; at++) mine = withoutMember(mine, who('anna'), machine(at), makeKey)
  expect(members(mine)).toEqual(['anna'])
  expect(charterSchema.safeParse(mine).success).toBe(true)
})
