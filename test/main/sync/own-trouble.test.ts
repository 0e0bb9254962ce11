// A machine that cannot go on by its own fault says so itself, the other one is not blamed for it, and all goes on once the fault is gone.
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { AppError } from '#shared/base/app-error.ts'
import { networkSentence } from '#main/engine/network-sentence.ts'
import { networkStatusOf } from '#main/engine/network-status.ts'
import type { Replica, Taken } from '#main/sync/replica.ts'
import {
  allHold,
  bringIn,
  closeOffices,
  eventually,
  insertCompany,
  type OfficeMachine,
  officeMachine,
} from '../../support/office-machines.ts'
import { startObedient } from '../engine/obedient-threads.ts'

afterEach(closeOffices)

type Fault = () => Taken | Promise<Taken>
/** Two machines that exchange changes; `spoil`: what the second does with those that come. */
const two = async () => {
  const bugs: unknown[] = []
  const desk: { fault: Fault | null; takes: number } = { fault: null, takes: 0 }
  const replica = (sound: Replica): Replica => ({
    ...sound,
    take: async (bytes, origins) => {
      desk.takes += 1
      return desk.fault ? desk.fault() : sound.take(bytes, origins)
    },
  })
  const [one, other] = [await officeMachine(0), await officeMachine(1, [], { replica, logBug: (error) => bugs.push(error) })]
  await one.open()
  insertCompany(one, 'first')
  await bringIn(other, one)
  await allHold([other], ['first'])
  return { one, other, bugs, desk }
}

const rowsAt = (own: OfficeMachine, other: OfficeMachine) =>
  networkStatusOf({
    ...{
      file: null,
      trouble: null,
      joining: [],
      signs: {},
      removed: [],
      ours: new Map(),
      lastUsers: new Map(),
      office: own.office().state(),
    },
    devices: [{ id: other.identity.deviceId, name: 'PC-2', letter: 'B' }],
    ...{ differs: () => false, ownAddresses: [], appVersion: '1.0.0', now: Date.now() },
  }).devices
const troubleAt = (own: OfficeMachine, other: OfficeMachine) => rowsAt(own, other)[0]?.trouble

const fault =
  (error: Error): Fault =>
  () => {
    throw error
  }

test(
  'a full disk is said on the machine that has it, and what waited comes once there is room',
  { timeout: 60_000 },
  async () => {
    const { one, other, bugs, desk } = await two()
    desk.fault = fault(new AppError('unavailable', 'errors.diskFull'))
    insertCompany(one, 'second')
    await eventually(() => {
      expect(troubleAt(other, one)).toBe('network.end.own_disk_full')
      expect(troubleAt(one, other)).toBe('network.end.trouble')
    })
    expect(networkSentence(true, null, rowsAt(other, one), new Map())).toMatchObject({
      ...{ state: 'trouble', sentence: { messageKey: 'network.trouble.own_disk_full' } },
    })
    // It stays while it is tried again and again.
    const { takes } = desk
    await eventually(() => {
      expect(troubleAt(other, one)).toBe('network.end.own_disk_full')
      expect(desk.takes).toBeGreaterThan(takes + 2)
    })
    expect(bugs).toEqual([])

    desk.fault = null
    await allHold([other], ['first', 'second'])
    await eventually(() => expect([troubleAt(one, other), troubleAt(other, one)]).toEqual([null, null]))
  },
)

test('a fault that nobody foresaw is logged once where it is, however often it is tried again', { timeout: 60_000 }, async () => {
  const { one, other, bugs, desk } = await two()
  desk.fault = fault(new Error('nobody foresaw it'))
  insertCompany(one, 'second')
  const { takes } = desk
  await eventually(() => {
    expect(troubleAt(other, one)).toBe('network.end.own_trouble')
    expect(desk.takes).toBeGreaterThan(takes + 3)
  })
  expect(bugs.map(String)).toEqual(['Error: nobody foresaw it'])
  desk.fault = null
  await allHold([other], ['first', 'second'])
})

test('a batch that kills the writer is trouble of the machine that it does not get into', { timeout: 60_000 }, async () => {
  const { one, other, bugs, desk } = await two()
  const threads = await startObedient()
  onTestFinished(threads.close)
  desk.fault = () => threads.replica.take(new Uint8Array(), new Map())
  insertCompany(one, 'second')
  const { takes } = desk
  await eventually(() => {
    expect([troubleAt(other, one), troubleAt(one, other)]).toEqual(['network.end.own_trouble', 'network.end.trouble'])
    expect(desk.takes).toBeGreaterThan(takes + 1)
  })
  // The threads tell of the crash themselves.
  expect(bugs).toEqual([])
  desk.fault = null
  await allHold([other], ['first', 'second'])
})

test('where a change set is refused, each of the two says its own side of it', { timeout: 60_000 }, async () => {
  const { one, other, desk } = await two()
  desk.fault = () => ({ ok: false, reason: 'chain', message: 'does not fit' })
  insertCompany(one, 'second')
  await eventually(() => {
    expect(troubleAt(other, one)).toBe('network.end.bad_change_set')
    expect(troubleAt(one, other)).toBe('network.end.not_taken')
  })
  desk.fault = null
  await allHold([other], ['first', 'second'])
  await eventually(() => expect([troubleAt(one, other), troubleAt(other, one)]).toEqual([null, null]))
})

test('what could not be saved is no trouble any more once another machine has brought it', { timeout: 60_000 }, async () => {
  const { one, other, desk } = await two()
  const third = await officeMachine(2)
  await bringIn(third, one)
  desk.fault = fault(new AppError('unavailable', 'errors.diskFull'))
  insertCompany(one, 'second')
  await allHold([third], ['first', 'second'])
  await eventually(() => expect(troubleAt(other, one)).toBe('network.end.own_disk_full'))
  await one.office().close()
  desk.fault = null
  await allHold([other], ['first', 'second'])
  await eventually(() => expect(troubleAt(other, one)).toBeNull())
})
