// What a thread answers the network: a reader what the file holds and what another lacks of it, the writer puts in what came.
import { AppError } from '#shared/base/app-error.ts'
import { answerDigests } from '#main/sync/local-digests.ts'
import { replicaReads, replicaTake } from '#main/sync/local-replica.ts'
import type { Sources } from '#main/db/open-workspace.ts'
import { letHeapsGrow } from './steady-heap.ts'
import { type CheckHooks, compareWithLog, setRightByLog } from './thread-check.ts'
import type { AnswerContents } from './thread-contents.ts'
import type { ThreadDatabase } from './thread-database.ts'
import type { ReplicaAnswers, ReplicaAsk } from './thread-messages.ts'

type Answer = ReplicaAnswers[keyof ReplicaAnswers]
export type AnswerReplica = (ask: ReplicaAsk, hooks: CheckHooks) => Answer | Promise<Answer>

export const replicaOfThread = (
  { reader, writer }: ThreadDatabase,
  answerContents: AnswerContents,
  onTaken: (tables: readonly string[], rev: number) => void,
  sources: Sources,
): AnswerReplica => {
  const reads = replicaReads(reader)
  const digests = answerDigests(reader)
  const take = writer && replicaTake(writer, onTaken)
  return async (ask, hooks) => {
    if (ask.kind === 'holdings') return reads.holdings()
    if (ask.kind === 'chains') return reads.chains(ask.places)
    if (ask.kind === 'missing') return reads.missing(ask.have, ask.after, ask.bytes)
    if (ask.kind === 'digests') return digests(ask.question)
    if (ask.kind === 'compare') return compareWithLog(reader, ask, { ...sources, ...hooks })
    if (ask.kind !== 'setRight' && ask.kind !== 'take' && ask.kind !== 'vouch') return answerContents(ask)
    if (!writer || !take) throw new AppError('internal', 'errors.internal', {}, { cause: new Error('A reader takes nothing.') })
    if (ask.kind === 'setRight') {
      const mended = await setRightByLog(writer, ask, sources)
      // No commit of the log: whoever shows it asks again.
      if (mended.tables.length > 0) onTaken(mended.tables, 0)
      return mended
    }
    if (ask.kind === 'vouch') {
      writer.vouch(ask.introductions)
      return null
    }
    letHeapsGrow()
    return take(ask.bytes, ask.origins)
  }
}
