// The engine's socket: who may come in, and what is done with those who may not.
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AppErrorData } from '#shared/base/app-error.ts'
import { AppError } from '#shared/base/app-error.ts'
import type { Reply } from '#shared/base/procedure.ts'
import { runtimeFolderOf, socketPathOf } from '#main/engine/runtime-folder.ts'
import type { Session } from '#main/engine/session.ts'
import { joinEngine, reachEngine } from '#main/engine/socket-client.ts'
import { frames } from '#main/engine/socket-frames.ts'
import { GREETING_BYTES } from '#main/engine/socket-messages.ts'
import { proofOf } from '#main/engine/socket-proof.ts'
import { listenOnSocket } from '#main/engine/socket-server.ts'

const workspaceId = '0199f3c0-0000-7000-8000-000000000001'
const slotId = '0199f3c0-0000-7000-8000-000000000002'
const dataKey = randomBytes(32)
const good = { workspaceId, slotId, dataKey }

let folder = ''
let path = ''
const stop: (() => Promise<void>)[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-s-'))
  path = socketPathOf(folder, { workspaceId, folder })
})
afterEach(async () => {
  for (const end of stop.splice(0)) await end()
  rmSync(folder, { recursive: true })
})

/** A session that answers what it was asked, and waits on `slow` until it is cancelled. */
const echo = (): Session => ({
  call: (procedure, input, { signal, onProgress } = {}) =>
    new Promise<Reply>((resolve) => {
      const answer = (data: unknown): void => resolve({ ok: true, data, reads: ['companies'], rev: 7 })
      if (procedure !== 'slow') return answer({ procedure, input })
      onProgress?.({ step: 'reading', done: 1, total: null })
      signal?.addEventListener('abort', () =>
        resolve({ ok: false, error: new AppError('cancelled', 'errors.cancelled').toData() }),
      )
    }),
  close: () => undefined,
})

const listen = async (openSession: (slot: string) => Session | AppErrorData = echo): Promise<unknown[]> => {
  const errors: unknown[] = []
  const server = await listenOnSocket({ path, workspaceId, dataKey, openSession, onError: (error) => errors.push(error) })
  stop.push(() => server.close(() => Promise.resolve()))
  return errors
}
const reach = async (): Promise<Socket> => {
  const socket = await reachEngine(path)
  if (!socket) throw new Error('Nobody listens')
  stop.push(async () => void socket.destroy())
  return socket
}
const ended = (socket: Socket): Promise<boolean> => new Promise((resolve) => socket.resume().once('close', () => resolve(true)))

describe('a client that holds the data key', () => {
  test('is let in, and gets the same replies as a window', async () => {
    await listen()
    const session = await joinEngine(await reach(), good)
    const input = { name: '北京远航科技 🚀', list: Array.from({ length: 50_000 }, (_, index) => `row ${index}`) }
    expect(await session.call('companies.list', input)).toEqual({
      ok: true,
      data: { procedure: 'companies.list', input },
      reads: ['companies'],
      rev: 7,
    })
  })

  test('has its calls answered by number, in whatever order they end', async () => {
    await listen()
    const session = await joinEngine(await reach(), good)
    const controller = new AbortController()
    const progress: unknown[] = []
    const slow = session.call('slow', {}, { signal: controller.signal, onProgress: (step) => progress.push(step) })
    const replies = await Promise.all([1, 2, 3].map((number) => session.call('quick', number)))
    expect(replies.map((reply) => reply.ok && reply.data)).toEqual([1, 2, 3].map((input) => ({ procedure: 'quick', input })))
    controller.abort()
    expect(await slow).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(progress).toEqual([{ step: 'reading', done: 1, total: null }])
  })

  test('whose engine ends while it works is told so instead of waiting for ever', async () => {
    await listen()
    const session = await joinEngine(await reach(), good)
    const progress: unknown[] = []
    const slow = session.call('slow', {}, { onProgress: (step) => progress.push(step) })
    await expect.poll(() => progress.length).toBe(1)
    await stop.splice(0, 1)[0]?.()
    expect(await slow).toMatchObject({ ok: false, error: { messageKey: 'workspace.interrupted' } })
    expect(await session.call('quick', 1)).toMatchObject({ ok: false, error: { messageKey: 'workspace.interrupted' } })
  })

  test('whose call came too late to begin is told that the workspace was locked', async () => {
    const server = createServer((socket) => {
      const nonce = randomBytes(32).toString('base64')
      const wire = frames(socket, GREETING_BYTES, (message) => {
        if (typeof message !== 'object' || message === null || !('nonce' in message)) {
          wire.send({ type: 'bye' })
          return socket.destroySoon()
        }
        const transcript = { workspaceId, engineNonce: nonce, clientNonce: String(message.nonce), slotId }
        wire.send({ proof: proofOf(dataKey, 'engine', transcript) })
      })
      wire.send({ kith: 1, nonce })
    })
    await new Promise<void>((resolve) => server.listen(path, resolve))
    stop.push(() => new Promise((resolve) => server.close(() => resolve())))
    const session = await joinEngine(await reach(), good)
    expect(await session.call('quick', 1)).toMatchObject({ ok: false, error: { messageKey: 'workspace.locked' } })
  })

  test('is told so too if the engine ends before they have met', async () => {
    const server = createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => server.listen(path, resolve))
    stop.push(() => new Promise((resolve) => server.close(() => resolve())))
    await expect(joinEngine(await reach(), good)).rejects.toMatchObject({ messageKey: 'workspace.locked' })
  })

  test('and calls an engine that has ended is told that nothing was begun', async () => {
    await listen()
    const session = await joinEngine(await reach(), good)
    expect(await session.call('quick', 1)).toMatchObject({ ok: true })
    await stop.splice(0, 1)[0]?.()
    expect(await session.call('quick', 2)).toMatchObject({ ok: false, error: { messageKey: 'workspace.locked' } })
  })

  test('but whose slot is gone is refused', async () => {
    await listen(() => new AppError('forbidden', 'workspace.locked').toData())
    await expect(joinEngine(await reach(), good)).rejects.toMatchObject({ code: 'forbidden', messageKey: 'workspace.locked' })
  })
})

describe('a client that does not', () => {
  test('is refused', async () => {
    await listen()
    await expect(joinEngine(await reach(), { ...good, dataKey: randomBytes(32) })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('cannot say anything else first', async () => {
    await listen()
    const socket = await reach()
    const wire = frames(socket, GREETING_BYTES, () => undefined)
    wire.send({ type: 'call', id: 1, path: 'companies.list', input: {} })
    expect(await ended(socket)).toBe(true)
  })

  test('cannot make the engine hold a large message', async () => {
    const errors = await listen()
    const socket = await reach()
    socket.write(Buffer.from([0x7f, 0xff, 0xff, 0xff]))
    await ended(socket)
    expect(errors).toHaveLength(1)
  })

  test('cannot send back the engine’s own proof', async () => {
    await listen()
    const socket = await reach()
    const answer = await new Promise((resolve) => {
      const wire = frames(socket, GREETING_BYTES, (message) => {
        if (typeof message !== 'object' || message === null || !('nonce' in message)) return resolve(message)
        const nonce = String(message.nonce)
        const transcript = { workspaceId, engineNonce: nonce, clientNonce: nonce, slotId }
        wire.send({ nonce, slotId, proof: proofOf(dataKey, 'engine', transcript) })
      })
    })
    expect(answer).toMatchObject({ error: { code: 'forbidden' } })
  })

  test('may not even open the socket as another user', async () => {
    await listen()
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })
})

test('a false engine learns nothing and is not believed', async () => {
  const heard: unknown[] = []
  const server = createServer((socket) => {
    const wire = frames(socket, GREETING_BYTES, (message) => {
      heard.push(message)
      wire.send({ proof: randomBytes(32).toString('base64') })
    })
    wire.send({ kith: 1, nonce: randomBytes(32).toString('base64') })
  })
  await new Promise<void>((resolve) => server.listen(path, resolve))
  stop.push(() => new Promise((resolve) => server.close(() => resolve())))
  await expect(joinEngine(await reach(), good)).rejects.toMatchObject({ messageKey: 'workspace.notOurEngine' })
  expect(JSON.stringify(heard)).not.toContain(dataKey.toString('base64'))
})

describe('the socket’s file', () => {
  test('goes with the engine', async () => {
    await listen()
    await stop.splice(0, 1)[0]?.()
    expect(existsSync(path)).toBe(false)
    expect(await reachEngine(path)).toBeNull()
  })

  test('left by an engine that was killed is found dead and replaced', async () => {
    writeFileSync(path, '')
    expect(await reachEngine(path)).toBeNull()
    await listen()
    const session = await joinEngine(await reach(), good)
    expect(await session.call('quick', 1)).toMatchObject({ ok: true })
  })

  test('has a short name that does not tell the workspace’s id', () => {
    expect(Buffer.byteLength(socketPathOf('/run/user/1000/kith', { workspaceId, folder }))).toBeLessThan(104)
    expect(path).not.toContain(workspaceId.slice(0, 8))
    expect(socketPathOf('', { workspaceId, folder }, 'win32')).toMatch(/^\\\\\.\\pipe\\kith-[0-9a-f]{32}$/u)
  })

  test('lies in a folder of the user’s own', () => {
    const own = process.getuid?.() ?? 0
    const places = { platform: 'linux' as const, userNumber: own, runtimeVariable: folder, temporaryFolder: folder }
    const runtime = runtimeFolderOf(places)
    expect(runtime).toBe(join(folder, 'kith'))
    chmodSync(runtime, 0o777)
    expect(statSync(runtimeFolderOf(places)).mode & 0o777).toBe(0o700)
    expect(runtimeFolderOf({ ...places, userNumber: own, runtimeVariable: join(folder, 'gone') })).toContain('kith')
    expect(() => runtimeFolderOf({ ...places, userNumber: own + 1, runtimeVariable: undefined })).toThrow(
      'belongs to another user',
    )
  })
})

test('a message cut into single bytes arrives whole', async () => {
  const received: unknown[] = []
  const server = createServer((socket) => void frames(socket, 1000, (message) => received.push(message)))
  await new Promise<void>((resolve) => server.listen(path, resolve))
  stop.push(() => new Promise((resolve) => server.close(() => resolve())))
  const socket = connect(path)
  const body = Buffer.from(JSON.stringify({ text: '恢复密钥' }))
  const head = Buffer.alloc(4)
  head.writeUInt32BE(body.length)
  for (const byte of Buffer.concat([head, body, head, body])) {
    socket.write(Uint8Array.of(byte))
    await new Promise(setImmediate)
  }
  await expect.poll(() => received.length).toBe(2)
  expect(received).toEqual([{ text: '恢复密钥' }, { text: '恢复密钥' }])
  socket.destroy()
})
