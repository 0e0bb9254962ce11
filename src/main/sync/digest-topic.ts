// Whether two machines that have the same change sets show the same: asked by the one that called, when both are quiet, at most once an hour, or by
// the one whose records were set right. What differs is looked for by ranges of ids, until the rows are named.
import { ALL_IDS, type IdRange } from '#main/db/replicate/digests.ts'
import type { Frame } from '#main/net/frames.ts'
import {
  type DifferingPlace,
  type DigestAnswer,
  digestAnswer,
  digestAsk,
  type DigestAsk,
  digestFound,
  digestLimits,
  type DigestQuestion,
  digestTypes,
  MOST_PLACES,
  PARTS,
} from './digest-messages.ts'
import { readMessage } from './messages.ts'
import type { Topic, TopicPart, TopicTalk } from './topic.ts'

const AUDIT_EVERY_MS = 3_600_000
/** Where one of the two was written to meanwhile; twice as long each time, since one of them may have an older Kith and show less for long. */
const AGAIN_AFTER_MS = 60_000

export interface DigestAuditOptions {
  /** Asks the own file. */
  readonly digests: (question: DigestQuestion) => Promise<DigestAnswer>
  readonly nowMs: () => number
  /** What a machine shows otherwise than this one; none: it shows the same. */
  readonly onFound: (deviceId: string, places: readonly DifferingPlace[]) => void
}

export interface DigestAudit {
  readonly topic: Topic
  /** Whether the machine was found to show something else, when it was last asked. */
  readonly differs: (deviceId: string) => boolean
  /** Asks those that show something else once more, whoever called; the ones that are away as soon as they come. */
  readonly again: () => void
}

type AskOther = (ask: DigestAsk) => Promise<DigestAnswer | null>

export const createDigestAudit = ({ digests, nowMs, onFound }: DigestAuditOptions): DigestAudit => {
  const nextAt = new Map<string, number>()
  const waits = new Map<string, number>()
  const differing = new Set<string>()
  const urgent = new Set<string>()
  const settles = new Set<() => void>()

  const note = (deviceId: string, places: readonly DifferingPlace[]): void => {
    const isNews = differing.has(deviceId) !== places.length > 0
    if (places.length > 0) differing.add(deviceId)
    else differing.delete(deviceId)
    if (isNews) onFound(deviceId, places)
  }

  /** The rows of a range that differ, as long as neither file is written to. */
  const differingRows = async (askOther: AskOther, table: number, range: IdRange): Promise<string[]> => {
    const cut = await digests({ kind: 'cuts', table, range, parts: PARTS })
    const cuts = cut.kind === 'cuts' ? cut.cuts : []
    const ask: DigestAsk =
      cuts.length < PARTS - 1 ? { kind: 'rows', table, range } : { kind: 'slices', table, range, cuts: [...cuts] }
    const [mine, theirs] = [await digests(ask), await askOther(ask)]
    if (theirs?.state !== mine.state) return []
    if (mine.kind === 'rows' && theirs.kind === 'rows') {
      const [ours, others] = [new Map(mine.rows), new Map(theirs.rows)]
      return [...new Set([...ours.keys(), ...others.keys()])].filter((id) => ours.get(id) !== others.get(id))
    }
    if (mine.kind !== 'slices' || theirs.kind !== 'slices') return []
    const bounds = [range.from, ...cuts, range.to]
    const found: string[] = []
    for (const [index, { digest }] of mine.slices.entries()) {
      if (digest === theirs.slices[index]?.digest || found.length >= MOST_PLACES) continue
      found.push(...(await differingRows(askOther, table, { from: bounds[index] ?? '', to: bounds[index + 1] ?? null })))
    }
    return found
  }

  const audit = async ({ facts, say }: TopicTalk, askOther: AskOther): Promise<void> => {
    const [mine, theirs] = [await digests({ kind: 'tables' }), await askOther({ kind: 'tables' })]
    if (mine.kind !== 'tables' || theirs?.kind !== 'tables') return
    const wait = waits.get(facts.deviceId) ?? AGAIN_AFTER_MS
    if (theirs.state !== mine.state) {
      waits.set(facts.deviceId, Math.min(2 * wait, AUDIT_EVERY_MS))
      return void nextAt.set(facts.deviceId, nowMs() + wait)
    }
    waits.delete(facts.deviceId)
    urgent.delete(facts.deviceId)
    const others = new Map(theirs.tables.map(({ id, digest }) => [id, digest]))
    const places: DifferingPlace[] = []
    for (const { id, digest } of mine.tables)
      if (others.get(id) !== digest)
        places.push({ table: id, rows: (await differingRows(askOther, id, ALL_IDS)).slice(0, MOST_PLACES) })
    say(digestTypes.found, { places })
    note(facts.deviceId, places)
  }

  /** Also where the clock was set back meanwhile. */
  const isDue = (deviceId: string): boolean => {
    const left = (nextAt.get(deviceId) ?? 0) - nowMs()
    return left <= 0 || left > AUDIT_EVERY_MS
  }

  const begin = (talk: TopicTalk): TopicPart => {
    const { deviceId, side } = talk.facts
    let answered: ((answer: DigestAnswer | null) => void) | null = null
    let isAsking = false
    let isAnswering = false
    const answer = async (asked: DigestAsk): Promise<void> => {
      isAnswering = true
      const found = await digests(asked)
      isAnswering = false
      talk.say(digestTypes.answer, found)
    }
    const askOther: AskOther = (ask) => {
      const { promise, resolve } = Promise.withResolvers<DigestAnswer | null>()
      answered = resolve
      talk.say(digestTypes.ask, ask)
      return promise
    }
    const settled = (): void => {
      if (isAsking || !isDue(deviceId) || (side !== 'dialled' && !urgent.has(deviceId))) return
      isAsking = true
      nextAt.set(deviceId, nowMs() + AUDIT_EVERY_MS)
      talk.aside(audit(talk, askOther).finally(() => (isAsking = false)))
    }
    settles.add(settled)
    const hear = (frame: Frame): void => {
      if (frame.type === digestTypes.ask) {
        const asked = readMessage(digestAsk, frame)
        // Each goes over a table or all of them: whoever asks waits for the answer.
        if (!asked || isAnswering) return talk.refuse('digest')
        return talk.aside(answer(asked))
      }
      if (frame.type === digestTypes.found) {
        const said = readMessage(digestFound, frame)
        return said ? note(deviceId, said.places) : talk.refuse('digest')
      }
      const said = readMessage(digestAnswer, frame)
      if (!said || !answered) return talk.refuse('digest')
      answered(said)
      answered = null
    }
    return {
      hear,
      settled,
      end: () => {
        settles.delete(settled)
        answered?.(null)
      },
    }
  }

  return {
    topic: { name: 'digest', limits: digestLimits, begin },
    differs: (deviceId) => differing.has(deviceId),
    again: () => {
      for (const deviceId of differing) {
        urgent.add(deviceId)
        nextAt.delete(deviceId)
        waits.delete(deviceId)
      }
      for (const settled of settles) settled()
    },
  }
}
