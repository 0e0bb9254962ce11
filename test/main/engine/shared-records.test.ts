// A record that two machines of an office have open: its files come, who else is there shows, and what one changes the other hears of at once.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Arrival } from '#shared/attachments/arrivals.contract.ts'
import { FETCHED_BYTES } from '#shared/attachments/attachments.contract.ts'
import type { AttachmentRow } from '#shared/attachments/attachment.ts'
import type { AlsoHere, Here } from '#shared/sync/presence.contract.ts'
import { company, join, machine, names, office, status, until } from './networked.ts'
import type { TestEngine } from './test-engine.ts'

const given = (name: string, contents: string | Buffer): string => {
  const folder = mkdtempSync(joinPath(tmpdir(), 'kith-given-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = joinPath(folder, name)
  writeFileSync(path, contents)
  return path
}
const filesOf = async (one: TestEngine, recordId: string): Promise<AttachmentRow[]> =>
  (await one.get('attachments.list', { recordType: 'company', recordId })) as AttachmentRow[]
const arrivals = async (one: TestEngine, recordId: string): Promise<Arrival[]> =>
  (await one.get('arrivals.ofRecord', { recordType: 'company', recordId })) as Arrival[]
const textOf = async (one: TestEngine, id: string): Promise<string> => {
  const { bytes } = (await one.get('attachments.read', { id, offset: 0, length: 1000 })) as { bytes: Uint8Array }
  return Buffer.from(bytes).toString()
}
const others = async (one: TestEngine, recordId: string): Promise<readonly AlsoHere[]> =>
  ((await one.get('presence.here', { recordType: 'company', recordId })) as Here).others

test(
  'files of a record come when it is opened, whatever they are called, also over a machine that has not got them',
  { timeout: 120_000 },
  async () => {
    const [host, one, other] = [await office(), await machine(), await machine()]
    const id = await company(host, 'Nordlicht GmbH')
    await join(host, one)
    await join(host, other)
    await until(async () => expect(await names(one)).toEqual(['Nordlicht GmbH']))
    await until(async () => expect(await names(other)).toEqual(['Nordlicht GmbH']))
    expect(await arrivals(other, id)).toEqual([])

    const files = [
      given('报价 2026（最终）.txt', '总价 12000'),
      given("it's 100%; ünïcode.txt", 'second'),
      given('empty.txt', ''),
    ]
    await one.get('attachments.add', { recordType: 'company', recordId: id, files })
    await until(async () => expect(await filesOf(other, id)).toHaveLength(3))
    const rows = await filesOf(other, id)
    // The machine between them has nobody who looks at it, and fetches it for the other.
    await until(async () => expect(await arrivals(other, id)).toEqual([]))
    await until(() =>
      Promise.resolve(
        expect(other.events.some((event) => event.type === 'changed' && event.tables.includes('arrivals'))).toBe(true),
      ),
    )
    const texts = Object.fromEntries(await Promise.all(rows.map(async (row) => [row.name, await textOf(other, row.id)] as const)))
    expect(texts).toEqual({ '报价 2026（最终）.txt': '总价 12000', "it's 100%; ünïcode.txt": 'second', 'empty.txt': '' })
  },
)

test(
  'a large file waits until somebody asks, says where it is not, and comes when that machine is back',
  { timeout: 180_000 },
  async () => {
    const [host, guest] = [await office(), await machine()]
    const id = await company(host, 'Nordlicht GmbH')
    await join(host, guest)
    await until(async () => expect(await names(guest)).toEqual(['Nordlicht GmbH']))
    const size = FETCHED_BYTES + 1
    const add = async (name: string) =>
      host.get('attachments.add', { recordType: 'company', recordId: id, files: [given(name, Buffer.alloc(size, name))] })
    const areHere = async () =>
      ((await guest.get('attachments.contents', { recordType: 'company', recordId: id })) as { isHere: boolean }[]).map(
        ({ isHere }) => isHere,
      )

    await add('a.txt')
    await until(async () => expect(await areHere()).toEqual([false]))
    await host.get('network.switch', { isOn: false })
    await until(async () => expect((await status(guest)).devices.every(({ isConnected }) => !isConnected)).toBe(true))
    const [file] = await filesOf(guest, id)
    expect(await arrivals(guest, id)).toEqual([
      { attachmentId: file?.id, state: 'nowhere', doneBytes: 0, totalBytes: size, deviceName: null, trouble: null },
    ])
    expect(await guest.ask('attachments.read', { id: file?.id, offset: 0, length: 10 })).toMatchObject({
      error: { messageKey: 'attachments.missing' },
    })
    await host.get('network.switch', { isOn: true })
    await until(async () => expect(await arrivals(guest, id)).toEqual([]))
    expect(await textOf(guest, file?.id ?? '')).toBe('a.txt'.repeat(200))

    // A machine that keeps all files asks by itself.
    await guest.get('attachments.keepAll', { areAllKept: true })
    expect(await guest.get('attachments.keeping')).toEqual({ areAllKept: true })
    await add('b.txt')
    await until(async () => expect(await areHere()).toEqual([true, true]))
  },
)

test('who has the record open too shows on both sides, and not after it was closed', { timeout: 120_000 }, async () => {
  const [host, guest] = [await office(), await machine()]
  const id = await company(host, 'Nordlicht GmbH')
  await join(host, guest)
  await until(async () => expect((await status(host)).devices.some(({ isConnected }) => isConnected)).toBe(true))
  expect(await others(guest, id)).toEqual([])
  await until(async () => expect(await others(host, id)).toMatchObject([{ name: 'Lin', deviceName: 'Back office' }]))
  await until(async () => expect(await others(guest, id)).toMatchObject([{ name: 'Lin', deviceName: 'Front desk' }]))
  await until(async () =>
    expect(host.events).toContainEqual(expect.objectContaining({ tables: expect.arrayContaining(['presence']) })),
  )

  await guest.get('presence.leave', { recordType: 'company', recordId: id })
  await until(async () => expect(await others(host, id)).toEqual([]))
  await others(guest, id)
  await until(async () => expect(await others(host, id)).toHaveLength(1))

  // Whoever has it open in two windows has it open until the second one is closed.
  const second = guest.engine.openSession({ resolveFile: () => null })
  await second.call('presence.here', { recordType: 'company', recordId: id })
  await guest.get('presence.leave', { recordType: 'company', recordId: id })
  const another = await company(guest, 'Südlicht GmbH')
  await others(guest, another)
  await until(async () => expect(await others(host, another)).toHaveLength(1))
  expect(await others(host, id)).toHaveLength(1)
  second.close()
  await until(async () => expect(await others(host, id)).toEqual([]))
  expect(await others(host, another)).toHaveLength(1)

  await others(guest, id)
  await until(async () => expect(await others(host, id)).toHaveLength(1))
  await guest.get('workspace.lock')
  await until(async () => expect(await others(host, id)).toEqual([]))
})

test('what one machine changes the other hears of within two seconds', { timeout: 120_000 }, async () => {
  const [host, guest] = [await office(), await machine()]
  const id = await company(host, 'Nordlicht GmbH')
  await join(host, guest)
  await until(async () => expect(await names(guest)).toEqual(['Nordlicht GmbH']))
  const before = guest.events.length
  const since = performance.now()
  await host.get('companies.update', { id, city: 'Kiel' })
  await until(async () =>
    expect(guest.events.slice(before).some((event) => event.type === 'changed' && event.tables.includes('companies'))).toBe(true),
  )
  expect(performance.now() - since).toBeLessThan(2000)
  expect(await guest.get('companies.get', { id })).toMatchObject({ city: 'Kiel' })
})
