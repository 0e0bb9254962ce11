// What a machine finds out about its network: offices nearby, which ways are open, and machines that it never heard. All on loopback.
import { createServer, type Server } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { Finding, FoundOffice } from '#shared/sync/network.contract.ts'
import type { NetworkPlace } from '#main/engine/network-place.ts'
import { usableInterfaces } from '#main/net/interfaces.ts'
import { join, machine, office, settle, status, type FoundPeople, type TestMachine, until } from './networked.ts'
import { PASSWORD } from './test-engine.ts'

const loopback = usableInterfaces({ withLoopback: true }).filter(({ ipv4 }) =>
  ipv4.some(({ address }) => address === '127.0.0.1'),
)
/** Each test has a port of its own for announcements, so that no call of another one is heard. */
let nextPort = 40_000 + (process.pid % 10_000)
const heardPlace = (): NetworkPlace => {
  nextPort += 1
  const announce = { port: nextPort, readInterfaces: () => loopback }
  return { host: '127.0.0.1', port: 0, isSilent: false, announce }
}
const findings = async (one: TestMachine): Promise<string[]> =>
  ((await one.get('network.test')) as Finding[]).map(({ level, messageKey, params }) =>
    [level, messageKey.replace('sync.test.', ''), ...('name' in params ? [params['name']] : [])].join(' '),
  )
const connectedTo = async (one: TestMachine): Promise<string[]> =>
  (await status(one)).devices.filter(({ isConnected }) => isConnected).map(({ name }) => name)

test('an office with an open code is found nearby, and a joined machine is heard', { timeout: 300_000 }, async () => {
  const networkPlace = heardPlace()
  const [host, guest] = [await office({ networkPlace }), await machine({ networkPlace })]
  expect(await guest.get('network.found')).toEqual([])
  const { code } = (await host.get('network.invite')) as { code: string }
  let found: FoundOffice[] = []
  await until(async () => {
    found = (await guest.get('network.found')) as FoundOffice[]
    expect(found).toHaveLength(1)
  })
  expect(found[0]?.address).toBe(`127.0.0.1:${(await status(host)).port}`)
  // A screen that shows the list is told to ask again.
  expect(guest.events).toContainEqual(expect.objectContaining({ type: 'changed', tables: expect.arrayContaining(['network']) }))

  // The code is taken back: the office is gone from the list.
  await host.get('network.withdraw', {})
  await until(async () => expect(await guest.get('network.found')).toEqual([]))
  expect(code).toMatch(/^\d{8}$/u)

  await join(host, guest)
  await until(async () => expect(await connectedTo(host)).toEqual(['Back office']))
  // Which ways come back depends on the system; that both reach each other does not, once each has told where it listens.
  await until(async () => {
    const said = await findings(host)
    expect(said).toContain('good listening')
    expect(said).toContain('good heard')
    expect(said.at(-1)).toBe('good peer_both Back office')
  })
  await until(async () => expect(await findings(guest)).toContain('good peer_both Front desk'))

  // Stopped, or with the network switched off, a test asks no further machine and answers what it has.
  const peersIn = (said: unknown): Finding[] => (said as Finding[]).filter(({ messageKey }) => messageKey.includes('.peer_'))
  const cancel = new AbortController()
  const stopped = host.session.call('network.test', {}, { signal: cancel.signal })
  cancel.abort()
  const reply = await stopped
  expect(reply.ok && peersIn(reply.data)).toEqual([])
  const cutShort = host.get('network.test')
  await new Promise((resolve) => setTimeout(resolve, 300))
  await host.get('network.switch', { isOn: false })
  expect(peersIn(await cutShort)).toEqual([])
})

test(
  'an office that is not heard is found by a search of the subnet, which counts and can be given up',
  { timeout: 180_000 },
  async () => {
    const host = await office()
    const { port } = await status(host)
    const interfaces = [
      { name: 'lo', ipv4: [{ address: '127.0.0.99', netmask: '255.255.255.0', broadcast: null }], ipv6: [], scope: null },
    ]
    const guest = await machine({
      networkPlace: { host: '127.0.0.1', port: 0, isSilent: true, search: { ports: [port ?? 0], interfaces } },
    })
    const steps: number[] = []
    const reply = await guest.session.call(
      'network.search',
      {},
      { onProgress: ({ done, total }) => steps.push(done / (total ?? 1)) },
    )
    expect(reply).toMatchObject({ ok: true, data: [{ address: `127.0.0.1:${port}` }] })
    expect([steps.length, steps.at(-1)]).toEqual([253, 1])
    const { code } = (await host.get('network.invite')) as { code: string }
    const found = (await guest.get('network.pair', { address: `127.0.0.1:${port}`, code, name: 'PC-2' })) as FoundPeople
    expect(found.workspaceName).toBe('Office')

    const cancel = new AbortController()
    cancel.abort()
    expect(await guest.session.call('network.search', {}, { signal: cancel.signal })).toMatchObject({ ok: true, data: [] })
    // Nothing of Kith there: an empty list, and no error.
    const alone = await machine({
      networkPlace: { host: '127.0.0.1', port: 0, isSilent: true, search: { ports: [1], interfaces } },
    })
    expect(await alone.get('network.search')).toEqual([])
  },
)

test('a computer of the office that has moved is found by a search, and is called there', { timeout: 180_000 }, async () => {
  const host = await office()
  const ports: number[] = [1]
  const interfaces = [
    { name: 'lo', ipv4: [{ address: '127.0.0.99', netmask: '255.255.255.0', broadcast: null }], ipv6: [], scope: null },
  ]
  const guest = await machine({ networkPlace: { host: '127.0.0.1', port: 0, isSilent: true, search: { ports, interfaces } } })
  await join(host, guest)
  await until(async () => expect(await guest.get('devices.list')).toHaveLength(2))
  const before = [(await status(guest)).port, (await status(host)).port]

  // Both move, so that neither knows where the other one is.
  await guest.get('network.switch', { isOn: false })
  await host.get('network.switch', { isOn: false })
  for (const taken of before) {
    const { server } = await otherProgram(taken ?? 0)
    onTestFinished(() => void server.close())
  }
  await guest.get('network.switch', { isOn: true })
  const none = { level: 'note', messageKey: 'network.search.none', params: { ranges: ['127.0.0.0/24'] } }
  expect(await guest.get('network.searchComputers')).toEqual(none)
  await host.get('network.switch', { isOn: true })
  const { port } = await status(host)
  expect(before).not.toContain(port)
  expect(await connectedTo(guest)).toEqual([])
  ports.push(port ?? 0)
  expect(await guest.get('network.searchComputers')).toEqual({
    ...{ level: 'good', messageKey: 'network.search.found', params: { count: 1, names: ['Front desk'] } },
  })
  await until(async () => expect(await connectedTo(host)).toEqual(['Back office']))
  // Who is there is not called once more.
  expect(await guest.get('network.searchComputers')).toEqual(none)
  expect(await connectedTo(guest)).toEqual(['Front desk'])
})

test('a third machine learns from the second where the first is', { timeout: 300_000 }, async () => {
  const [first, second, third] = [await office(), await machine(), await machine()]
  await join(first, second, 'Second')
  await until(async () => expect((await status(second)).devices).toHaveLength(2))
  const found = await pairWith(second, third)
  await settle(third, found)
  await until(async () => {
    expect((await connectedTo(third)).toSorted()).toEqual(['Front desk', 'Second'])
    expect((await connectedTo(first)).toSorted()).toEqual(['Second', 'Third'])
  })
  await until(async () => {
    for (const one of [first, second, third])
      expect((await status(one)).sentence).toEqual({ messageKey: 'network.state.exchanged', params: { count: 3 } })
  })

  // Where a machine is can also be typed; what is no machine of the office, or no address, is refused.
  const { devices, addresses } = await status(first)
  const id = devices.find(({ name }) => name === 'Third')?.id
  const add = (address: string) => first.get('network.addAddress', { deviceId: id, address })
  expect(await add('127.0.0.1:1')).toEqual([{ level: 'good', messageKey: 'network.address.there', params: { name: 'Third' } }])
  expect(await first.ask('network.addAddress', { deviceId: id, address: '300.1.1.1' })).toMatchObject({
    ...{ ok: false, error: { messageKey: 'sync.address.bad_ipv4' } },
  })
  expect(await first.ask('network.addAddress', { deviceId: '0'.repeat(64), address: 'pc-3' })).toMatchObject({
    ...{ ok: false, error: { messageKey: 'errors.gone' } },
  })
  expect(addresses).toEqual([`127.0.0.1:${(await status(first)).port}`])

  // While it is off, what answers at the address is told in words; back on, it is called there at once.
  await third.get('network.switch', { isOn: false })
  await until(async () => expect(await connectedTo(first)).toEqual(['Second']))
  expect(await add('127.0.0.1:1')).toEqual([
    { level: 'trouble', messageKey: 'sync.dial.port_closed', params: { address: '127.0.0.1:1' } },
    { level: 'note', messageKey: 'network.address.kept', params: {} },
  ])
  expect(await add(addresses[0] ?? '')).toMatchObject([
    { level: 'trouble', messageKey: 'sync.dial.itself' },
    { messageKey: 'network.address.elsewhere', params: { name: 'Third' } },
  ])
})

const pairWith = async (host: TestMachine, guest: TestMachine): Promise<FoundPeople> => {
  const { code } = (await host.get('network.invite')) as { code: string }
  const { port } = await status(host)
  return (await guest.get('network.pair', { address: `127.0.0.1:${port}`, code, name: 'Third' })) as FoundPeople
}

/** Another program, at some port. */
const otherProgram = async (at = 0): Promise<{ readonly server: Server; readonly port: number }> => {
  const server = createServer()
  const port = await new Promise<number>((resolve) => {
    server.listen(at, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  return { server, port }
}

test('where another program has the port the next free one is taken, told and kept', { timeout: 180_000 }, async () => {
  const { server, port: taken } = await otherProgram()
  onTestFinished(() => void server.close())
  const one = await machine({ networkPlace: { host: '127.0.0.1', port: taken, isSilent: true } })
  await one.create()
  await one.get('network.switch', { isOn: true, name: 'Reception' })
  const { state, port, addresses } = await status(one)
  expect([state, addresses]).toEqual(['quiet', [`127.0.0.1:${port}`]])
  expect(port).not.toBe(taken)
  const guest = await machine()
  await join(one, guest)
  await until(async () => expect(await connectedTo(one)).toEqual(['Back office']))

  await one.get('workspace.lock')
  await one.get('workspace.unlock', { password: PASSWORD })
  expect((await status(one)).port).toBe(port)
  await until(async () => expect(await connectedTo(guest)).toEqual(['Reception']))
})

test('a door that does not open says why, until it does', { timeout: 180_000 }, async () => {
  // No address of this machine, so that no port of it can be had.
  const one = await machine({ networkPlace: { host: '192.0.2.1', port: 47_311, isSilent: true } })
  await one.create()
  expect(await findings(one)).toContain('note off')
  const failed = { messageKey: 'sync.listen.no_address', params: { address: '192.0.2.1' } }
  expect(await one.ask('network.switch', { isOn: true })).toMatchObject({ ok: false, error: failed })
  expect(await status(one)).toMatchObject({ state: 'trouble', sentence: failed, isOn: true, port: null })
  expect(await one.get('network.test')).toEqual([{ level: 'trouble', ...failed }])
  // It is on, so it is tried again at the next start.
  await one.get('workspace.lock')
  await one.get('workspace.unlock', { password: PASSWORD })
  expect(await status(one)).toMatchObject({ state: 'trouble', sentence: failed })
  await one.get('network.switch', { isOn: false })
  expect(await status(one)).toMatchObject({ state: 'off' })
})

test('another name is a new name in the list of machines, too', { timeout: 180_000 }, async () => {
  const one = await office()
  await one.get('network.switch', { isOn: true, name: 'Hall' })
  expect(await status(one)).toMatchObject({ name: 'Hall', devices: [{ name: 'Hall', isThis: true }] })
  await one.get('network.switch', { isOn: false })
  expect(await status(one)).toMatchObject({ state: 'off', name: 'Hall' })
})
