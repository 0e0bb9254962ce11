// Takes the host's messages in a thread, and answers them: in order where something is written, at the end of the work when it must close.
import type { MessagePort } from 'node:worker_threads'
import { AppError } from '#shared/base/app-error.ts'
import type { Progress, Reply } from '#shared/base/procedure.ts'
import type { Call } from '#main/rpc/call.ts'
import { sentenceOf } from '#main/rpc/errors.ts'
import { refusal } from '#main/workspace/refusal.ts'
import { sendableError } from './sendable-error.ts'
import type { FromThread, ReplicaAsk, ThreadCall, ThreadRole, ToThread } from './thread-messages.ts'
import type { AnswerReplica } from './thread-replica.ts'

const PROGRESS_MS = 100
const IDLE_MS = 20_000
/** How often the clock is looked at. */
const TICK_MS = 5_000

export interface ThreadService {
  readonly port: MessagePort
  readonly call: Call
  readonly replica: AnswerReplica
  readonly role: ThreadRole
  readonly closing: SharedArrayBuffer
  readonly nowMs: () => number
  readonly close: () => void
  /** Done, in its turn among the calls, when nothing is asked for a while. */
  readonly whenIdle: (() => Promise<void>) | null
  /**
   * Done every few seconds beside the calls: whatever has its time. It may wait for a disk or a network drive without holding up anyone, as long
   * as it asks through `ask`.
   */
  readonly onTick: ((ask: Call) => Promise<void>) | null
  /** Whether a call writes, so that it has to wait for its turn. */
  readonly isWriting: (path: string) => boolean
}

/** Serves until it is told to close; then lets the running work end and frees the port, which ends the thread. */
export const serveThread = ({
  port,
  call,
  replica,
  role,
  closing,
  nowMs,
  close,
  whenIdle,
  onTick,
  isWriting,
}: ThreadService): void => {
  const send = (message: FromThread): void => port.postMessage(message)
  const isClosing = (): boolean => Atomics.load(new Int32Array(closing), 0) === 1
  let running: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  const beside = (work: Promise<void>): void => {
    running = Promise.all([running, work]).then(() => undefined)
  }
  const checkClosing = (): void => {
    if (isClosing()) throw refusal('locked', 'workspace.locked')
  }

  const answer = async ({ id, path, input, actor, cancelled }: ThreadCall): Promise<void> => {
    const flag = new Int32Array(cancelled)
    const checkCancelled = (): void => {
      // What is being written is written to its end; a report is worth nothing to a locked window.
      if (role === 'reader') checkClosing()
      if (Atomics.load(flag, 0) === 1) throw new AppError('cancelled', 'errors.cancelled')
    }
    const progress = throttled(nowMs, (told) => send({ type: 'progress', id, progress: told }))
    const reply =
      refusedBy(checkClosing) ?? refusedBy(checkCancelled) ?? (await call(path, input, { actor, progress, checkCancelled }))
    send({ type: 'reply', id, reply })
  }

  const rest = (): void => {
    clearTimeout(idle)
    if (!whenIdle) return
    idle = setTimeout(() => {
      running = running.then(whenIdle)
    }, IDLE_MS).unref()
  }

  /** As a call from outside: what writes waits for its turn, and nothing is done any more once the thread is closing. */
  const askBeside: Call = (path, input, hooks) => {
    const ask = async (): Promise<Reply> =>
      refusedBy(checkClosing) ?? (await call(path, input, { ...hooks, checkCancelled: checkClosing }))
    if (!isWriting(path)) return ask()
    const turn = running.then(ask)
    running = turn
    return turn
  }
  let isTicking = false
  const tick = async (): Promise<void> => {
    if (!onTick || isTicking || isClosing()) return
    isTicking = true
    await onTick(askBeside)
    isTicking = false
  }
  const ticks = onTick ? setInterval(() => void tick(), TICK_MS).unref() : undefined

  const answerReplica = async (id: number, ask: ReplicaAsk): Promise<void> => {
    const progress = throttled(nowMs, (told) => send({ type: 'progress', id, progress: told }))
    try {
      checkClosing()
      send({ type: 'answer', id, answer: await replica(ask, { checkClosing, progress }) })
    } catch (error) {
      send({ type: 'unanswered', id, error: sendableError(`replica ${ask.kind}`, error), sentence: sentenceOf(error) })
    }
  }

  port.on('message', (message: ToThread) => {
    if (message.type === 'replica') {
      const { id, ask } = message
      if (role === 'reader') beside(answerReplica(id, ask))
      else running = running.then(() => answerReplica(id, ask))
      return rest()
    }
    if (message.type === 'call') {
      // A reader's calls may overlap where they wait for a file; the writer's never do.
      if (role === 'writer') running = running.then(() => answer(message))
      else beside(answer(message))
      return rest()
    }
    clearTimeout(idle)
    clearInterval(ticks)
    void running.then(() => {
      close()
      port.close()
    })
  })
}

const refusedBy = (check: () => void): Reply | null => {
  try {
    check()
    return null
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.toData() }
    throw error
  }
}

/** Tells the first step, and then at most ten a second. */
const throttled = (
  nowMs: () => number,
  tell: (progress: Progress) => void,
): ((step: string, done: number, total: number | null) => void) => {
  let last = -Infinity
  let lastStep = ''
  return (step, done, total) => {
    const now = nowMs()
    if (step === lastStep && now - last < PROGRESS_MS) return
    last = now
    lastStep = step
    tell({ step, done, total })
  }
}
