// Nothing is exchanged before two machines mean the same by the names of origins. Of two histories under one name one machine leaves its own: it was
// set back, or stands on what another one did that was.
import type { Frame } from '#main/net/frames.ts'
import { isLeft, setBackTo, waysMaybeLeft } from '#main/db/replicate/left-ways.ts'
import { messageTypes, readMessage } from './messages.ts'
import { createParting, lookAgain, partedOrigins, type Told } from './parting.ts'
import type { Replica, VersionVector } from './replica.ts'
import type { TopicTalk } from './topic.ts'

/** So often in one conversation a machine finds that it went another way than the others. */
const MOST_PARTINGS = 20

export interface AgreementOptions {
  readonly talk: TopicTalk
  readonly replica: Replica
  /** Says to the other side what this one holds. */
  readonly tellHoldings: () => Promise<void>
  /** What was agreed on counts no more. */
  readonly onApart: () => void
  readonly onAgreed: (ours: VersionVector, theirs: VersionVector) => void
}

export interface Agreement {
  /** Compares what both hold. `told`: what the other side has just said; left out: what it said last. */
  readonly meet: (told?: Told) => Promise<void>
  /** Its messages. */
  readonly heard: readonly (readonly [type: number, hear: (frame: Frame) => void | Promise<void>])[]
  readonly end: () => void
}

export const createAgreement = ({ talk, replica, tellHoldings, onApart, onAgreed }: AgreementOptions): Agreement => {
  const parting = createParting(talk, replica)
  let partings = 0
  let isFinding = false
  /** What the other side said last of itself. */
  let said: Told | null = null

  const meet: Agreement['meet'] = async (told) => {
    said = told ?? said
    onApart()
    if (said === null) return
    const own = await replica.holdings()
    const ways = waysMaybeLeft(own.vector, said.vector)
    const firsts = await replica.chains(ways.map(({ originHex, first }) => [originHex, first]))
    const left = ways.find((way, index) => isLeft(way, firsts[index]))
    // Before what stands on it comes under the other name, too.
    if (left) {
      if (!isTooOften(left.originHex)) talk.aside(replica.leave({ originHex: left.originHex, after: left.first - 1 }))
      return
    }
    const after = setBackTo(own.ownOrigin, own.vector, said.vector)
    if (after !== null) {
      if (!isTooOften(own.ownOrigin)) talk.aside(replica.leave({ originHex: own.ownOrigin, after, stays: true }))
      return
    }
    const parted = await partedOrigins(replica, own, said)
    const hasLost = (said.vector.get(own.ownOrigin) ?? 0) > (own.vector.get(own.ownOrigin) ?? 0)
    if (hasLost || parted.includes(own.ownOrigin)) return talk.aside(findItself(own.ownOrigin, 'own'))
    // The other machine finds itself, and tells anew what it holds. Perhaps it only wrote meanwhile, and a third one was faster.
    const isLost = (own.vector.get(said.ownOrigin) ?? 0) > (said.vector.get(said.ownOrigin) ?? 0)
    if (isLost || parted.includes(said.ownOrigin)) return talk.say(messageTypes.lookAgain, { originHex: said.ownOrigin })
    const [other] = parted
    if (other !== undefined) return talk.aside(findItself(other, 'other'))
    onAgreed(own.vector, said.vector)
  }

  /** Answers whether that was too often, and ends the conversation then. */
  const isTooOften = (originHex: string): boolean => {
    partings += 1
    if (partings > MOST_PARTINGS) talk.close('fork', `There are two histories of ${originHex}.`)
    return partings > MOST_PARTINGS
  }

  /** Of an origin's two ways all agree on which one is left. The machine whose own it is writes under another name from then on, whichever that is. */
  const findItself = async (originHex: string, whose: 'own' | 'other' | 'told'): Promise<void> => {
    if (isFinding || isTooOften(originHex)) return
    isFinding = true
    const { after, isOurs, isFork } = await whereBothPart(originHex).finally(() => {
      isFinding = false
    })
    if (!talk.isOpen()) return
    if (isOurs || whose === 'own') return replica.leave({ originHex, after, stays: !isOurs })
    if (whose === 'told' && isFork) return talk.close('fork', `There are two histories of ${originHex}.`)
    // It was left meanwhile.
    if (whose === 'told') return tellHoldings().then(() => meet())
    talk.say(messageTypes.lookAgain, { originHex })
  }

  const whereBothPart = async (originHex: string) => {
    const held = Math.min(said?.vector.get(originHex) ?? 0, (await replica.holdings()).vector.get(originHex) ?? 0)
    const after = await parting.commonOf(originHex, held)
    return { after, isOurs: await parting.isOursToLeave(originHex, after), isFork: after < held }
  }

  const hearLookAgain = async (frame: Frame): Promise<void> => {
    const message = readMessage(lookAgain, frame)
    if (!message) return talk.refuse('lookAgain')
    if (isFinding) return
    const { ownOrigin } = await replica.holdings()
    if (message.originHex === ownOrigin) return tellHoldings()
    onApart()
    talk.aside(findItself(message.originHex, 'told'))
  }

  return {
    meet,
    heard: [
      [messageTypes.chainsAsk, parting.hear],
      [messageTypes.chains, parting.hear],
      [messageTypes.lookAgain, hearLookAgain],
    ],
    end: parting.end,
  }
}
