// The threads of one open workspace: one writes, one reads, and a second reader comes when something slow is asked and leaves when idle.
import type { Reply } from '#shared/base/procedure.ts'
import { AppError } from '#shared/base/app-error.ts'
import type { KeyFile } from '#main/workspace/key-file.schema.ts'
import { refusal } from '#main/workspace/refusal.ts'
import type { LogEnd } from '#main/db/log/incarnation.ts'
import type { Branch } from '#main/db/replicate/leave-branch.ts'
import type { Contents } from '#main/sync/contents.ts'
import type { DigestAuditOptions } from '#main/sync/digest-topic.ts'
import type { Replica } from '#main/sync/replica.ts'
import type { Identity, KnownPast, NewWorkspace, ReplicaAnswers, ReplicaAsk } from './thread-messages.ts'
import { createRecordCheck, type RecordCheck } from './record-check.ts'
import { createReading } from './reading.ts'
import { keepHeapsClose } from './steady-heap.ts'
import { contentsOverThread } from './thread-contents.ts'
import { type CallOfThread, failed, startThread, type Thread, type ThreadEvents } from './thread.ts'

const IDLE_MS = 30_000
const PATIENCE_MS = 3000

export interface ThreadsOptions {
  readonly file: URL | string
  readonly folder: string
  /** Kept until `close`, because a thread that crashed is started again; the caller zeroes it afterwards. */
  readonly dataKey: Uint8Array
  readonly cipher: KeyFile['cipher']
  /** Given for a new workspace: its first contents. */
  readonly birth: NewWorkspace | null
  /** Asked before each writer starts. */
  readonly past: () => Omit<KnownPast, 'leaves'>
  /** A writer has opened the file. */
  readonly onIdentity: (identity: Identity) => void
  readonly onEnd: ThreadEvents['onEnd']
  /** Own changes up to here are about to leave the machine. */
  readonly onSending: (end: LogEnd) => Promise<void>
  readonly onChanged: ThreadEvents['onChanged']
  readonly onBug: ThreadEvents['onBug']
  readonly onCrash: ThreadEvents['onCrash']
  /** How long a reader may stay in a statement after its caller gave up, before it is replaced. */
  readonly patienceMs?: number
  readonly idleMs?: number
}

export type ThreadKind = 'writer' | 'reader' | 'slowReader'
/** One that compares records with their history is there for that alone. */
type RunningKind = ThreadKind | 'checker'

export interface Threads {
  readonly call: (kind: ThreadKind, call: CallOfThread) => Promise<Reply>
  /** The workspace's file as the network sees it. */
  readonly replica: Replica
  /** What two machines compare; goes over all rows. */
  readonly digests: DigestAuditOptions['digests']
  /** Its contents of files, in the same way. */
  readonly contents: Contents
  /** Sets right what this file says otherwise than its own log. */
  readonly checkRecords: RecordCheck['check']
  readonly close: () => Promise<void>
}

/** Opens the workspace: the writer first, which brings the database up to date. Rejects with a refusal. */
export const startThreads = async (options: ThreadsOptions): Promise<Threads> => {
  const { patienceMs = PATIENCE_MS, idleMs = IDLE_MS } = options
  const running = new Map<RunningKind, Promise<Thread>>()
  const leaving = new Set<Promise<void>>()
  const onCommit = new Set<(tables: readonly string[]) => void>()
  const abandoned = new WeakSet<Thread>()
  const reading = createReading()
  let idle: NodeJS.Timeout | undefined
  let isClosing = false
  /** The file is shut for a moment, to go on under another name. */
  let reopening: Promise<void> | null = null
  let leaves: Branch | null = null

  const start = (kind: RunningKind, birth: NewWorkspace | null = null): Promise<Thread> => {
    // A thread started now would be closed by nobody, and keep the database open behind a locked window.
    if (isClosing) return Promise.reject(refusal('locked', 'workspace.locked'))
    const { folder, dataKey, cipher } = options
    const thread = startThread(
      options.file,
      {
        role: kind === 'writer' ? 'writer' : 'reader',
        isSlow: kind !== 'reader',
        folder,
        dataKey,
        cipher,
        birth,
        reading: reading.word,
        past: { ...options.past(), leaves: kind === 'writer' ? leaves : null },
      },
      {
        onChanged: (tables, rev) => {
          options.onChanged(tables, rev)
          if (tables.includes('sync_change')) onCommit.forEach((listener) => listener(tables))
        },
        onBug: options.onBug,
        onEnd: options.onEnd,
        onCrash: (error) => {
          // The next call starts it again: a crash that repeats then fails one call at a time instead of spinning.
          forget(kind, thread)
          options.onCrash(error)
        },
      },
    )
    running.set(kind, thread)
    thread.then(
      ({ identity }) => identity && options.onIdentity(identity),
      () => forget(kind, thread),
    )
    return thread
  }
  const forget = (kind: RunningKind, thread: Promise<Thread>): void => {
    if (running.get(kind) === thread) running.delete(kind)
  }
  const leave = (ended: Promise<void>): void => {
    leaving.add(ended)
    void ended.finally(() => leaving.delete(ended))
  }

  /** SQLite cannot be stopped inside a statement: after a while the caller is let go and another reader takes the thread's place. */
  const read = async (kind: ThreadKind, call: CallOfThread): Promise<Reply> => {
    if (reopening) await reopening
    const started = running.get(kind) ?? start(kind)
    const thread = await started
    const { signal } = call
    let timer: NodeJS.Timeout | undefined
    const watch = (): void => {
      timer = setTimeout(() => {
        forget(kind, started)
        abandoned.add(thread)
        leave(thread.abandon())
      }, patienceMs)
    }
    if (signal?.aborted) watch()
    signal?.addEventListener('abort', watch, { once: true })

    const reply = await thread.call(call)
    clearTimeout(timer)
    signal?.removeEventListener('abort', watch)
    if (!abandoned.has(thread) || reply.ok) return reply
    // Whoever gave up is told so; the others only shared the thread, and reading again does no harm.
    return signal?.aborted ? failed(new AppError('cancelled', 'errors.cancelled').toData()) : read(kind, call)
  }

  const restUnlessBusy = async (): Promise<void> => {
    const thread = await running.get('slowReader')
    if (!thread || thread.isBusy()) return
    running.delete('slowReader')
    const ended = thread.close()
    leave(ended)
    await ended
  }

  const restLater = (): void => {
    clearTimeout(idle)
    idle = setTimeout(() => void restUnlessBusy(), idleMs).unref()
  }

  const threadOf = async (kind: ThreadKind): Promise<Thread> => {
    if (reopening) await reopening
    return running.get(kind) ?? start(kind)
  }

  const closeAll = async (): Promise<void> => {
    clearTimeout(idle)
    const { writer, ...readers } = Object.fromEntries(running)
    running.clear()
    await Promise.all([...Object.values(readers).map(closeOne), ...leaving])
    // The writer last: the last connection to close empties the write-ahead log.
    if (writer) await closeOne(writer)
  }

  /** What runs ends first; what is asked meanwhile waits. */
  const reopen = async (branch: Branch): Promise<void> => {
    await checking.stop()
    for (const started of running.values()) await (await started.catch(() => null))?.idle()
    await closeAll()
    leaves = branch
    try {
      await start('writer')
    } finally {
      leaves = null
    }
  }

  const ask = async <Ask extends ReplicaAsk>(kind: ThreadKind, question: Ask): Promise<ReplicaAnswers[Ask['kind']]> => {
    const thread = await threadOf(kind)
    try {
      return await thread.replica(question)
    } catch (error) {
      // Only shared with whoever gave up: another reader is asked.
      if (abandoned.has(thread)) return ask(kind, question)
      throw error
    }
  }
  const checking = createRecordCheck({
    folder: options.folder,
    inThread: async (work) => {
      if (reopening) await reopening
      const started = start('checker')
      const thread = await started
      try {
        return await work(thread)
      } finally {
        forget('checker', started)
        await thread.close()
      }
    },
    askWriter: (question) => ask('writer', question),
  })
  const contents = contentsOverThread((question) => ask('reader', question))
  const replica: Replica = {
    holdings: () => ask('reader', { kind: 'holdings' }),
    missing: async (have, after, bytes) => {
      const batch = await ask('reader', { kind: 'missing', have, after, bytes })
      if (batch.own) await options.onSending(batch.own)
      return batch
    },
    chains: (places) => ask('reader', { kind: 'chains', places }),
    leave: async (branch) => {
      while (reopening) await reopening
      const turn = reopen(branch)
      // Whoever waits finds out by itself whether there is a file again.
      reopening = turn.catch(() => undefined)
      await turn.finally(() => {
        reopening = null
      })
      const tables = ['sync_change', 'sync_origin']
      options.onChanged(tables, 0)
      onCommit.forEach((listener) => listener(tables))
    },
    take: (bytes, origins) => ask('writer', { kind: 'take', bytes, origins }),
    vouch: async (introductions) => void (await ask('writer', { kind: 'vouch', introductions })),
    onCommit: (listener) => {
      onCommit.add(listener)
      return () => void onCommit.delete(listener)
    },
  }

  await start('writer', options.birth)
  try {
    await start('reader')
  } catch (error) {
    await (await running.get('writer'))?.close()
    throw error
  }

  return {
    ...{ replica, contents, checkRecords: checking.check },
    digests: (question) => ask('slowReader', { kind: 'digests', question }).finally(restLater),
    call: async (kind, call) => {
      // What a slow reader keeps of its last question, such as the preview of an import, makes room for the rows.
      if (call.isBulk) {
        keepHeapsClose()
        await restUnlessBusy()
      }
      if (kind === 'writer') return (await threadOf(kind)).call(call)
      const reply = await (kind === 'reader' ? reading.during(() => read(kind, call)) : read(kind, call))
      if (kind === 'slowReader') restLater()
      return reply
    },
    close: async () => {
      if (reopening) await reopening
      isClosing = true
      await checking.stop()
      await closeAll()
    },
  }
}

const closeOne = async (started: Promise<Thread>): Promise<void> => {
  // One that never started has nothing to close, and whoever started it was told why.
  const thread = await started.catch(() => null)
  await thread?.close()
}
