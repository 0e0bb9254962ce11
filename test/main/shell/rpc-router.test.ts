// The router with a fake Electron around it: who is let in, and what happens to calls whose page goes away.
import { EventEmitter } from 'node:events'
import { beforeEach, expect, test, vi } from 'vitest'
import type { AppEvent, Reply } from '#shared/base/procedure.ts'
import type { Engine } from '#main/engine/engine.ts'
import type { CallOptions } from '#main/engine/session.ts'
import { createFailures } from '#main/shell/failure.ts'
import { startRouter } from '#main/shell/rpc-router.ts'

type Listener = (event: unknown, message: unknown) => unknown
const electron = vi.hoisted(() => ({ channels: new Map<string, (event: unknown, message: unknown) => unknown>() }))
vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, listener: Listener) => electron.channels.set(channel, listener),
    on: (channel: string, listener: Listener) => electron.channels.set(channel, listener),
  },
}))

const fakePage = () => {
  const heard: AppEvent[] = []
  const send = (_channel: string, event: AppEvent) => void heard.push(event)
  return Object.assign(new EventEmitter(), { heard, send, isDestroyed: () => false, isCrashed: () => false })
}
type FakePage = ReturnType<typeof fakePage>

interface Asked {
  readonly path: string
  readonly input: unknown
  readonly options: CallOptions
  readonly answer: (reply: Reply) => void
}

let asked: Asked[] = []
let closedSessions = 0
let bugs: unknown[] = []

beforeEach(() => {
  asked = []
  closedSessions = 0
  bugs = []
  let count = 0
  const newToken = () => `token-${(count += 1)}`
  const engine: Engine = {
    openSession: ({ resolveFile }) => ({
      call: (path, input, options = {}) =>
        path === 'imports.inspect'
          ? Promise.resolve(ok(resolveFile((input as { file: string }).file, 'read'))) // as the test calls it
          : new Promise((answer) => asked.push({ path, input, options, answer })),
      close: () => {
        closedSessions += 1
      },
    }),
    onEvent: () => () => {},
    lock: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
  const log = { folder: '', info: () => {}, warn: () => {}, bug: (_traceId: string, error: unknown) => void bugs.push(error) }
  startRouter({
    engine: Promise.resolve(engine),
    shell: (_caller, name) => (name === 'about' ? Promise.reject(new Error('broken')) : Promise.resolve(ok(name))),
    toFailure: createFailures(log, () => 'trace-1'),
    newToken,
    keepBytes: (name, bytes) => Promise.resolve(`/private/${name}#${bytes.length}`),
  })
})

const ok = (data: unknown): Reply => ({ ok: true, data, reads: [], rev: 0 })
const own = 'app://main/index.html#/'
const send = (channel: string, page: FakePage, message: unknown, frame: unknown = { parent: null, url: own }) =>
  electron.channels.get(channel)?.({ sender: page, senderFrame: frame }, message)
const call = (page: FakePage, callId: string, path: string, input: unknown = {}, frame?: unknown) =>
  send('rpc', page, { callId, path, input }, frame) as Promise<Reply>

test.each([
  ['a frame inside a page', { parent: {}, url: own }],
  ['a page of the web', { parent: null, url: 'https://example.com/' }],
  ['a page that has gone', null],
])('%s is refused', async (_who, frame) => {
  expect(await call(fakePage(), 'a', 'companies.list', {}, frame)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  expect(await send('rpc.file', fakePage(), '/data/people.csv', frame)).toBeNull()
  expect(await send('rpc.bytes', fakePage(), { name: 'a.png', bytes: new Uint8Array(1) }, frame)).toBeNull()
  expect(asked).toEqual([])
})

test('a call goes to the engine with its input, and progress comes back under its name', async () => {
  const page = fakePage()
  const reply = call(page, 'a', 'companies.list', { limit: 5 })
  await vi.waitFor(() => expect(asked).toMatchObject([{ path: 'companies.list', input: { limit: 5 } }]))
  asked[0]?.options.onProgress?.({ step: 'rows', done: 1, total: 2 })
  asked[0]?.answer(ok('rows'))

  expect(await reply).toEqual(ok('rows'))
  expect(page.heard).toEqual([{ type: 'progress', callId: 'a', progress: { step: 'rows', done: 1, total: 2 } }])
})

test('one page cannot cancel the call of another', async () => {
  const [mine, other] = [fakePage(), fakePage()]
  void call(mine, 'a', 'companies.list')
  await vi.waitFor(() => expect(asked).toHaveLength(1))

  await call(other, 'b', 'shell.preferences')
  send('rpc.cancel', other, 'a')
  expect(asked[0]?.options.signal?.aborted).toBe(false)
  send('rpc.cancel', mine, 'a')
  expect(asked[0]?.options.signal?.aborted).toBe(true)
})

test.each(['did-navigate', 'render-process-gone', 'destroyed'])(
  'calls are given up when their page is gone: %s',
  async (event) => {
    const page = fakePage()
    void call(page, 'a', 'companies.list')
    void call(page, 'b', 'deals.board')
    await vi.waitFor(() => expect(asked).toHaveLength(2))

    page.emit(event)
    expect(asked.map(({ options }) => options.signal?.aborted)).toEqual([true, true])
  },
)

test('the session of a window ends with it', async () => {
  const page = fakePage()
  void call(page, 'a', 'companies.list')
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  page.emit('destroyed')
  await vi.waitFor(() => expect(closedSessions).toBe(1))
})

test('a running call’s name cannot be used twice', async () => {
  const page = fakePage()
  void call(page, 'a', 'companies.list')
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  expect(await call(page, 'a', 'companies.list')).toMatchObject({ ok: false, error: { messageKey: 'shell.call.twice' } })
})

test('a file given to a page is known to its own session only', async () => {
  const [mine, other] = [fakePage(), fakePage()]
  const token = await send('rpc.file', mine, '/data/people.csv')
  expect(await call(mine, 'a', 'imports.inspect', { file: token })).toEqual(ok('/data/people.csv'))
  expect(await call(other, 'a', 'imports.inspect', { file: token })).toEqual(ok(null))
  expect(await send('rpc.file', mine, 'people.csv')).toBeNull()
})

test('a file without a path is handed over whole, if it is not too large', async () => {
  const page = fakePage()
  const token = await send('rpc.bytes', page, { name: 'picture.png', bytes: new Uint8Array(5) })
  expect(await call(page, 'a', 'imports.inspect', { file: token })).toEqual(ok('/private/picture.png#5'))
  expect(await send('rpc.bytes', page, { name: 'huge.bin', bytes: new Uint8Array(64 * 1024 * 1024 + 1) })).toBeNull()
  expect(await send('rpc.bytes', page, { name: 'text.txt', bytes: 'no bytes' })).toBeNull()
})

test('a bug is answered with its trace alone, and logged', async () => {
  expect(await call(fakePage(), 'a', 'shell.about')).toEqual({
    ok: false,
    error: { code: 'internal', messageKey: 'errors.internal', params: {}, traceId: 'trace-1' },
  })
  expect(bugs).toMatchObject([{ message: 'broken' }])
})
