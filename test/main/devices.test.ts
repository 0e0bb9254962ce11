// The office's machines: no two give the same numbers for long, and who wrote last at each.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApart } from '../support/apart.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const [own, other, third] = ['0000ffff', '1111ffff', '2222ffff'].map((start) => start.padEnd(64, '0')) as [string, string, string]
const letters = async () => Object.fromEntries((await app.ask('devices.list', {})).map(({ id, letter }) => [id, letter]))
const ticket = async () => (await app.ask('tickets.create', { subject: 'Broken' })).number
/** What another machine wrote before it had heard of this one. */
const giveLetter = (id: string, letter: string) =>
  app.writer.write({ actor: null, procedure: 'elsewhere' }, (tx) => tx.update('devices', id, { letter }))

test('each machine that is let in has a letter of its own, and none is given twice', async () => {
  for (const [id, name] of [
    [own, 'Front desk'],
    [other, 'Back office'],
  ] as const)
    await app.ask('devices.admit', { id, name })
  giveLetter(other, 'KM')
  await app.ask('devices.admit', { id: third, name: 'Store' })
  expect(await letters()).toEqual({ [own]: 'A', [other]: 'KM', [third]: 'C' })
})

test('of two machines with one letter the one that came later takes another, and the list says so', async () => {
  await app.ask('devices.admit', { id: other, name: 'Back office' })
  await app.ask('devices.admit', { id: own, name: 'Front desk' })
  // Both were let in apart, and both count with A.
  giveLetter(own, 'A')
  expect(await ticket()).toBe('T-A-1001')
  const { letter } = await app.ask('devices.settleLetter', { id: own, isTold: false })
  expect(letter).toMatch(/^[A-Z]{2}$/u)
  expect(await letters()).toEqual({ [other]: 'A', [own]: letter })
  expect(await ticket()).toBe(`T-${letter}-1001`)
  expect(await app.ask('devices.settleLetter', { id: own, isTold: false })).toEqual({ letter })
})

test('the one that came first keeps its letter, whatever the later one says', async () => {
  await app.ask('devices.admit', { id: own, name: 'Front desk' })
  await app.ask('devices.admit', { id: other, name: 'Back office' })
  giveLetter(other, 'A')
  expect(await app.ask('devices.settleLetter', { id: own, isTold: false })).toEqual({ letter: 'A' })
  expect(await ticket()).toBe('T-A-1001')
})

test('a machine that counts with another letter than the list says, after it was restored, has the list say it', async () => {
  await app.ask('devices.admit', { id: own, name: 'Front desk' })
  app.writer.write({ actor: null, procedure: 'restored' }, (tx) => tx.takeLetter('QK'))
  expect(await app.ask('devices.settleLetter', { id: own, isTold: true })).toEqual({ letter: 'QK' })
  expect(await letters()).toEqual({ [own]: 'QK' })
})

test('a machine that the list does not hold yet keeps what it has', async () => {
  expect(await app.ask('devices.settleLetter', { id: own, isTold: false })).toEqual({ letter: 'A' })
})

test('a copy beside its original does not contradict it without end: each says its letter when it comes, and not at each word of the other', async () => {
  await app.ask('devices.admit', { id: own, name: 'Front desk' })
  giveLetter(own, 'QK')
  const before = (await app.ask('history.operations', { limit: 50 })).operations.length
  expect(await app.ask('devices.settleLetter', { id: own, isTold: false })).toEqual({ letter: 'A' })
  expect(await letters()).toEqual({ [own]: 'QK' })
  expect((await app.ask('history.operations', { limit: 50 })).operations).toHaveLength(before)
})

test('every machine knows who wrote last at each of them, by the name that the person has now', async () => {
  const office = await createApart()
  const { anna, ben } = office
  const introduced = new Map(
    [
      { machine: anna, deviceId: own },
      { machine: ben, deviceId: other },
    ].map(({ machine, deviceId }) => [machine.writer.outgoing.ownOrigin(), JSON.stringify({ deviceId })]),
  )
  for (const machine of [anna, ben]) machine.writer.vouch(introduced)
  const lastUsers = async (machine: TestApp) =>
    Object.fromEntries((await machine.ask('devices.lastUsers', {})).map(({ id, userName }) => [id, userName]))
  for (const machine of [anna, ben]) expect(await lastUsers(machine)).toEqual({ [own]: 'Anna Berg' })

  await ben.ask('companies.create', { name: 'Nordlicht' })
  expect(await lastUsers(anna)).toEqual({ [own]: 'Anna Berg' })
  office.meet()
  for (const machine of [anna, ben]) expect(await lastUsers(machine)).toEqual({ [own]: 'Anna Berg', [other]: 'Ben Okafor' })

  // Ben comes over and works at Anna's machine, which then does its jobs; he is called otherwise since.
  const { userId } = ben.owner
  anna.writer.write({ actor: userId, procedure: 'test.write' }, (tx) => tx.update('users', userId ?? '', { name: 'Ben Adler' }))
  for (const name of ['One', 'Two'])
    anna.writer.write({ actor: null, procedure: 'test.job' }, (tx) => tx.insert('companies', { name }))
  office.meet()
  for (const machine of [anna, ben]) expect(await lastUsers(machine)).toEqual({ [own]: 'Ben Adler', [other]: 'Ben Adler' })
  office.close()
})
