// A thread that does as the tests say: it answers, stays in a statement, loops, or dies. Its door is the real one's shape, its service real.
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '#shared/base/app-error.ts'
import type { Call } from '#main/rpc/call.ts'
import type { FromThread, ThreadStart } from '#main/engine/thread-messages.ts'
import { serveThread } from '#main/engine/thread-service.ts'

// Only `startThread` starts this file.
const { role, dataKey, closing } = workerData as ThreadStart
const port = parentPort
if (!port) throw new Error('This file is a thread')
const send = (message: FromThread): void => port.postMessage(message)
const started = performance.now()

/** Nothing can interrupt this, like a statement of SQLite. */
const stay = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

const log: unknown[] = []
const call: Call = async (path, input, { progress, checkCancelled }) => {
  const ms = Number(input)
  log.push(input)
  if (path === 'die') process.exit(3)
  if (path === 'stay') stay(ms)
  if (path === 'loop') {
    try {
      for (let done = 0; done < ms; done++) {
        checkCancelled?.()
        progress?.('looping', done, ms)
        stay(1)
      }
    } catch (error) {
      if (error instanceof AppError) return { ok: false, error: error.toData() }
      throw error
    }
  }
  if (path === 'write') send({ type: 'changed', tables: ['companies'], rev: ms })
  return { ok: true, data: { role, started, log: [...log] }, reads: [], rev: 0 }
}

serveThread({
  port,
  call,
  role,
  closing,
  nowMs: () => performance.now(),
  close: () => undefined,
  whenIdle: null,
  onTick: null,
  isWriting: () => true,
  replica: (ask) => {
    if (ask.kind === 'take') process.exit(3)
    if (ask.kind === 'holdings') return { vector: new Map(), heads: new Map(), origins: new Map(), ownOrigin: 'its own' }
    throw new Error('It has no file.')
  },
})
if (dataKey[0] === 0xff) {
  send({ type: 'refused', error: { code: 'conflict', messageKey: 'workspace.inUse', params: {} } })
  port.close()
} else send({ type: 'ready', identity: null })
