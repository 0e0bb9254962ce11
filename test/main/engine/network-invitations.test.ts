// Invitations as files: handed out by one engine, carried to another, over real TLS on loopback.
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join as inFolder } from 'node:path'
import { expect, test } from 'vitest'
import { type FoundPeople, machine, names, company, office, settle, status, type TestMachine, until } from './networked.ts'
import { PASSWORD } from './test-engine.ts'

const DAY = 86_400_000

const save = async (host: TestMachine, name: string): Promise<{ path: string; id: string }> => {
  const path = inFolder(host.place.base, name)
  const { id } = (await host.get('network.saveInvitation', { path })) as { id: string }
  return { path, id }
}
const refused = async (guest: TestMachine, path: string): Promise<unknown> => {
  const reply = await guest.ask('network.pairByFile', { path, name: 'PC-2' })
  return reply.ok ? 'let in' : reply.error
}

test('a file lets one machine in, also after the office was closed and opened', { timeout: 300_000 }, async () => {
  const [host, guest] = [await office(), await machine()]
  await company(host, 'Nordlicht GmbH')
  const [first, second] = [await save(host, 'one.kith-invitation'), await save(host, 'two.kith-invitation')]
  expect(statSync(first.path).mode & 0o077).toBe(0)
  expect((await status(host)).files.map(({ id }) => id)).toEqual([first.id, second.id])

  await host.get('workspace.lock')
  await host.get('workspace.unlock', { password: PASSWORD })
  expect((await status(host)).files.map(({ id }) => id)).toEqual([first.id, second.id])

  const found = (await guest.get('network.pairByFile', { path: first.path, name: 'PC-2' })) as FoundPeople
  expect(found.workspaceName).toBe('Office')
  await settle(guest, found)
  await until(async () => expect(await names(guest)).toEqual(['Nordlicht GmbH']))

  const third = await machine()
  expect(await refused(third, first.path)).toMatchObject({ messageKey: 'sync.pairing.used' })
  expect((await status(host)).files.map(({ id }) => id)).toEqual([second.id])
  await host.get('network.withdraw', { id: second.id })
  expect((await status(host)).files).toEqual([])
  expect(await refused(third, second.path)).toMatchObject({ messageKey: 'sync.pairing.withdrawn' })
  // After a restart nobody knows how it ended, and nobody is invited any more: the door does not even ask.
  await host.get('workspace.lock')
  await host.get('workspace.unlock', { password: PASSWORD })
  expect(await refused(third, second.path)).toMatchObject({ messageKey: 'sync.pairing.no_invitation' })
})

// Root may read everything, and Windows has other rights.
test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a file that may not be read is named', async () => {
  const guest = await machine()
  const path = inFolder(guest.place.base, 'x.kith-invitation')
  writeFileSync(path, '', { mode: 0o000 })
  expect(await refused(guest, path)).toMatchObject({ messageKey: 'sync.pairing.invitation_unreadable', params: { path } })
})

test('what is wrong with a file is said in words', { timeout: 300_000 }, async () => {
  let now = Date.now()
  const [host, guest] = [await office(), await machine({ now: () => now })]
  const { path } = await save(host, 'x.kith-invitation')
  const text = readFileSync(path, 'utf8')
  const written = (changed: string): string => {
    const other = inFolder(host.place.base, 'changed.kith-invitation')
    writeFileSync(other, changed)
    return other
  }
  expect(await refused(guest, written(`${text} and more`))).toMatchObject({ messageKey: 'sync.pairing.invitation_file' })
  const none = inFolder(host.place.base, 'none')
  expect(await refused(guest, none)).toMatchObject({ messageKey: 'sync.pairing.invitation_missing', params: { path: none } })

  // Another machine answers there: nothing is said to it.
  const other = await office()
  const elsewhere = text.replaceAll(/"port": \d+/gu, `"port": ${(await status(other)).port}`)
  expect(await refused(guest, written(elsewhere))).toMatchObject({ messageKey: 'network.notReached' })
  const nowhere = await refused(guest, written(text.replaceAll(/"port": \d+/gu, '"port": 1')))
  expect(nowhere).toMatchObject({ messageKey: 'network.notReached' })
  expect(JSON.stringify(nowhere)).toContain('127.0.0.1:1')

  now += 8 * DAY
  expect(await refused(guest, path)).toMatchObject({ messageKey: 'sync.pairing.expired' })

  const reply = await host.ask('network.saveInvitation', { path: inFolder(host.place.base, 'no', 'such', 'folder') })
  expect(reply).toMatchObject({ ok: false, error: { messageKey: 'network.notWritten' } })
  expect((await status(host)).files).toHaveLength(1)
})
