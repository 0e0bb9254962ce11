// The change sets themselves: each machine tells what it holds and sends what the other lacks, in the order in which it came, for as long as
// the conversation lasts. All that a cut costs is the batch that was on its way.
import type { KnownOrigin } from '#main/db/replicate/outgoing.ts'
import type { Frame } from '#main/net/frames.ts'
import { FRAME_BYTES } from '#main/net/limits.ts'
import { createAgreement } from './agreement.ts'
import { ack, exchangeLimits, holdingsMessage, messageTypes, originsMessage, readMessage } from './messages.ts'
import type { Batch, Replica, VersionVector } from './replica.ts'
import type { Topic, TopicPart, TopicTalk } from './topic.ts'
import type { Turns } from './turns.ts'

/** About so many bytes of change sets go into a frame. */
const BATCH_BYTES = 128 * 1024
/** A change set may be longer than a frame, but not than this; it comes in parts then. */
const LONGEST_BATCH = 17 * FRAME_BYTES
/** So many batches may be on their way before the other side has said that they are on its disk: few at first, for others may send it the same. */
const FIRST_WINDOW = 2
const LARGEST_WINDOW = 8
const MOST_ORIGINS = 10_000

export interface ExchangeProgress {
  /** Change sets that the other side lacks, as far as it told. */
  readonly toSend: number
  /** Those that this machine lacks. */
  readonly toTake: number
  /** What the other side holds, as far as is known here. Goes on changing, also by what is still being written when the conversation ends. */
  readonly theirs: VersionVector
}

export interface ExchangeOptions {
  readonly replica: Replica
  readonly turns: Turns
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

const beginExchange = (talk: TopicTalk, { replica, turns, onProgress }: ExchangeOptions): TopicPart => {
  const { deviceId } = talk.facts
  /** What the other side holds, as far as is known here; null: it has not said, or both do not agree yet on what the names mean. */
  let theirs: Map<string, number> | null = null
  let ours = new Map<string, number>()
  /** Whose each origin is, as the other side told. */
  const introduced = new Map<string, KnownOrigin>()
  /** Origins that the other side was told of. */
  const told = new Set<string>()
  /** The beginning of a batch of which more is to come. */
  let begun: Buffer[] = []
  let sentUpTo = 0
  let onTheWay = 0
  let most = FIRST_WINDOW
  let isSending = false
  /** What is being written here of theirs would go back to where it came from: it counts as theirs only once it is written. */
  let isTaking = false
  let isMore = true
  /** Something came while the two did not agree on names: it may stand on what the same names mean over there. */
  let hasPassedOver = false

  const tell = (): void => {
    if (theirs !== null) onProgress({ toSend: lacking(ours, theirs), toTake: lacking(theirs, ours), theirs })
  }

  const tellHoldings = async (): Promise<void> => {
    const { vector, heads, origins: known, ownOrigin } = await replica.holdings()
    ours = new Map(vector)
    for (const origin of known.keys()) told.add(origin)
    talk.say(messageTypes.holdings, { vector: [...vector], heads: [...heads], origins: [...known], ownOrigin })
  }

  const introduce = async (): Promise<void> => {
    const { origins: known } = await replica.holdings()
    talk.say(messageTypes.origins, { origins: [...known].filter(([origin]) => !told.has(origin)) })
    for (const origin of known.keys()) told.add(origin)
  }

  const agreement = createAgreement({
    ...{ talk, replica, tellHoldings },
    onApart: () => {
      theirs = null
    },
    onAgreed: (own, other) => {
      ours = new Map(own)
      theirs = new Map(other)
      sentUpTo = 0
      isMore = true
      tell()
      goOn()
      // So that it is sent again.
      if (hasPassedOver) talk.aside(tellHoldings())
      hasPassedOver = false
    },
  })

  const sendBatch = async (bytes: Uint8Array): Promise<void> => {
    for (let at = 0; talk.isOpen(); at += FRAME_BYTES) {
      const isLast = bytes.length - at <= FRAME_BYTES
      const part = bytes.subarray(at, at + FRAME_BYTES)
      if (!talk.sendBytes(isLast ? messageTypes.batch : messageTypes.batchPart, part)) await talk.drained()
      if (isLast) return
    }
  }

  /** Sends until the other side lacks nothing, or enough is on its way. */
  const sendMissing = async (): Promise<void> => {
    if (isSending || isTaking || theirs === null) return
    isSending = true
    try {
      while (isMore && !isTaking && talk.isOpen() && onTheWay < most) {
        isMore = false
        const have: VersionVector | null = theirs
        const batch: Batch | null = have && (await replica.missing(have, sentUpTo, BATCH_BYTES))
        // A commit meanwhile asks for another look; what was reckoned for other names is not sent.
        if (!batch || batch.sets === 0 || theirs !== have) continue
        isMore = true
        sentUpTo = batch.upTo
        onTheWay += 1
        raise(ours, batch.vector)
        if ([...batch.vector.keys()].some((origin) => !told.has(origin))) await introduce()
        await sendBatch(batch.bytes)
      }
    } finally {
      isSending = false
    }
    tell()
  }
  const goOn = (): void => talk.aside(sendMissing())

  const hearHoldings = async (frame: Frame): Promise<void> => {
    const message = readMessage(holdingsMessage, frame)
    if (!message || introduced.size > MOST_ORIGINS) return talk.refuse('holdings')
    for (const [origin, known] of message.origins) introduced.set(origin, known)
    await agreement.meet({ ...message, vector: new Map(message.vector), heads: new Map(message.heads) })
  }

  const hearPart = ({ payload }: Frame): void => {
    begun.push(payload)
    // Parts of nothing would go on for ever.
    if (payload.length === 0 || begun.reduce((sum, { length }) => sum + length, 0) > LONGEST_BATCH) talk.refuse('batch')
  }

  const hearBatch = async ({ payload }: Frame): Promise<void> => {
    const bytes = begun.length === 0 ? payload : Buffer.concat([...begun, payload])
    begun = []
    if (theirs === null) {
      hasPassedOver = true
      return talk.say(messageTypes.ack, { batches: 1, vector: [] })
    }
    isTaking = true
    const taken = await replica.take(bytes, introduced)
    isTaking = false
    if (taken.ok) {
      raise(ours, taken.vector)
      // Whoever sent it has it, and is remembered by it, also where the conversation ended meanwhile.
      if (theirs) raise(theirs, taken.vector)
    }
    if (!talk.isOpen()) return
    if (!taken.ok) {
      const isFork = taken.reason === 'fork' || taken.reason === 'self'
      return talk.close(isFork ? 'fork' : 'bad_change_set', `${taken.reason}: ${taken.message}`)
    }
    const isMoreToCome = theirs !== null && lacking(theirs, ours) > 0
    if (!isMoreToCome) turns.over(deviceId)
    else if (taken.sets > 0) turns.came(deviceId)
    const wait = isMoreToCome ? turns.waitOf(deviceId) : null
    if (wait) talk.aside(wait.then(acknowledgeAll))
    else talk.say(messageTypes.ack, { batches: 1, vector: [...taken.vector] })
    tell()
    goOn()
  }

  /** Says with the answer what came from others meanwhile. */
  const acknowledgeAll = async (ask: Replica['holdings']): Promise<void> => {
    if (!talk.isOpen()) return
    const { vector } = await ask()
    if (theirs !== null) raise(ours, vector)
    talk.say(messageTypes.ack, { batches: 1, vector: theirs === null ? [] : [...vector] })
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
    most = Math.min(LARGEST_WINDOW, most + said.batches)
    if (theirs) raise(theirs, said.vector)
    tell()
    goOn()
  }

  const stopListening = replica.onCommit((tables) => {
    // Names changed: what was said of them counts no more.
    if (tables.includes('sync_origin')) return talk.aside(tellHoldings().then(() => agreement.meet()))
    isMore = true
    goOn()
  })
  talk.aside(tellHoldings())

  const heard = new Map<number, (frame: Frame) => void | Promise<void>>([
    [messageTypes.holdings, hearHoldings],
    [messageTypes.batch, hearBatch],
    [messageTypes.batchPart, hearPart],
    [messageTypes.origins, hearOrigins],
    [messageTypes.ack, hearAck],
    ...agreement.heard,
  ])
  const end = (): void => {
    agreement.end()
    turns.over(deviceId)
    stopListening()
  }
  return { hear: (frame) => heard.get(frame.type)?.(frame), end }
}
