// Two offices' machines as their users have them: whole engines with threads, keys and files, that pair by a code over real TLS on loopback.
import { afterEach, expect, test, vi } from 'vitest'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import { PASSWORD, type TestEngine, type TestPlace, testPlace } from './test-engine.ts'

const places: TestPlace[] = []
afterEach(async () => {
  for (const place of places.splice(0)) await place.remove()
})

const machine = async (): Promise<TestEngine> => {
  const place = testPlace()
  places.push(place)
  return place.engine({ networkPlace: { host: '127.0.0.1', port: 0, isSilent: true }, appVersion: '1.2.3' })
}

const status = async (one: TestEngine): Promise<NetworkStatus> => (await one.get('network.status')) as NetworkStatus
const company = async (one: TestEngine, name: string): Promise<string> =>
  ((await one.get('companies.create', { name })) as { id: string }).id
const names = async (one: TestEngine): Promise<string[]> => {
  const { ids } = (await one.get('lists.ids', { entity: 'companies' })) as { ids: string[] }
  const found = await Promise.all(ids.map((id) => one.get('companies.get', { id })))
  return found.map((row) => (row as { name: string }).name).toSorted()
}
const until = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 30_000, interval: 50 })

/** A second machine in the office of the first. */
const join = async (host: TestEngine, guest: TestEngine, userName = 'Lin'): Promise<void> => {
  const { code } = (await host.get('network.invite')) as { code: string }
  const { port } = await status(host)
  const found = (await guest.get('network.pair', { address: `127.0.0.1:${port}`, code, name: 'Back office' })) as {
    workspaceName: string
    users: { id: string; name: string }[]
  }
  expect(found.workspaceName).toBe('Office')
  const user = found.users.find(({ name }) => name === userName)
  const { recoveryKey } = (await guest.get('network.join', { userId: user?.id, password: PASSWORD })) as { recoveryKey: string }
  await guest.get('workspace.confirmRecoveryKey', { recoveryKey })
}

test('nothing listens until it is switched on, and nothing is left when it is switched off', { timeout: 60_000 }, async () => {
  const one = await machine()
  await one.create()
  expect(await status(one)).toEqual({
    ...{ state: 'off', sentence: { messageKey: 'network.state.off', params: {} }, isOn: false, name: null, port: null },
    ...{ addresses: [], devices: [], invitation: null, files: [] },
  })
  expect(await one.ask('network.invite')).toMatchObject({ ok: false, error: { messageKey: 'network.off' } })
  expect(await one.get('network.switch', { isOn: true, name: 'Front desk' })).toMatchObject({
    ...{ state: 'quiet', sentence: { messageKey: 'network.state.alone' }, isOn: true, name: 'Front desk' },
    devices: [{ name: 'Front desk', letter: 'A', isThis: true }],
  })
  const { port } = await status(one)
  expect(port).toBeGreaterThan(0)
  await one.get('network.switch', { isOn: false })
  expect(await status(one)).toMatchObject({ state: 'off', port: null })
})

test('a second machine joins by a code, has everything, and both go on after a restart', { timeout: 120_000 }, async () => {
  const [host, guest] = [await machine(), await machine()]
  await host.create()
  await company(host, 'Nordlicht GmbH')
  await host.get('network.switch', { isOn: true, name: 'Front desk' })
  await join(host, guest)
  await until(async () => expect(await names(guest)).toEqual(['Nordlicht GmbH']))

  await company(guest, '张三公司')
  await until(async () => expect(await names(host)).toEqual(['Nordlicht GmbH', '张三公司']))
  expect((await status(host)).devices.map(({ name, letter, isConnected }) => [name, letter, isConnected])).toEqual([
    ['Front desk', 'A', false],
    ['Back office', 'B', true],
  ])
  const ticket = (await guest.get('tickets.create', { subject: 'Broken' })) as { number: string }
  expect(ticket.number).toBe('T-B-1001')

  await guest.get('workspace.lock')
  await company(host, 'Made alone')
  await guest.get('workspace.unlock', { password: PASSWORD })
  await until(async () => expect(await names(guest)).toContain('Made alone'))
})

test('who is removed gets nothing more', { timeout: 120_000 }, async () => {
  const [host, guest] = [await machine(), await machine()]
  await host.create()
  await host.get('network.switch', { isOn: true, name: 'Front desk' })
  await join(host, guest)
  await until(async () => expect((await status(host)).devices.find(({ name }) => name === 'Back office')?.isConnected).toBe(true))
  const gone = (await status(host)).devices.find(({ name }) => name === 'Back office')
  await host.get('devices.remove', { id: gone?.id })
  await until(async () => expect((await status(host)).devices.map(({ name }) => name)).toEqual(['Front desk']))
  await company(host, 'Secret')
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await names(guest)).toEqual([])
})

test('a wrong code is refused in words, and three of them end the invitation', { timeout: 60_000 }, async () => {
  const [host, guest] = [await machine(), await machine()]
  await host.create()
  await host.get('network.switch', { isOn: true })
  const { code } = (await host.get('network.invite')) as { code: string }
  const address = `127.0.0.1:${(await status(host)).port}`
  const wrong = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`
  for (const messageKey of ['sync.pairing.wrong_code', 'sync.pairing.wrong_code', 'sync.pairing.code_dead'])
    expect(await guest.ask('network.pair', { address, code: wrong, name: 'B' })).toMatchObject({
      ok: false,
      error: { messageKey },
    })
  expect(await guest.ask('network.pair', { address, code, name: 'B' })).toMatchObject({ ok: false })
  expect((await status(host)).invitation).toBeNull()
  expect(await guest.ask('network.join', { userId: '01900000-0000-7000-8000-000000000001', password: PASSWORD })).toMatchObject({
    ...{ ok: false, error: { messageKey: 'network.pairFirst' } },
  })
})
