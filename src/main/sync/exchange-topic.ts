// The change sets themselves: each machine tells what it holds and sends what the other lacks, in the order in which it came, for as long as
// the conversation lasts. All that a cut costs is the batch that was on its way.
import type { KnownOrigin } from '#main/db/replicate/outgoing.ts'
import type { Frame } from '#main/net/frames.ts'
import { ack, exchangeLimits, holdingsMessage, messageTypes, originsMessage, readMessage } from './messages.ts'
import type { Replica, VersionVector } from './replica.ts'
import type { Topic, TopicPart, TopicTalk } from './topic.ts'

/** About so many bytes of change sets go into a frame. */
const BATCH_BYTES = 256 * 1024
/** So many batches may be on their way before the other side has said that they are on its disk. */
const WINDOW = 8
const MOST_ORIGINS = 10_000

export interface ExchangeProgress {
  /** Change sets that the other side lacks, as far as it told. */
  readonly toSend: number
  /** Those that this machine lacks. */
  readonly toTake: number
  /** What the other side holds, as far as is known here. Goes on changing. */
  readonly theirs: VersionVector
}

export interface ExchangeOptions {
  readonly replica: Replica
  readonly onProgress: (progress: ExchangeProgress) => void
}

const raise = (target: Map<string, number>, by: Iterable<readonly [string, number]>): void => {
  for (const [origin, seq] of by) if (seq > (target.get(origin) ?? 0)) target.set(origin, seq)
}

/** How many change sets of `holds` the other one lacks. */
export const lacking = (holds: VersionVector, other: VersionVector): number => {
  let sum = 0
  for (const [origin, seq] of holds) sum += Math.max(0, seq - (other.get(origin) ?? 0))
  return sum
}

export const exchangeTopic = (options: ExchangeOptions): Topic => ({
  name: 'exchange',
  limits: exchangeLimits,
  begin: (talk) => beginExchange(talk, options),
})

const beginExchange = (talk: TopicTalk, { replica, onProgress }: ExchangeOptions): TopicPart => {
  /** What the other side holds, as far as is known here; null: it has not said. */
  let theirs: Map<string, number> | null = null
  let ours = new Map<string, number>()
  /** Whose each origin is, as the other side told. */
  const introduced = new Map<string, KnownOrigin>()
  /** Origins that the other side was told of. */
  const told = new Set<string>()
  let sentUpTo = 0
  let onTheWay = 0
  let isSending = false
  let isMore = true

  const tell = (): void => {
    if (theirs !== null) onProgress({ toSend: lacking(ours, theirs), toTake: lacking(theirs, ours), theirs })
  }

  const tellHoldings = async (): Promise<void> => {
    const { vector, origins: known, ownOrigin } = await replica.holdings()
    ours = new Map(vector)
    for (const origin of known.keys()) told.add(origin)
    talk.say(messageTypes.holdings, { vector: [...vector], origins: [...known], ownOrigin })
  }

  const introduce = async (): Promise<void> => {
    const { origins: known } = await replica.holdings()
    talk.say(messageTypes.origins, { origins: [...known].filter(([origin]) => !told.has(origin)) })
    for (const origin of known.keys()) told.add(origin)
  }

  /** Sends until the other side lacks nothing, or enough is on its way. */
  const sendMissing = async (): Promise<void> => {
    if (isSending || theirs === null) return
    isSending = true
    try {
      while (isMore && talk.isOpen() && onTheWay < WINDOW) {
        isMore = false
        const batch = await replica.missing(theirs, sentUpTo, BATCH_BYTES)
        // A commit meanwhile asks for another look.
        if (batch.sets === 0) continue
        isMore = true
        sentUpTo = batch.upTo
        onTheWay += 1
        raise(ours, batch.vector)
        if ([...batch.vector.keys()].some((origin) => !told.has(origin))) await introduce()
        if (!talk.sendBytes(messageTypes.batch, batch.bytes)) await talk.drained()
      }
    } finally {
      isSending = false
    }
    tell()
  }
  const goOn = (): void => talk.aside(sendMissing())

  const hearHoldings = async (frame: Frame): Promise<void> => {
    const said = readMessage(holdingsMessage, frame)
    if (!said) return talk.refuse('holdings')
    const own = await replica.holdings()
    const vector = new Map(said.vector)
    if ((vector.get(own.ownOrigin) ?? 0) > (own.vector.get(own.ownOrigin) ?? 0)) return talk.leave('self')
    ours = new Map(own.vector)
    theirs = vector
    for (const [origin, known] of said.origins) introduced.set(origin, known)
    sentUpTo = 0
    isMore = true
    tell()
    goOn()
  }

  const hearBatch = async ({ payload }: Frame): Promise<void> => {
    const taken = await replica.take(payload, introduced)
    if (!taken.ok) {
      const isFork = taken.reason === 'fork' || taken.reason === 'self'
      return talk.close(isFork ? 'fork' : 'bad_change_set', `${taken.reason}: ${taken.message}`)
    }
    raise(ours, taken.vector)
    // Whoever sent it has it.
    if (theirs) raise(theirs, taken.vector)
    talk.say(messageTypes.ack, { batches: 1, vector: [...taken.vector] })
    tell()
  }

  const hearOrigins = (frame: Frame): void => {
    const said = readMessage(originsMessage, frame)
    if (!said || introduced.size > MOST_ORIGINS) return talk.refuse('origins')
    for (const [origin, known] of said.origins) introduced.set(origin, known)
  }

  const hearAck = (frame: Frame): void => {
    const said = readMessage(ack, frame)
    if (!said || said.batches > onTheWay) return talk.refuse('ack')
    onTheWay -= said.batches
    if (theirs) raise(theirs, said.vector)
    tell()
    goOn()
  }

  const stopListening = replica.onCommit(() => {
    isMore = true
    goOn()
  })
  talk.aside(tellHoldings())

  const heard = new Map<number, (frame: Frame) => void | Promise<void>>([
    [messageTypes.holdings, hearHoldings],
    [messageTypes.batch, hearBatch],
    [messageTypes.origins, hearOrigins],
    [messageTypes.ack, hearAck],
  ])
  return { hear: (frame) => heard.get(frame.type)?.(frame), end: stopListening }
}
