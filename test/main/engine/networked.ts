// Whole engines as machines of an office: they pair over real TLS on loopback, each in a folder of its own.
import { afterEach, vi } from 'vitest'
import type { EngineOptions } from '#main/engine/engine.ts'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import { freePort } from '../../support/free-port.ts'
import { PASSWORD, type TestEngine, type TestPlace, testPlace } from './test-engine.ts'

const places: TestPlace[] = []
afterEach(async () => {
  for (const place of places.splice(0)) await place.remove()
}, 120_000)

export interface TestMachine extends TestEngine {
  readonly place: TestPlace
}

/** Silent on loopback, at any port that is free; gone after the test. */
export const machine = async (changes: Partial<EngineOptions> = {}): Promise<TestMachine> => {
  const place = testPlace()
  places.push(place)
  const networkPlace = { host: '127.0.0.1', port: 0, isSilent: true }
  return { place, ...(await place.engine({ networkPlace, appVersion: '1.2.3', ...changes })) }
}

/** With a workspace, and the network switched on, at a port that stays the same when it is closed and opened. */
export const office = async (changes: Partial<EngineOptions> = {}): Promise<TestMachine> => {
  const one = await machine({ networkPlace: { host: '127.0.0.1', port: await freePort(), isSilent: true }, ...changes })
  await one.create()
  await one.get('network.switch', { isOn: true, name: 'Front desk' })
  return one
}

export const status = async (one: TestEngine): Promise<NetworkStatus> => (await one.get('network.status')) as NetworkStatus

export const company = async (one: TestEngine, name: string): Promise<string> =>
  ((await one.get('companies.create', { name })) as { id: string }).id

export const names = async (one: TestEngine): Promise<string[]> => {
  const { ids } = (await one.get('lists.ids', { entity: 'companies' })) as { ids: string[] }
  const found = await Promise.all(ids.map((id) => one.get('companies.get', { id })))
  return found.map((row) => (row as { name: string }).name).toSorted()
}

export const until = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 30_000, interval: 50 })

export interface FoundPeople {
  readonly workspaceName: string
  readonly signs: readonly number[]
  readonly users: readonly { readonly id: string; readonly name: string }[]
}

/** Makes the workspace of the office that let `guest` in. */
export const settle = async (guest: TestEngine, { users }: FoundPeople, userName = 'Lin'): Promise<void> => {
  const userId = users.find(({ name }) => name === userName)?.id
  const { recoveryKey } = (await guest.get('network.join', { userId, password: PASSWORD })) as { recoveryKey: string }
  await guest.get('workspace.confirmRecoveryKey', { recoveryKey })
}

/** A second machine in the office of the first, by a code. */
export const join = async (host: TestEngine, guest: TestEngine, name = 'Back office'): Promise<FoundPeople> => {
  const { code } = (await host.get('network.invite')) as { code: string }
  const { port } = await status(host)
  const found = (await guest.get('network.pair', { address: `127.0.0.1:${port}`, code, name })) as FoundPeople
  await settle(guest, found)
  return found
}
