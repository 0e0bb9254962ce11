// One thread of the engine, seen from the host: calls go out, replies come back, and an accident ends every call with a reply.
import { Worker } from 'node:worker_threads'
import { AppError, type AppErrorData } from '#shared/base/app-error.ts'
import type { Progress, Reply } from '#shared/base/procedure.ts'
import type { LogEnd } from '#main/db/log/incarnation.ts'
import type { Actor } from '#main/rpc/handlers.ts'
import { refusal } from '#main/workspace/refusal.ts'
import type { CallOptions } from './session.ts'
import type { FromThread, Identity, ReplicaAnswers, ReplicaAsk, ThreadStart, ToThread } from './thread-messages.ts'

/** What is new in a thread's memory. So little is walked over again and again: what grows pays for each page it is the first to touch. */
export const YOUNG_GENERATION_MB = 8

/** Without a limit, one thread that runs out of memory would end the whole process. */
const resourceLimits = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB }

export interface CallOfThread extends CallOptions {
  readonly path: string
  readonly input: unknown
  readonly actor: Actor
  /** Writes very many rows. */
  readonly isBulk?: boolean
}

export interface ThreadEvents {
  readonly onChanged: (tables: readonly string[], rev: number) => void
  readonly onBug: (traceId: string, error: Error) => void
  /** A writer has come so far when it is closed. */
  readonly onEnd: (end: LogEnd) => void
  /** It ended without being asked to. */
  readonly onCrash: (error: unknown) => void
}

export interface Thread {
  /** Of a writer. */
  readonly identity: Identity | null
  readonly call: (call: CallOfThread) => Promise<Reply>
  /** Rejects with what the file has to say, that the workspace is locked, or that the thread ended in the middle of it. */
  readonly replica: <Ask extends ReplicaAsk>(
    ask: Ask,
    onProgress?: (progress: Progress) => void,
  ) => Promise<ReplicaAnswers[Ask['kind']]>
  readonly isBusy: () => boolean
  /** When nothing runs any more and nothing waits. */
  readonly idle: () => Promise<void>
  /** Lets the running transaction end, closes the database, and answers when the thread has gone. */
  readonly close: () => Promise<void>
  /** Leaves it alone for good: no message of it is heard any more, and it ends when SQLite's statement does. */
  readonly abandon: () => Promise<void>
}

interface Waiting {
  readonly call: CallOfThread
  readonly cancelled: Int32Array<SharedArrayBuffer>
  readonly resolve: (reply: Reply) => void
}

interface Asked extends PromiseWithResolvers<never> {
  readonly onProgress: ((progress: Progress) => void) | undefined
}

export const failed = (error: AppErrorData): Reply => ({ ok: false, error })

/** `file` is the built `engine-worker`. Rejects with the refusal that kept the workspace from being opened. */
export const startThread = (file: URL | string, start: Omit<ThreadStart, 'closing'>, events: ThreadEvents): Promise<Thread> => {
  const closing = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(file, {
    workerData: { ...start, closing: closing.buffer } satisfies ThreadStart,
    resourceLimits,
    name: `kith-${start.role}`,
  })
  const waiting = new Map<number, Waiting>()
  const asked = new Map<number, Asked>()
  let lastId = 0
  /** `lost`: it ended, or was left alone, without having been told to close. */
  let state: 'running' | 'closing' | 'lost' = 'running'
  const restful = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10))

  const post = (message: ToThread): void => worker.postMessage(message)
  const whyNot = (): AppError =>
    state === 'closing' ? refusal('locked', 'workspace.locked') : refusal('unavailable', 'workspace.interrupted')
  const endAll = (): void => {
    for (const { resolve } of waiting.values()) resolve(failed(whyNot().toData()))
    waiting.clear()
    for (const { reject } of asked.values()) reject(whyNot())
    asked.clear()
  }
  const gone = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      const isCrash = state === 'running'
      if (isCrash) state = 'lost'
      endAll()
      if (isCrash) events.onCrash(crash)
      resolve()
    })
  })
  let crash = new Error(`The ${start.role} thread ended`)
  worker.on('error', (error: unknown) => {
    crash = error instanceof Error ? error : new Error(String(error))
  })

  const opened = (identity: Identity | null): Thread => ({
    identity,
    call: (call) =>
      new Promise((resolve) => {
        if (state !== 'running') return resolve(failed(whyNot().toData()))
        const id = ++lastId
        const cancelled = new Int32Array(new SharedArrayBuffer(4))
        const giveUp = (): void => void Atomics.store(cancelled, 0, 1)
        if (call.signal?.aborted) giveUp()
        call.signal?.addEventListener('abort', giveUp, { once: true })
        waiting.set(id, {
          call,
          cancelled,
          resolve: (reply) => {
            call.signal?.removeEventListener('abort', giveUp)
            resolve(reply)
          },
        })
        post({ type: 'call', id, path: call.path, input: call.input, actor: call.actor, cancelled: cancelled.buffer })
      }),
    replica: (ask, onProgress) => {
      if (state !== 'running') return Promise.reject(whyNot())
      const id = ++lastId
      // What comes back is of the kind that was asked for.
      const answer = Promise.withResolvers<never>()
      asked.set(id, { ...answer, onProgress })
      post({ type: 'replica', id, ask })
      return answer.promise
    },
    isBusy: () => waiting.size + asked.size > 0,
    idle: async () => {
      while (state === 'running' && waiting.size + asked.size > 0) await Promise.race([restful(), gone])
    },
    close: () => {
      if (state === 'running') {
        state = 'closing'
        Atomics.store(closing, 0, 1)
        post({ type: 'close' })
      }
      return gone
    },
    abandon: async () => {
      state = 'lost'
      worker.removeAllListeners('message')
      endAll()
      await worker.terminate()
    },
  })

  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromThread) => {
      if (message.type === 'ready') return resolve(opened(message.identity))
      if (message.type === 'refused') {
        state = 'closing'
        return reject(asAppError(message.error))
      }
      if (message.type === 'changed') return events.onChanged(message.tables, message.rev)
      if (message.type === 'end') return events.onEnd(message.end)
      if (message.type === 'bug') return events.onBug(message.traceId, message.error)
      if (message.type === 'answer' || message.type === 'unanswered') {
        const answer = asked.get(message.id)
        asked.delete(message.id)
        if (message.type === 'answer') return answer?.resolve(message.answer as never)
        return answer?.reject(message.sentence ? asAppError(message.sentence, message.error) : message.error)
      }
      if (message.type === 'progress') {
        const onProgress = waiting.get(message.id)?.call.onProgress ?? asked.get(message.id)?.onProgress
        return onProgress?.(message.progress)
      }
      waiting.get(message.id)?.resolve(message.reply)
      waiting.delete(message.id)
    })
    void gone.then(() => reject(crash))
  })
}

const asAppError = ({ code, messageKey, params, ...details }: AppErrorData, cause?: Error): AppError =>
  new AppError(code, messageKey, params, { ...details, cause })
