// What a machine finds out about its network: offices nearby, which ways are open, and machines that it never heard. All on loopback.
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
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
  // Which ways come back depends on the system; that both reach each other does not.
  const said = await findings(host)
  expect(said).toContain('good listening')
  expect(said).toContain('good heard')
  expect(said.at(-1)).toBe('good peer_both Back office')
  expect(await findings(guest)).toContain('good peer_both Front desk')
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
  expect(await first.get('network.addAddress', { deviceId: id, address: '127.0.0.1:1' })).toBeNull()
  expect(await first.ask('network.addAddress', { deviceId: id, address: '300.1.1.1' })).toMatchObject({
    ...{ ok: false, error: { messageKey: 'sync.address.bad_ipv4' } },
  })
  expect(await first.ask('network.addAddress', { deviceId: '0'.repeat(64), address: 'pc-3' })).toMatchObject({
    ...{ ok: false, error: { messageKey: 'errors.gone' } },
  })
  expect(addresses).toEqual([`127.0.0.1:${(await status(first)).port}`])
})

const pairWith = async (host: TestMachine, guest: TestMachine): Promise<FoundPeople> => {
  const { code } = (await host.get('network.invite')) as { code: string }
  const { port } = await status(host)
  return (await guest.get('network.pair', { address: `127.0.0.1:${port}`, code, name: 'Third' })) as FoundPeople
}

test('a door that does not open says why, until it does', { timeout: 180_000 }, async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const one = await machine({ networkPlace: { host: '127.0.0.1', port, isSilent: true } })
  await one.create()
  expect(await findings(one)).toContain('note off')
  const taken = { messageKey: 'sync.listen.port_taken', params: { port } }
  expect(await one.ask('network.switch', { isOn: true })).toMatchObject({ ok: false, error: taken })
  expect(await status(one)).toMatchObject({ state: 'trouble', sentence: taken, isOn: true, port: null })
  expect(await one.get('network.test')).toEqual([{ level: 'trouble', ...taken }])
  // It is on, so it is tried again at the next start.
  await one.get('workspace.lock')
  await one.get('workspace.unlock', { password: PASSWORD })
  expect(await status(one)).toMatchObject({ state: 'trouble', sentence: taken })
  await new Promise((resolve) => other.close(resolve))
  await one.get('network.switch', { isOn: true, name: 'Reception' })
  expect(await status(one)).toMatchObject({ state: 'quiet', port, name: 'Reception' })
  // Another name is a new name in the list of machines, too.
  await one.get('network.switch', { isOn: true, name: 'Hall' })
  expect(await status(one)).toMatchObject({ name: 'Hall', devices: [{ name: 'Hall', isThis: true }] })
  await one.get('network.switch', { isOn: false })
  expect(await status(one)).toMatchObject({ state: 'off', name: 'Hall' })
})
