// The threads of an open workspace, real ones, kept busy and killed.
import { afterEach, describe, expect, test } from 'vitest'
import type { AppEvent, Progress } from '#shared/base/procedure.ts'
import { gatherChanges } from '#main/engine/change-events.ts'
import type { Threads, ThreadsOptions } from '#main/engine/threads.ts'
import { startObedient } from './obedient-threads.ts'

const actor = { userId: null, name: 'Lin', rights: ['*'] }
const call = (path: string, input: unknown = 0) => ({ path, input, actor })

let threads: Threads | null = null
const crashes: unknown[] = []
afterEach(async () => {
  await threads?.close()
  threads = null
  crashes.length = 0
})
const open = async (changes: Partial<ThreadsOptions> = {}): Promise<Threads> => {
  threads = await startObedient({ onCrash: (error) => crashes.push(error), ...changes })
  return threads
}

describe('the threads of a workspace', () => {
  test('read while the writer is busy', async () => {
    const { call: ask } = await open()
    const writing = ask('writer', call('stay', 600))
    const start = performance.now()
    expect(await ask('reader', call('echo'))).toMatchObject({ ok: true, data: { role: 'reader' } })
    expect(performance.now() - start).toBeLessThan(400)
    expect(await writing).toMatchObject({ ok: true, data: { role: 'writer' } })
  })

  test('answer a search while a report runs', async () => {
    const { call: ask } = await open()
    await ask('slowReader', call('echo'))
    const report = ask('slowReader', call('stay', 600))
    const start = performance.now()
    await ask('reader', call('echo'))
    expect(performance.now() - start).toBeLessThan(400)
    expect(await report).toMatchObject({ ok: true })
  })

  test('write in the order in which they were asked', async () => {
    const { call: ask } = await open()
    const replies = await Promise.all([1, 2, 3, 4].map((number) => ask('writer', call(number === 1 ? 'stay' : 'echo', number))))
    expect(replies.at(-1)).toMatchObject({ data: { log: [1, 2, 3, 4] } })
  })

  test('let a slow reader go that nobody has asked for a while', async () => {
    const { call: ask } = await open({ idleMs: 30 })
    const first = await ask('slowReader', call('echo', 1))
    expect(first).toMatchObject({ data: { log: [1] } })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await ask('slowReader', call('echo', 2))).toMatchObject({ data: { log: [2] } })
  })

  test('let the slow reader go before very many rows are written, unless it is busy', async () => {
    const { call: ask } = await open()
    await ask('slowReader', call('echo', 1))
    await ask('writer', { ...call('echo'), isBulk: true })
    expect(await ask('slowReader', call('echo', 2))).toMatchObject({ data: { log: [2] } })
    const report = ask('slowReader', call('stay', 300))
    await ask('writer', { ...call('echo'), isBulk: true })
    expect(await report).toMatchObject({ ok: true, data: { log: [2, 300] } })
  })

  test('that cannot be opened say why', async () => {
    await expect(open({ dataKey: new Uint8Array(32).fill(0xff) })).rejects.toMatchObject({ messageKey: 'workspace.inUse' })
    expect(crashes).toEqual([])
  })
})

describe('a caller who gives up', () => {
  test('stops work in the middle of a transaction', async () => {
    const { call: ask } = await open()
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 50)
    const start = performance.now()
    expect(await ask('writer', { ...call('loop', 5000), signal: controller.signal })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    })
    expect(performance.now() - start).toBeLessThan(2000)
  })

  test('before the turn came leaves nothing done', async () => {
    const { call: ask } = await open()
    const controller = new AbortController()
    const first = ask('writer', call('stay', 100))
    const second = ask('writer', { ...call('echo', 'never'), signal: controller.signal })
    controller.abort()
    expect(await second).toMatchObject({ error: { code: 'cancelled' } })
    await first
    expect(await ask('writer', call('echo', 'last'))).toMatchObject({ data: { log: [100, 'last'] } })
  })

  test('on a reader that is inside a statement is let go, and the others’ questions are asked again', async () => {
    const { call: ask } = await open({ patienceMs: 50 })
    const controller = new AbortController()
    const start = performance.now()
    const given = ask('reader', { ...call('stay', 1500), signal: controller.signal })
    const other = ask('reader', call('echo', 'patient'))
    controller.abort()
    expect(await given).toMatchObject({ error: { code: 'cancelled' } })
    expect(await other).toMatchObject({ ok: true, data: { log: ['patient'] } })
    expect(performance.now() - start).toBeLessThan(1200)
  })

  test('on a reader does not end what the network asked of it', async () => {
    const { call: ask, replica } = await open({ patienceMs: 50 })
    const controller = new AbortController()
    const given = ask('reader', { ...call('stay', 1500), signal: controller.signal })
    const holdings = replica.holdings()
    await new Promise((resolve) => setTimeout(resolve, 20))
    controller.abort()
    expect(await given).toMatchObject({ error: { code: 'cancelled' } })
    expect(await holdings).toMatchObject({ ownOrigin: 'its own' })
  })
})

describe('a thread that dies', () => {
  test('ends its calls with a reply and is there again for the next one', async () => {
    const { call: ask } = await open()
    const replies = await Promise.all([ask('writer', call('stay', 20)), ask('writer', call('die')), ask('writer', call('echo'))])
    expect(replies.map((reply) => (reply.ok ? 'done' : reply.error.messageKey))).toEqual([
      'done',
      'workspace.interrupted',
      'workspace.interrupted',
    ])
    expect(await ask('writer', call('echo', 'again'))).toMatchObject({ ok: true, data: { log: ['again'] } })
    expect(crashes).toHaveLength(1)
  })

  test('of what the network asked says so: a batch that kills it ends no talk in peace', async () => {
    const { replica, close } = await open()
    await expect(replica.take(new Uint8Array(), new Map())).rejects.toMatchObject({ messageKey: 'workspace.interrupted' })
    const queued = replica.take(new Uint8Array(), new Map()).catch((error: unknown) => error)
    await close()
    expect(await queued).toMatchObject({ code: 'locked' })
    threads = null
  })
})

describe('closing', () => {
  test('waits for what runs and refuses what had not begun', async () => {
    const { call: ask, close } = await open()
    const running = ask('writer', call('stay', 200))
    const queued = ask('writer', call('echo'))
    await new Promise((resolve) => setTimeout(resolve, 50))
    await close()
    expect(await running).toMatchObject({ ok: true })
    expect(await queued).toMatchObject({ ok: false, error: { messageKey: 'workspace.locked' } })
    threads = null
  })

  test('starts no thread again, not even for those who shared one that was let go', async () => {
    const { call: ask, close } = await open({ patienceMs: 50 })
    const controller = new AbortController()
    const given = ask('reader', { ...call('stay', 1000), signal: controller.signal })
    const other = ask('reader', call('echo', 'patient'))
    const refused = other.catch((error: unknown) => error)
    await new Promise((resolve) => setTimeout(resolve, 20))
    controller.abort()
    await close()
    expect(await given).toMatchObject({ error: { code: 'cancelled' } })
    expect(await refused).toMatchObject({ messageKey: 'workspace.locked' })
    threads = null
  })
})

test('progress is told ten times a second, not at every row', async () => {
  const { call: ask } = await open()
  const heard: Progress[] = []
  await ask('writer', { ...call('loop', 450), onProgress: (progress) => heard.push(progress) })
  expect(heard[0]).toEqual({ step: 'looping', done: 0, total: 450 })
  expect(heard.length).toBeGreaterThan(2)
  expect(heard.length).toBeLessThan(15)
})

test('a burst of commits is one event with every table and the newest revision', async () => {
  const events: AppEvent[] = []
  const changes = gatherChanges((event) => events.push(event))
  const { call: ask } = await open({ onChanged: changes.add })
  for (let rev = 1; rev <= 20; rev++) await ask('writer', call('write', rev))
  changes.add(['deals', 'companies'], 21)
  await expect.poll(() => events.at(-1)).toMatchObject({ rev: 21 })
  expect(events.length).toBeLessThan(10)
  expect(events.at(-1)).toMatchObject({ type: 'changed', tables: ['companies', 'deals'] })
})
