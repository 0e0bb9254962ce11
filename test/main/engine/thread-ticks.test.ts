// What a thread does by the clock stands beside the calls: a folder on a slow drive holds up nobody who writes.
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, expect, test, vi } from 'vitest'
import type { Call } from '#main/rpc/call.ts'
import type { FromThread } from '#main/engine/thread-messages.ts'
import { serveThread } from '#main/engine/thread-service.ts'

const TICK_MS = 5_000
const ports: MessagePort[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const port of ports.splice(0)) port.close()
})

/** A writer whose look into a folder lasts until it is let go; `done` tells the calls in the order in which they ended. */
const serve = () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  const done: string[] = []
  const slow = Promise.withResolvers<undefined>()
  const call: Call = async (path) => {
    if (path === 'folder.look') await slow.promise
    done.push(path)
    return { ok: true, data: null, reads: [], rev: 0 }
  }
  const closing = new SharedArrayBuffer(4)
  serveThread({
    ...{ port: port2, call, role: 'writer', closing, nowMs: () => 0, close: () => undefined, whenIdle: null },
    onTick: async (ask) => {
      const looked = await ask('folder.look', {}, { actor: { userId: null, name: 'Lin', rights: ['*'] } })
      const noted = await ask('folder.note', {}, { actor: { userId: null, name: 'Lin', rights: ['*'] } })
      done.push(`${looked.ok} ${noted.ok}`)
    },
    replica: () => {
      throw new Error('It has no file.')
    },
    isWriting: (path) => path !== 'folder.look',
  })
  const write = (id: number): Promise<FromThread> => {
    const answered = new Promise<FromThread>((answer) => port1.once('message', answer))
    port1.postMessage({
      ...{ type: 'call', id, path: 'companies.create', input: {}, cancelled: new SharedArrayBuffer(4) },
      actor: { userId: null, name: 'Lin', rights: ['*'] },
    })
    return answered
  }
  return { done, slow, write, close: () => Atomics.store(new Int32Array(closing), 0, 1) }
}

test('a folder that is slow to read does not hold up what is written', async () => {
  const { done, slow, write } = serve()
  vi.advanceTimersByTime(TICK_MS)
  expect(await write(1)).toMatchObject({ type: 'reply', id: 1, reply: { ok: true } })
  expect(done).toEqual(['companies.create'])
  slow.resolve(undefined)
  await vi.waitFor(() => expect(done).toEqual(['companies.create', 'folder.look', 'folder.note', 'true true']))
})

test('a slow folder is not looked into a second time before the first look has ended', async () => {
  const { done, slow } = serve()
  vi.advanceTimersByTime(3 * TICK_MS)
  slow.resolve(undefined)
  await vi.waitFor(() => expect(done).toContain('true true'))
  expect(done.filter((path) => path === 'folder.look')).toEqual(['folder.look'])
})

test('nothing is written any more for a folder once the workspace is being locked', async () => {
  const { done, slow, close } = serve()
  vi.advanceTimersByTime(TICK_MS)
  close()
  slow.resolve(undefined)
  await vi.waitFor(() => expect(done).toEqual(['folder.look', 'true false']))
})
