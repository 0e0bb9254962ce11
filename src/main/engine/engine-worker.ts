// A thread of the engine: opens the database and answers calls through the door, the writer strictly one after the other.
// One of the program's few beginnings: time and random numbers are taken from the system here.
import { randomFillSync, randomUUID } from 'node:crypto'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { contract } from '#shared/contract.ts'
import { handlers } from '#main/features/index.ts'
import type { Sources } from '#main/db/open-workspace.ts'
import { logEnd } from '#main/db/log/incarnation.ts'
import { idleJobs } from '#main/jobs/idle-jobs.ts'
import type { Job } from '#main/jobs/job.ts'
import { runJobs } from '#main/jobs/run-jobs.ts'
import { timedJobs } from '#main/jobs/timed-jobs.ts'
import { type Call, createCall } from '#main/rpc/call.ts'
import { toErrorData } from '#main/rpc/errors.ts'
import { procedureLookup } from '#main/rpc/procedures.ts'
import { asRefusal } from '#main/workspace/refusal.ts'
import { giveWayTo } from './reading.ts'
import { sendableError } from './sendable-error.ts'
import { keepHeapsClose } from './steady-heap.ts'
import { openThreadAttachments } from './thread-attachments.ts'
import { contentsOfThread } from './thread-contents.ts'
import { openThreadDatabase, type ThreadDatabase } from './thread-database.ts'
import type { FromThread, ThreadStart } from './thread-messages.ts'
import { replicaOfThread } from './thread-replica.ts'
import { serveThread } from './thread-service.ts'

const nowMs = (): number => Date.now()
const random = (bytes: Uint8Array): void => void randomFillSync(bytes)

const run = async (port: MessagePort, start: ThreadStart): Promise<void> => {
  const send = (message: FromThread): void => port.postMessage(message)
  const logBug = (path: string, error: unknown): string => {
    const traceId = randomUUID()
    send({ type: 'bug', traceId, error: sendableError(path, error) })
    return traceId
  }

  const database = await open(start).catch((error: unknown) => {
    send({ type: 'refused', error: toErrorData(asRefusal(error), (bug) => logBug(`opening to be a ${start.role}`, bug)) })
    return null
  })
  const attachments = openThreadAttachments(start, random)
  start.dataKey.fill(0)
  if (!database) return port.close()
  // What a crash left half written; where it cannot be taken away now, the next start tries again.
  if (database.writer) await attachments.clearUnfinished().catch((error: unknown) => void logBug('clearing up files', error))

  const onCommit = (tables: readonly string[], rev: number): void => send({ type: 'changed', tables, rev })
  const procedureAt = procedureLookup(contract)
  const call = createCall({
    procedureAt,
    handlers,
    reader: database.reader,
    writer: database.writer,
    attachments,
    nowMs,
    logBug,
    onCommit,
  })
  const { writer } = database
  const doing = (jobs: readonly Job[], ask: Call): Promise<void> =>
    writer ? runJobs(jobs, { call: ask, writer, logBug: (job, error) => void logBug(`job ${job}`, error) }) : Promise.resolve()
  serveThread({
    replica: replicaOfThread(database, contentsOfThread(attachments), onCommit, sourcesOf(start)),
    ...{ port, call, role: start.role, closing: start.closing, nowMs },
    close: () => {
      if (writer) send({ type: 'end', end: logEnd(writer.raw) })
      attachments.close()
      database.close()
    },
    isWriting: (path) => procedureAt(path)?.kind === 'mutation',
    whenIdle:
      writer &&
      (() => {
        keepHeapsClose()
        return doing(idleJobs, call)
      }),
    onTick: writer && ((ask) => doing(timedJobs, ask)),
  })
  send({ type: 'ready', identity: database.identity })
}

const sourcesOf = ({ reading }: ThreadStart): Sources => ({
  nowMs,
  random,
  giveWay: giveWayTo(reading, () => performance.now()),
})

const open = (start: ThreadStart): Promise<ThreadDatabase> => openThreadDatabase(start, sourcesOf(start))

// `workerData` is untyped; only `startThread` starts this file.
if (parentPort) await run(parentPort, workerData as ThreadStart)
