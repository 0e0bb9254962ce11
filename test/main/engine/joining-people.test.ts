// Who joins an office with a machine: one of its people, somebody who is new there, or who was there before and was shut out.
import { expect, test } from 'vitest'
import type { Operation } from '#shared/history/history.ts'
import { company, type FoundPeople, join, machine, names, office, settle, status, type TestMachine, until } from './networked.ts'
import { PASSWORD } from './test-engine.ts'

const pair = async (host: TestMachine, guest: TestMachine): Promise<FoundPeople> => {
  const { code } = (await host.get('network.invite')) as { code: string }
  const address = `127.0.0.1:${(await status(host)).port}`
  return (await guest.get('network.pair', { address, code, name: 'Back office' })) as FoundPeople
}
const joinAs = (guest: TestMachine, newUserName: string) => guest.ask('network.join', { newUserName, password: PASSWORD })
const people = async (one: TestMachine): Promise<string[]> =>
  ((await one.get('users.list')) as { name: string }[]).map(({ name }) => name).toSorted()
const done = async (one: TestMachine): Promise<Operation[]> =>
  ((await one.get('history.operations', {})) as { operations: Operation[] }).operations

test('somebody new joins under a name of their own, which stands on what they do everywhere', { timeout: 300_000 }, async () => {
  const [host, guest] = [await office(), await machine()]
  expect((await pair(host, guest)).users.map(({ name }) => name)).toEqual(['Lin'])
  const joined = await joinAs(guest, ' 陈晨 ')
  if (!joined.ok) throw new Error(joined.error.messageKey)
  await guest.get('workspace.confirmRecoveryKey', joined.data)

  expect(await guest.get('users.me')).toMatchObject({ name: '陈晨', canSignIn: true })
  for (const one of [host, guest]) await until(async () => expect(await people(one)).toEqual(['Lin', '陈晨']))
  await company(guest, 'Nordlicht GmbH')
  await until(async () =>
    expect((await done(host)).map(({ procedure, actorName, deviceName }) => [procedure, actorName, deviceName])).toContainEqual(
      ...[['companies.create', '陈晨', 'Back office']],
    ),
  )
  await until(async () => expect((await status(host)).devices.map(({ lastUserName }) => lastUserName)).toEqual(['Lin', '陈晨']))

  // Coming in is never taken back: nobody would be there any more to work.
  const entry = (await done(host)).find(({ procedure }) => procedure === 'workspace.join')
  expect(await host.ask('history.undo', { operation: entry?.id })).toMatchObject({ error: { messageKey: 'history.notUndoable' } })

  await guest.get('workspace.lock')
  await guest.get('workspace.unlock', { userName: '陈晨', password: PASSWORD })
  expect(await guest.get('users.me')).toMatchObject({ name: '陈晨' })
})

test('a name that nobody could tell from another is refused, and so is one that is none', { timeout: 180_000 }, async () => {
  const [host, guest] = [await office(), await machine()]
  await pair(host, guest)
  for (const name of ['Lin', ' ｌＩＮ '])
    expect(await joinAs(guest, name)).toMatchObject({
      error: { code: 'conflict', messageKey: 'network.userExists', params: { name: 'Lin' } },
    })
  for (const name of ['', '   ', 'x'.repeat(101), 'Li\0n'])
    expect(await joinAs(guest, name)).toMatchObject({ error: { code: 'invalid_input', issues: [{ field: 'newUserName' }] } })
  expect(await guest.ask('network.join', { password: PASSWORD })).toMatchObject({ error: { messageKey: 'network.noSuchUser' } })
  expect(await guest.get('workspace.status')).toMatchObject({ state: 'none' })

  // What is refused costs no second code.
  expect(await joinAs(guest, 'Lin 🐟')).toMatchObject({ ok: true })
})

test(
  'a machine that was removed joins again into a new folder, and the old one stays as it was',
  { timeout: 300_000 },
  async () => {
    const [host, guest] = [await office(), await machine()]
    await join(host, guest)
    await company(host, 'Known to all')
    await until(async () => expect(await names(guest)).toEqual(['Known to all']))
    await host.get('devices.remove', { id: (await status(host)).devices.find(({ isThis }) => !isThis)?.id })
    await until(async () => expect(await status(guest)).toMatchObject({ sentence: { messageKey: 'network.trouble.removed' } }))
    await company(guest, 'Never sent')

    const { folder } = (await guest.get('workspace.lock')) as { folder: string }
    const elsewhere = { state: 'none', folder: `${folder}-2` }
    expect(await guest.get('workspace.choose', { folder: null })).toMatchObject(elsewhere)
    await settle(guest, await pair(host, guest))
    expect(await guest.get('workspace.status')).toMatchObject({ ...elsewhere, state: 'open' })
    await until(async () => expect(await names(guest)).toEqual(['Known to all']))
    await until(async () => expect((await status(host)).devices.map(({ isConnected }) => isConnected)).toEqual([false, true]))

    // What never came out of it is still there.
    await guest.get('workspace.lock')
    expect(await guest.get('workspace.choose', { folder: null })).toMatchObject({ state: 'none', folder: `${folder}-2-2` })
    await guest.get('workspace.choose', { folder })
    await guest.get('workspace.unlock', { password: PASSWORD })
    expect(await names(guest)).toEqual(['Known to all', 'Never sent'])
  },
)
