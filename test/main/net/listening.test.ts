// What an announcer makes of calls, of floods of them, and of strangers.
import { beforeEach, expect, test } from 'vitest'
import { encodeAnnouncement, workspaceTag, type Announcement, type Way } from '#main/net/announcement.ts'
import type { Sender } from '#main/net/announce-sockets.ts'
import type { HeardMachine } from '#main/net/heard.ts'
import { createListening, type Listening } from '#main/net/listening.ts'

const noon = Date.UTC(2026, 10, 22, 12)
const key = new Uint8Array(32).fill(7)
const todaysTag = workspaceTag(key, noon)
const hex = (number: number): string => number.toString(16).padStart(16, '0')
let now: number
let keys: readonly Uint8Array[] | null
let peers: HeardMachine[]
let offices: (readonly HeardMachine[])[]
let answered: Sender[]
let hasTime: boolean
let listening: Listening

beforeEach(() => {
  now = noon
  keys = [key]
  peers = []
  offices = []
  answered = []
  hasTime = true
  listening = createListening({
    now: () => now,
    nonce: hex(1),
    keys: () => keys,
    onPeer: (peer) => {
      if (hasTime) peers.push(peer)
      return hasTime
    },
    onOffices: (open) => void offices.push(open),
    onNewcomer: (sender) => void answered.push(sender),
    onLooking: (sender) => void answered.push(sender),
  })
})

const hear = (announcement: Announcement, address: string, way: Way = 'broadcast'): void =>
  listening.hear(encodeAnnouncement(announcement, way), { address, port: 50_000 })
const member = (nonce: number, port = 47_311): Announcement => ({
  kind: 'member',
  nonce: hex(nonce),
  tag: todaysTag,
  port,
})
const office = (number: number, secondsLeft: number): Announcement => ({
  kind: 'office',
  nonce: hex(99),
  office: hex(number),
  port: 47_311,
  secondsLeft,
})

test('a machine is told of once for each address, and answered once', () => {
  hear(member(2), '10.0.0.2')
  hear(member(2), '10.0.0.2', 'multicast')
  hear(member(2), 'fe80::2%eth0', 'ipv6')
  expect(peers.map(({ addresses }) => addresses.map(({ address }) => address))).toEqual([
    ['10.0.0.2'],
    ['fe80::2%eth0', '10.0.0.2'],
  ])
  expect(answered).toEqual([{ address: '10.0.0.2', port: 50_000 }])
  expect(listening.peers()).toHaveLength(1)
})

test('an answer is not answered, or two machines would go on for ever', () => {
  hear(member(2), '10.0.0.2', 'answer')
  expect(peers).toHaveLength(1)
  expect(answered).toEqual([])
})

test('its own calls are no machine, but tell that the way is open', () => {
  hear(member(1), '10.0.0.1')
  hear(member(1), 'fe80::1%eth0', 'ipv6')
  expect(listening.peers()).toEqual([])
  expect(listening.hasComeBack('broadcast', '10.0.0.1')).toBe(true)
  expect(listening.hasComeBack('multicast', '10.0.0.1')).toBe(false)
  expect(listening.hasComeBack('ipv6', '%eth0')).toBe(true)
})

test('machines of another workspace are not noticed, those with the key before the last one are', () => {
  hear({ kind: 'member', nonce: hex(2), tag: workspaceTag(new Uint8Array(32), now), port: 1 }, '10.0.0.2')
  expect(listening.peers()).toEqual([])
  expect(listening.counts().strangers).toBe(1)
  keys = [new Uint8Array(32).fill(9), key]
  hear(member(3), '10.0.0.3')
  expect(listening.peers()).toHaveLength(1)
})

test('a program that was started anew takes its old place', () => {
  hear(member(2), '10.0.0.2')
  hear(member(3), '10.0.0.2')
  expect(listening.peers().map(({ id }) => id)).toEqual([hex(3)])
})

test('a machine that changes its port is told of again', () => {
  hear(member(2), '10.0.0.2')
  hear(member(2, 5000), '10.0.0.2')
  expect(peers.map(({ port }) => port)).toEqual([47_311, 5000])
  expect(listening.peers().map(({ port }) => port)).toEqual([5000])
})

test('who is silent for three calls leaves the list, and comes back by one', () => {
  hear(member(2), '10.0.0.2')
  now += 99_000
  expect(listening.peers()).toHaveLength(1)
  now += 2_000
  expect(listening.peers()).toEqual([])
  hear(member(2), '10.0.0.2')
  expect(listening.peers()).toHaveLength(1)
})

test('who comes back after a long silence is told of again, so that somebody dials', () => {
  hear(member(2), '10.0.0.2')
  now += 600_000
  hear(member(2), '10.0.0.2')
  expect(peers).toHaveLength(2)
})

test('one sender that floods is not heard any more, others are, and it is heard again later', () => {
  for (let index = 0; index < 10_000; index += 1) hear(member(1000 + index), '10.0.0.66')
  expect(peers.length).toBeLessThanOrEqual(20)
  hear(member(2), '10.0.0.2')
  expect(peers.at(-1)?.addresses[0]?.address).toBe('10.0.0.2')
  now += 10_000
  hear(member(77), '10.0.0.66')
  expect(peers.at(-1)?.id).toBe(hex(77))
})

test('a flood under ten thousand false addresses has us notice and answer few, and costs no memory', () => {
  for (let index = 0; index < 10_000; index += 1) hear(member(1000 + index), `10.1.${index >> 8}.${index & 255}`)
  expect(answered.length).toBeLessThanOrEqual(64)
  expect(listening.peers().length).toBeLessThanOrEqual(64)
  expect(listening.counts().dropped).toBeGreaterThan(9_900)
  for (let minute = 0; minute < 60; minute += 1) {
    now += 60_000
    for (let index = 0; index < 100; index += 1) hear(member(100_000 + minute * 100 + index), `10.2.${minute}.${index}`)
  }
  expect(listening.peers().length).toBeLessThanOrEqual(256)
})

test.each([
  ['addresses', 47_311],
  ['ports', 1000],
])('a call that somebody overheard, repeated with ten thousand false %s, is told of few times', (_, firstPort) => {
  hear(member(2), '10.0.0.2')
  for (let index = 0; index < 10_000; index += 1) {
    const port = firstPort === 1000 ? firstPort + index : firstPort
    hear(member(2, port), `10.1.${index >> 8}.${index & 255}`)
  }
  expect(peers.length).toBeLessThanOrEqual(65)
  expect(answered.length).toBeLessThanOrEqual(64)
  expect(listening.counts().dropped).toBeGreaterThan(9_900)
  now += 30_000
  hear(member(3), '10.0.0.3')
  expect(peers.at(-1)?.id).toBe(hex(3))
})

test('an open office that is repeated with false addresses is told of few times', () => {
  keys = null
  for (let index = 0; index < 10_000; index += 1) hear(office(5, 600), `10.1.${index >> 8}.${index & 255}`)
  expect(offices.length).toBeLessThanOrEqual(65)
})

test('an office of fifty that is switched on in the same minute is heard at once, each at both of its addresses', () => {
  for (let one = 2; one < 52; one += 1)
    for (const way of ['broadcast', 'multicast', 'ipv6'] as const)
      hear(member(one), way === 'ipv6' ? `fe80::${one}%eth0` : `10.0.0.${one}`, way)
  expect(listening.peers()).toHaveLength(50)
  expect(listening.peers().every(({ addresses }) => addresses.length === 2)).toBe(true)
  expect(answered).toHaveLength(50)
})

test('for whom nobody had time is told of again by its next call', () => {
  hasTime = false
  hear(member(2), '10.0.0.2')
  expect(peers).toEqual([])
  hasTime = true
  hear(member(2), '10.0.0.2')
  hear(member(2), '10.0.0.2')
  expect(peers.map(({ id }) => id)).toEqual([hex(2)])
})

test('noise is counted and nothing else', () => {
  for (let index = 0; index < 10; index += 1) listening.hear(Buffer.from(`noise ${index}`), { address: '10.0.0.5', port: 9 })
  expect(listening.counts()).toMatchObject({ unreadable: 10, peers: 0 })
  expect(peers).toEqual([])
})

test('a new machine sees an office while it is open, and no longer', () => {
  keys = null
  hear(office(5, 60), '10.0.0.2')
  hear(office(5, 60), 'fe80::2%eth0', 'ipv6')
  expect(offices.at(-1)?.[0]?.addresses).toHaveLength(2)
  now += 59_000
  listening.tick()
  expect(listening.offices()).toHaveLength(1)
  now += 2_000
  listening.tick()
  expect(offices.at(-1)).toEqual([])
})

test('an office that closes before its time leaves the list at once', () => {
  keys = null
  hear(office(5, 600), '10.0.0.2')
  hear(office(6, 600), '10.0.0.3')
  hear(office(5, 0), '10.0.0.2')
  expect(offices.at(-1)?.map(({ id }) => id)).toEqual([hex(6)])
})

test('a machine that has an office does not mind others that are open', () => {
  hear(office(5, 600), '10.0.0.2')
  expect(offices).toEqual([])
  expect(listening.offices()).toEqual([])
})
