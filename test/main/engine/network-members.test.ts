// Who belongs to the office, as whole engines see it: by what was signed, whatever stands in the table of machines.
import { expect, test } from 'vitest'
import { company, type FoundPeople, join, machine, names, office, settle, status, type TestMachine, until } from './networked.ts'
import { PASSWORD } from './test-engine.ts'

const nameList = async (one: Parameters<typeof status>[0]): Promise<string[]> =>
  (await status(one)).devices.map(({ name }) => name)

test('a row alone makes no computer of the office, and who is removed is told so', { timeout: 180_000 }, async () => {
  const [host, guest] = [await office(), await machine()]
  await join(host, guest)
  await until(async () => expect(await nameList(guest)).toEqual(['Front desk', 'Back office']))

  await guest.get('devices.admit', { id: 'cd'.repeat(32), name: 'Eve' })
  await until(async () => expect(await host.get('devices.list', {})).toHaveLength(3))
  for (const one of [host, guest]) expect(await nameList(one)).toEqual(['Front desk', 'Back office'])
  expect(await host.ask('network.addAddress', { deviceId: 'cd'.repeat(32), address: '127.0.0.1:9' })).toMatchObject({
    ...{ ok: false, error: { messageKey: 'errors.gone' } },
  })

  const [own, other] = (await status(host)).devices
  expect(await host.ask('devices.remove', { id: own?.id })).toMatchObject({
    ...{ ok: false, error: { messageKey: 'network.removeElsewhere' } },
  })
  await host.get('devices.remove', { id: other?.id })
  expect(await nameList(host)).toEqual(['Front desk'])
  await until(async () => expect(JSON.stringify(await status(guest))).toContain('network.end.removed'))
  expect(await host.ask('devices.remove', { id: other?.id })).toMatchObject({ ok: false, error: { messageKey: 'errors.gone' } })
})

const HOUR = 3_600_000
const notLetIn = { level: 'trouble', messageKey: 'sync.test.peer_not_let_in' }
const listed = async (one: TestMachine): Promise<number> => ((await one.get('devices.list', {})) as unknown[]).length
const pair = async (host: TestMachine, guest: TestMachine, name: string): Promise<FoundPeople> => {
  const { code } = (await host.get('network.invite')) as { code: string }
  return (await guest.get('network.pair', { address: `127.0.0.1:${(await status(host)).port}`, code, name })) as FoundPeople
}
const joiningAt = async (one: TestMachine): Promise<readonly string[]> => (await status(one)).joining.map(({ name }) => name)
const restart = async (one: TestMachine): Promise<void> => {
  await one.get('workspace.lock')
  await one.get('workspace.unlock', { password: PASSWORD })
}

test(
  'a machine that breaks off between pairing and joining is no computer of the office, and goes by itself',
  { timeout: 300_000 },
  async () => {
    let now = Date.now()
    const [host, guest] = [await office({ now: () => now }), await machine()]
    await pair(host, guest, 'Broken off')
    expect(await nameList(host)).toEqual(['Front desk'])
    const joining = () => joiningAt(host)
    expect(await joining()).toEqual(['Broken off'])
    expect((await status(host)).joining).toMatchObject([{ until: new Date(now + 24 * HOUR).toISOString() }])
    await restart(host)
    expect([await nameList(host), await listed(host)]).toEqual([['Front desk'], 2])

    now += 25 * HOUR
    await restart(host)
    await until(async () => expect(await listed(host)).toBe(1))
    expect(await joining()).toEqual([])

    // What it was given then opens nothing any more; it pairs again, and is in once it comes.
    await settle(guest, await pair(host, guest, 'Second try'))
    await until(async () => expect(await nameList(host)).toEqual(['Front desk', 'Second try']))
  },
)

test('who lets a machine in compares four signs with it, for half an hour', { timeout: 300_000 }, async () => {
  let now = Date.now()
  const [host, guest] = [await office({ now: () => now }), await machine()]
  const comparedAt = async () => Object.values((await status(host)).signs)
  const found = await pair(host, guest, 'Back office')
  expect(found.signs).toHaveLength(4)
  expect(await comparedAt()).toEqual([found.signs])
  await settle(guest, found)
  await until(async () => expect(await nameList(host)).toEqual(['Front desk', 'Back office']))
  expect(await comparedAt()).toEqual([found.signs])
  expect(Object.keys((await status(host)).signs)).toEqual((await status(host)).devices.slice(1).map(({ id }) => id))

  now += HOUR / 2
  expect(await comparedAt()).toEqual([])
  // Who is refused has nothing to be compared.
  await pair(host, await machine(), 'Laptop')
  await host.get('devices.remove', { id: (await status(host)).joining[0]?.id })
  expect(await comparedAt()).toEqual([])
})

test('the page says who has heard of a removal, and goes on knowing it', { timeout: 300_000 }, async () => {
  const [host, second, third, fourth] = [await office(), await machine(), await machine(), await machine()]
  for (const [one, name] of [
    [second, 'PC-2'],
    [third, 'PC-3'],
    [fourth, 'PC-4'],
  ] as const)
    await join(host, one, name)
  await until(async () => expect((await status(host)).devices.filter(({ isConnected }) => isConnected)).toHaveLength(3))
  await third.get('workspace.lock')
  const before = Date.now()
  await host.get('devices.remove', { id: (await status(host)).devices.find(({ name }) => name === 'PC-4')?.id })
  const removal = { name: 'PC-4', by: 'Front desk', heard: ['PC-2'], unheard: ['PC-3'] }
  await until(async () => expect((await status(host)).removed).toMatchObject([removal]))
  const [{ at } = { at: null }] = (await status(host)).removed
  expect(Math.abs(Date.parse(at ?? '') - before)).toBeLessThan(60_000)
  await until(async () => expect((await status(second)).removed).toMatchObject([{ ...removal, heard: ['Front desk'] }]))

  await second.get('workspace.lock')
  await restart(host)
  expect((await status(host)).removed).toMatchObject([removal])
  // Who is out hears nothing more, and lists nothing.
  expect((await status(fourth)).removed).toEqual([])
  await third.get('workspace.unlock', { password: PASSWORD })
  await until(async () => expect((await status(host)).removed).toMatchObject([{ heard: ['PC-2', 'PC-3'], unheard: [] }]))
})

test('a machine that was removed while it was off is told so when it comes back', { timeout: 300_000 }, async () => {
  const [host, guest] = [await office(), await machine()]
  await join(host, guest)
  await until(async () => expect(await nameList(guest)).toEqual(['Front desk', 'Back office']))
  await guest.get('workspace.lock')
  const gone = (await status(host)).devices.find(({ isThis }) => !isThis)
  await host.get('devices.remove', { id: gone?.id })
  await guest.get('workspace.unlock', { password: PASSWORD })
  await until(async () =>
    expect(await status(guest)).toMatchObject({
      ...{ state: 'trouble', sentence: { messageKey: 'network.trouble.refused', params: { name: 'Front desk' } } },
    }),
  )
  expect(await guest.get('network.test')).toContainEqual(expect.objectContaining(notLetIn))
})

test('who knew the code may still come after the office was shut for the night', { timeout: 300_000 }, async () => {
  let now = Date.now()
  const [host, guest] = [await office({ now: () => now }), await machine()]
  await company(host, 'Nordlicht GmbH')
  const found = await pair(host, guest, 'PC-2')
  await host.get('workspace.lock')
  now += 14 * HOUR
  await host.get('workspace.unlock', { password: PASSWORD })
  await settle(guest, found)
  await until(async () => expect(await names(guest)).toEqual(['Nordlicht GmbH']))
  expect(await nameList(host)).toEqual(['Front desk', 'PC-2'])
})

test('one that came too late finds the door shut', { timeout: 300_000 }, async () => {
  let now = Date.now()
  const [host, guest] = [await office({ now: () => now }), await machine()]
  const found = await pair(host, guest, 'PC-2')
  now += 25 * HOUR
  await settle(guest, found)
  await until(async () =>
    expect(await status(guest)).toMatchObject({
      ...{
        state: 'trouble',
        sentence: { messageKey: 'network.trouble.refused', params: { name: expect.stringMatching(/^127/u) } },
      },
    }),
  )
  expect(await guest.get('network.test')).toContainEqual(expect.objectContaining(notLetIn))
  expect(await nameList(host)).toEqual(['Front desk'])
  expect((await status(guest)).devices.filter(({ isConnected }) => isConnected)).toEqual([])
})

test('who used the code and is removed before it comes is let in no more', { timeout: 300_000 }, async () => {
  const [host, guest] = [await office(), await machine()]
  await company(host, 'Nordlicht GmbH')
  const found = await pair(host, guest, 'Eve')
  const [eve] = (await status(host)).joining
  await host.get('devices.remove', { id: eve?.id })
  expect([await joiningAt(host), await listed(host)]).toEqual([[], 1])
  expect(await host.ask('devices.remove', { id: eve?.id })).toMatchObject({ ok: false, error: { messageKey: 'errors.gone' } })

  await settle(guest, found)
  await until(async () => expect(await status(guest)).toMatchObject({ state: 'trouble' }))
  expect([await names(guest), await nameList(host)]).toEqual([[], ['Front desk']])
})

test('one that broke off keeps its row where another computer may have let it in', { timeout: 300_000 }, async () => {
  let now = Date.now()
  const [host, guest, third] = [await office({ now: () => now }), await machine(), await machine()]
  await join(host, guest)
  await until(async () => expect(await nameList(host)).toEqual(['Front desk', 'Back office']))
  await pair(host, third, 'Broken off')
  await host.get('workspace.lock')
  now += 25 * HOUR
  await host.get('workspace.unlock', { password: PASSWORD })
  await until(async () => expect((await status(host)).port).not.toBeNull())
  // It was forgotten, and not only too late.
  now -= 25 * HOUR
  await until(async () => expect(await joiningAt(host)).toEqual([]))
  expect([await nameList(host), await listed(host)]).toEqual([['Front desk', 'Back office'], 3])
})

test('a computer whose row is gone and that came in elsewhere is shown, and can be removed', { timeout: 300_000 }, async () => {
  const [host, other, guest] = [await office(), await machine(), await machine()]
  await join(host, other)
  await until(async () => expect(await nameList(other)).toEqual(['Front desk', 'Back office']))
  // Let in by both, and taken off the list by the one of them.
  await pair(host, guest, 'Laptop')
  const found = await pair(other, guest, 'Laptop')
  await host.get('devices.remove', { id: (await status(host)).joining[0]?.id })
  await until(async () => expect(await listed(other)).toBe(2))
  expect(await joiningAt(other)).toEqual(['Laptop'])
  await settle(guest, found)

  await until(async () => expect(await nameList(host)).toEqual(['Front desk', 'Back office', 'Laptop']))
  const gone = (await status(host)).devices.at(-1)
  expect(gone).toMatchObject({ letter: '', isThis: false })
  await host.get('devices.remove', { id: gone?.id })
  await until(async () => expect(await nameList(other)).toEqual(['Front desk', 'Back office']))
  expect(await nameList(host)).toEqual(['Front desk', 'Back office'])
  expect(await host.ask('devices.remove', { id: gone?.id })).toMatchObject({ ok: false, error: { messageKey: 'errors.gone' } })
})
