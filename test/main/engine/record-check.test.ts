// A machine whose file was damaged: the others see it, and it sets itself right out of its own history, while people work.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import type { Progress } from '#shared/base/procedure.ts'
import type { Finding } from '#shared/sync/network.contract.ts'
import { createRecordCheck } from '#main/engine/record-check.ts'
import type { Thread } from '#main/engine/thread.ts'
import type { ReplicaAsk } from '#main/engine/thread-messages.ts'
import { openConnection } from '#main/db/raw-connection.ts'
import { databaseOf, scratchOf } from '#main/workspace/workspace-folder.ts'
import { company, join, machine, names, office, status, type TestMachine, until } from './networked.ts'
import { dataKeyOf, PASSWORD, type TestEngine } from './test-engine.ts'

const leftIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('check.db'))
const troubles = async (one: TestEngine): Promise<unknown[]> =>
  (await status(one)).devices.flatMap(({ trouble }) => (trouble === null ? [] : [trouble]))
const check = async (one: TestEngine): Promise<Finding> => (await one.get('network.check')) as Finding

/** As somebody would who opens the shut file with other tools. */
const damage = async ({ place: { folder } }: TestMachine, sql: string): Promise<void> => {
  const raw = openConnection({ file: databaseOf(folder), key: await dataKeyOf(folder), cacheMb: 1 })
  raw.exec(sql)
  raw.close()
}

test(
  'what a machine shows otherwise is set right by its own history, and the difference is gone',
  { timeout: 300_000 },
  async () => {
    let offset = 0
    const now = (): number => Date.now() + offset
    const [host, guest] = [await office({ now }), await machine({ now })]
    const id = await company(host, 'Harbour')
    await company(host, 'Lindner')
    await join(host, guest)
    await until(async () => expect(await names(guest)).toEqual(['Harbour', 'Lindner']))

    await guest.engine.close()
    await damage(guest, `UPDATE companies SET name = 'Somebody else' WHERE id = '${id}'`)
    writeFileSync(scratchOf(guest.place.folder), 'left by a crash')
    // Whoever calls whom, it is time to compare again.
    offset += 3_600_001
    const again = await guest.place.engine({ now, networkPlace: { host: '127.0.0.1', port: 0, isSilent: true } })
    await again.get('workspace.unlock', { userName: null, password: PASSWORD })
    expect(leftIn(guest.place.folder)).toEqual([])
    for (const one of [host, again]) await until(async () => expect(await troubles(one)).toEqual(['network.end.differs']))
    expect((await status(host)).state).toBe('trouble')

    // The machine that is in order says so, and nothing changes.
    expect(await check(host)).toEqual({ level: 'good', messageKey: 'network.check.sameHere', params: { names: ['Back office'] } })
    expect(await troubles(host)).toEqual(['network.end.differs'])
    expect(await names(again)).toEqual(['Lindner', 'Somebody else'])

    again.events.length = 0
    expect(await check(again)).toEqual({ level: 'note', messageKey: 'network.check.mended', params: { count: 1 } })
    expect(await names(again)).toEqual(['Harbour', 'Lindner'])
    const changed = expect.objectContaining({ type: 'changed', tables: expect.arrayContaining(['companies']) })
    await until(async () => expect(again.events).toContainEqual(changed))
    for (const one of [host, again]) await until(async () => expect(await troubles(one)).toEqual([]))
    expect(guest.place.bugs.map(String)).toContainEqual(expect.stringContaining(`1 records did not say what their history says`))
    expect(guest.place.bugs.map(String).join()).toContain(`companies ${id}`)
    expect(leftIn(guest.place.folder)).toEqual([])

    // Both go on together.
    await company(again, 'New')
    await until(async () => expect(await names(host)).toEqual(['Harbour', 'Lindner', 'New']))
    expect(await check(again)).toEqual({ level: 'good', messageKey: 'network.check.same', params: {} })
  },
)

test('a history that is damaged itself says so, and nothing is written', { timeout: 120_000 }, async () => {
  const one = await office()
  await company(one, 'Harbour')
  await one.engine.close()
  await damage(one, "UPDATE sync_change SET proc = 'other' WHERE lsn = 1; UPDATE companies SET name = 'Other'")
  const again = await one.place.engine({ networkPlace: { host: '127.0.0.1', port: 0, isSilent: true } })
  await again.get('workspace.unlock', { userName: null, password: PASSWORD })
  expect(await check(again)).toEqual({ level: 'trouble', messageKey: 'network.check.broken', params: {} })
  expect(await names(again)).toEqual(['Other'])
  expect(leftIn(one.place.folder)).toEqual([])
})

test('a check that is given up, or locked away, ends and leaves nothing', { timeout: 120_000 }, async () => {
  const one = await office()
  for (const name of ['Harbour', 'Lindner']) await company(one, name)
  const signal = AbortSignal.abort()
  expect(await one.session.call('network.check', {}, { signal })).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(leftIn(one.place.folder)).toEqual([])

  const left = one.session.call('network.check', {})
  await vi.waitFor(() => expect(existsSync(scratchOf(one.place.folder))).toBe(true), { timeout: 20_000, interval: 1 })
  await one.engine.lock()
  expect(leftIn(one.place.folder)).toEqual([])
  await left

  await one.get('workspace.unlock', { userName: null, password: PASSWORD })
  const steps: Progress[] = []
  const reply = await one.session.call('network.check', {}, { onProgress: (progress) => void steps.push(progress) })
  expect(reply).toMatchObject({ ok: true, data: { messageKey: 'network.check.same' } })
  expect(steps.map(({ step }) => step)).toEqual(['history', 'compare'])
  expect(steps[0]?.total).toBeGreaterThan(2)
  expect(await names(one)).toEqual(['Harbour', 'Lindner'])
})

test('a check that is stopped, because the file goes on under another name, has the writer set nothing right', async () => {
  const found = { records: [{ tableId: 10, rowId: 'c1' }], documents: [], isSightOff: false }
  let asked = 0
  const comparing = Promise.withResolvers<void>()
  const { check: begin, stop } = createRecordCheck({
    folder: '/nowhere',
    inThread: (work) =>
      work({
        replica: async (ask: ReplicaAsk) => {
          comparing.resolve()
          const word = new Int32Array(ask.kind === 'compare' ? ask.stop : new SharedArrayBuffer(4))
          await vi.waitFor(() => expect(Atomics.load(word, 0)).toBe(1))
          return found
        },
      } as unknown as Thread),
    askWriter: async () => {
      asked += 1
      return { records: [], tables: [] }
    },
  })
  const ended = begin({ signal: new AbortController().signal }).catch((error: unknown) => error)
  await comparing.promise
  await stop()
  expect(await ended).toMatchObject({ code: 'cancelled' })
  expect(asked).toBe(0)
})

test(
  'of two who watch one check each sees how far it is, and who gives up leaves it to the other',
  { timeout: 180_000 },
  async () => {
    const one = await office()
    await company(one, 'Nord')
    const steps: [Progress[], Progress[]] = [[], []]
    const first = new AbortController()
    const leaving = one.session.call(
      'network.check',
      {},
      {
        signal: first.signal,
        onProgress: (step) => {
          steps[0].push(step)
          first.abort()
        },
      },
    )
    const staying = one.session.call('network.check', {}, { onProgress: (step) => void steps[1].push(step) })
    expect(await leaving).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(await staying).toMatchObject({ ok: true, data: { messageKey: 'network.check.same' } })
    expect(steps[0]).toHaveLength(1)
    expect(steps[1].map(({ step }) => step)).toContain('compare')

    // The last one takes it along.
    const both = new AbortController()
    const given = [1, 2].map(() => one.session.call('network.check', {}, { signal: both.signal, onProgress: () => both.abort() }))
    for (const reply of await Promise.all(given)) expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(await check(one)).toMatchObject({ messageKey: 'network.check.same' })
  },
)
