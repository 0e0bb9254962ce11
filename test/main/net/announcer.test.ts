// Announcers on the loopback of this machine: real sockets, and a clock that the test turns where it has to.
import { randomBytes } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { afterEach, expect, test, vi } from 'vitest'
import { createAnnouncer, type Announcer, type AnnouncerOptions } from '#main/net/announcer.ts'
import { usableInterfaces, type UsableInterface } from '#main/net/interfaces.ts'

const key = randomBytes(32)
const member = { keys: [key], port: 5000 } as const
const loopback = usableInterfaces({ withLoopback: true }).filter(({ ipv4 }) =>
  ipv4.some(({ address }) => address === '127.0.0.1'),
)

const running: Announcer[] = []
const blocking: Socket[] = []
// Each test has a port of its own, so that no call of another one is heard.
let nextPort = 20_000 + (process.pid % 20_000)

const announcer = (options: Partial<AnnouncerOptions> & { readonly port: number }): Announcer => {
  const made = createAnnouncer({ now: Date.now, random: randomBytes, member, readInterfaces: () => loopback, ...options })
  running.push(made)
  return made
}

afterEach(async () => {
  vi.useRealTimers()
  for (const one of running.splice(0)) await one.stop()
  for (const socket of blocking.splice(0)) socket.close()
})

/** Counted a turn later: a socket that is closed lets go of its handle then. */
const openSockets = async (): Promise<number> => {
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
  return process.getActiveResourcesInfo().filter((name) => name === 'UDPWrap').length
}

test('two machines of a workspace hear of each other within a second, with the port to dial', async () => {
  const port = (nextPort += 1)
  const one = announcer({ port })
  const other = announcer({ port, member: { keys: [key], port: 6000 } })
  await one.start()
  await other.start()
  await vi.waitFor(() => expect([one.peers()[0]?.port, other.peers()[0]?.port]).toEqual([6000, 5000]), 3000)
  expect(one.peers()[0]?.addresses[0]?.address).toMatch(/^(?:127\.0\.0\.1|fe80|::1)/u)
})

test('a machine of another workspace is not heard', async () => {
  const port = (nextPort += 1)
  const one = announcer({ port })
  const stranger = announcer({ port, member: { keys: [randomBytes(32)], port: 6000 } })
  await one.start()
  await stranger.start()
  await vi.waitFor(() => expect(one.state().counts.strangers).toBeGreaterThan(0), 3000)
  expect([...one.peers(), ...stranger.peers()]).toEqual([])
})

test('nothing is open before the start and nothing is left after the end, whatever the order', async () => {
  const before = await openSockets()
  const one = announcer({ port: (nextPort += 1) })
  expect(await openSockets()).toBe(before)
  await one.start()
  expect(await openSockets()).toBeGreaterThan(before)
  await one.stop()
  expect(await openSockets()).toBe(before)

  await Promise.all([one.start(), one.stop(), one.start(), one.call(), one.stop()])
  expect(await openSockets()).toBe(before)
  expect(one.state().ways).toEqual([])
})

test('a new machine sees an office from the moment it opens until it closes', async () => {
  const port = (nextPort += 1)
  const lists: number[] = []
  const office = announcer({ port })
  const newcomer = announcer({ port, member: null, onOffices: (offices) => void lists.push(offices.length) })
  await office.start()
  await newcomer.start()
  expect(newcomer.offices()).toEqual([])
  const number = office.openOffice(Date.now() + 600_000)
  await vi.waitFor(() => expect(newcomer.offices()).toMatchObject([{ id: number, port: 5000 }]), 3000)
  office.closeOffice()
  await vi.waitFor(() => expect(newcomer.offices()).toEqual([]), 3000)
  expect(lists[0]).toBe(1)
  expect(lists.at(-1)).toBe(0)
})

test('a machine that looks later gets its answer at once, not with the next call of the office', async () => {
  const port = (nextPort += 1)
  const office = announcer({ port })
  await office.start()
  office.openOffice(Date.now() + 600_000)
  await new Promise((resolve) => setTimeout(resolve, 3200))
  const newcomer = announcer({ port, member: null })
  await newcomer.start()
  await vi.waitFor(() => expect(newcomer.offices()).toHaveLength(1), 900)
})

test('what is sent has no name and no key in it', async () => {
  const port = (nextPort += 1)
  const heard: Buffer[] = []
  const ear = createSocket({ type: 'udp4', reuseAddr: true })
  blocking.push(ear)
  ear.on('message', (bytes) => void heard.push(bytes))
  await new Promise<void>((resolve) => ear.bind(port, resolve))
  const one = announcer({ port })
  await one.start()
  one.openOffice(Date.now() + 60_000)
  await vi.waitFor(() => expect(heard.length).toBeGreaterThan(2), 3000)
  expect(new Set(heard.map(({ length }) => length))).toEqual(new Set([28]))
  expect(heard.some((bytes) => bytes.includes(key.subarray(0, 4)))).toBe(false)
})

test('another program on the port is no error but is told, and the ear opens when the port is free again', async () => {
  const port = (nextPort += 1)
  const rude = createSocket({ type: 'udp4' })
  await new Promise<void>((resolve) => rude.bind(port, resolve))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  const one = announcer({ port })
  await one.start()
  expect(one.state().deaf).toMatchObject([{ family: 'IPv4', error: 'EADDRINUSE' }])
  await new Promise<void>((resolve) => rude.close(() => resolve()))
  await vi.advanceTimersByTimeAsync(30_000)
  await vi.waitFor(() => expect(one.state().deaf).toEqual([]))
})

test('an interface that comes later is called on within five seconds, and one that went away is let go', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  let interfaces: readonly UsableInterface[] = []
  const before = await openSockets()
  const one = announcer({ port: (nextPort += 1), readInterfaces: () => interfaces })
  await one.start()
  expect(one.state()).toMatchObject({ ways: [], deaf: [] })
  interfaces = loopback
  await vi.advanceTimersByTimeAsync(5_000)
  await vi.waitFor(() => expect(one.state().ways.map(({ way }) => way)).toContain('broadcast'))
  interfaces = []
  await vi.advanceTimersByTimeAsync(5_000)
  await vi.waitFor(async () => expect(await openSockets()).toBe(before))
})

test('an address that is not there any more is told with the way, and the others are called on', async () => {
  const gone: UsableInterface = {
    name: 'gone0',
    ipv4: [{ address: '203.0.113.9', netmask: '255.255.255.0', broadcast: '203.0.113.255' }],
    ipv6: [],
    scope: null,
  }
  const one = announcer({ port: (nextPort += 1), readInterfaces: () => [...loopback, gone] })
  await one.start()
  await vi.waitFor(() => expect(one.state().ways.some(({ hasComeBack }) => hasComeBack)).toBe(true), 3000)
  const refused = one.state().ways.filter(({ interfaceName }) => interfaceName === 'gone0')
  expect(refused.map(({ error }) => error)).toEqual(['EADDRNOTAVAIL', 'EADDRNOTAVAIL'])
})
