// Messages between two machines of an office as a member gone wild would send them: every kind that a conversation knows, turned over and made up.
// They end the conversation by name and change nothing, or are taken; the machine goes on talking with the others.
import { randomBytes } from 'node:crypto'
import { createDeviceIdentity } from '#main/net/certificate.ts'
import type { Link } from '#main/net/link.ts'
import { clockTopic } from '#main/sync/clock-topic.ts'
import { exchangeTopic } from '#main/sync/exchange-topic.ts'
import { greetingLimits } from '#main/sync/messages.ts'
import { newCharter, withMember } from '#main/sync/charter.ts'
import { createTurns } from '#main/sync/turns.ts'
import { beginConversation, talkInPeace } from './conversation.ts'
import { createDesk, type Desk } from './desk.ts'
import { EACH_MS, processorMs } from './limits.ts'
import { type Office, kindsOf, HELLO } from './message-kinds.ts'
import { randomFrom } from './random.ts'
import { spoiled } from './spoiled.ts'

/** After so many that were taken, or histories that were left, the machine is a new one: what it holds stays small. */
const RENEW_AFTER = 3000
const MOST_PARTINGS = 20
/** What is begun with a machine ends with the conversation, but for what the disk is at. */
const IDLE_MS = 10_000
/** So long goes by between two conversations: the machine looks again at what it does now and then. */
const BETWEEN_MS = 2 * 3_600_000

export interface MessageFuzz {
  readonly messages: number
  /** By topic: how many were taken, and how many ended the conversation as what. */
  readonly outcomes: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly slowestMs: number
  /** How many took more of the processor than `EACH_MS`. */
  readonly slow: number
  /** How much the heap had grown at most, MiB. */
  readonly mostHeapMb: number
}

/**
 * Throws if a message ends in anything but what a conversation may end with, is neither answered nor refused, changes something although it was
 * refused, or leaves a machine that no honest one can talk to.
 */
export const fuzzMessages = async (count: number, seed: number): Promise<MessageFuzz> => {
  const random = randomFrom(seed)
  const upTo = (most: number): number => Math.floor(random() * (most + 1))
  const outcomes: Record<string, Record<string, number>> = {}
  const office = await newOffice()
  const wildId = office.wild.identity.deviceId
  const limitsOf = limitsByType(office.desk)
  const types = [...limitsOf.keys()]
  let { desk } = office
  let honest = await createDesk(2, office.honest, office.charter)
  let kinds = kindsOf({ ...office, desk }, upTo)
  let [slowestMs, slow, mostHeap, taken, at] = [0, 0, 0, 0, 0]
  const heap = process.memoryUsage().heapUsed
  for (const type of types) if (!kinds.some((kind) => kind.type === type)) throw new Error(`No message of type ${type} is made.`)

  const renew = async (): Promise<void> => {
    desk.insert(`After ${at}`)
    honest.insert(`Elsewhere ${at}`)
    await talkInPeace(desk, honest)
    desk.close()
    honest.close()
    taken = 0
  }

  while (at < count) {
    let kind = kinds[upTo(kinds.length - 1)]
    if (!kind) throw new Error('There are no kinds of messages.')
    desk.clock.now += BETWEEN_MS
    const side: Link['side'] = kind.side ?? (upTo(1) === 0 ? 'dialled' : 'accepted')
    kind.prepare?.()
    const conversation = beginConversation(desk, office.wild, side)
    const greeting = kinds.find(({ type }) => type === HELLO)
    if (kind.type !== HELLO && greeting) {
      conversation.say({ type: HELLO, payload: greeting.make(conversation, side) })
      if (!(await conversation.settled()))
        throw new Error(`A good greeting was refused: ${JSON.stringify(conversation.ending())}`)
      await kind.before?.(conversation).catch((error: unknown) => {
        throw new Error(`Before message ${at} (${kind?.topic})`, { cause: error })
      })
    }
    for (let goesOn = true; goesOn && at < count; at += 1) {
      const isForged = kind.forged !== undefined && upTo(9) === 0
      const good = { type: kind.type, payload: isForged ? (kind.forged?.() ?? Buffer.alloc(0)) : kind.make(conversation, side) }
      const said = isForged ? good : spoiled(good, limitsOf.get(kind.type) ?? 0, types, upTo)
      const where = `Message ${at} (type ${said.type}, ${said.payload.length} bytes: ${said.payload.toString('utf8', 0, 300)})`
      const before = desk.state(wildId)
      const [since, spent] = [performance.now(), processorMs()]
      conversation.say(said)
      const isTaken = await (
        kind.type === HELLO && !conversation.isWelcome() ? conversation.until(conversation.isWelcome) : conversation.settled()
      ).catch((error: unknown) => {
        throw new Error(where, { cause: error })
      })
      slowestMs = Math.max(slowestMs, performance.now() - since)
      if (processorMs() - spent > EACH_MS) slow += 1
      mostHeap = Math.max(mostHeap, process.memoryUsage().heapUsed - heap)

      const outcome = isTaken ? 'taken' : outcomeOf(conversation.ending(), where)
      const byOutcome = (outcomes[kind.topic] ??= {})
      byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1
      if (isTaken) taken += 1
      else if (desk.state(wildId) !== before)
        throw new Error(`${where} was refused and left something behind: ${before} ${desk.state(wildId)}`)
      const flaw = Number.isSafeInteger(Math.round(conversation.aheadMs())) ? desk.flaw() : 'no clock is that far ahead'
      if (flaw !== null) throw new Error(`${where}: ${flaw}.`)

      goesOn = isTaken && !kind.isLast && kind.type !== HELLO && upTo(2) > 0
      if (goesOn) {
        const next = kinds.filter(({ before: lead, prepare, isLast, side: only }) => !lead && !prepare && !isLast && !only)
        kind = next[upTo(next.length - 1)] ?? kind
      }
    }
    await conversation.close()
    const left = performance.now()
    for (; !desk.traffic.isIdle(); await new Promise(setImmediate))
      if (performance.now() - left > IDLE_MS) throw new Error(`Before message ${at} a file was begun that never comes to an end.`)
    if (taken >= RENEW_AFTER || desk.partings() >= MOST_PARTINGS) {
      await renew()
      desk = await createDesk(0, office.founder, office.charter)
      honest = await createDesk(2, office.honest, office.charter)
      kinds = kindsOf({ ...office, desk }, upTo)
    }
  }
  await renew()
  office.wild.close()
  return { messages: count, outcomes, slowestMs, slow, mostHeapMb: mostHeap / 2 ** 20 }
}

/** What a conversation may end with when the other side says what it should not. */
const outcomeOf = (ending: { readonly end: string; readonly detail: string | null } | null, where: string): string => {
  const { end = 'nothing', detail = null } = ending ?? {}
  if (end === 'link' && detail?.startsWith('bad_frame')) return 'bad_frame'
  // `trouble` with a reason is an error of this machine; without one the other side said goodbye so.
  if (end === 'link' || end === 'nothing' || (end === 'trouble' && detail !== null))
    throw new Error(`${where}: ${end}, ${detail}`)
  return end
}

const limitsByType = ({ topics, replica }: Desk): Map<number, number> => {
  const always = [
    clockTopic({ nowMs: () => 0, onAhead: () => undefined }),
    exchangeTopic({ replica, turns: createTurns(replica), onProgress: () => undefined }),
  ]
  return new Map([...greetingLimits, ...[...always, ...topics].flatMap(({ limits }) => [...limits])])
}

const newOffice = async (): Promise<Office> => {
  const [founder, wild, honest, stranger] = await Promise.all([
    createDeviceIdentity(),
    createDeviceIdentity(),
    createDeviceIdentity(),
    createDeviceIdentity(),
  ])
  const makeKey = (): string => randomBytes(32).toString('hex')
  const ofTwo = withMember(newCharter(founder, makeKey), founder, wild.deviceId, makeKey)
  const charter = withMember(ofTwo, founder, honest.deviceId, makeKey)
  return {
    ...{ founder, honest, stranger, charter },
    desk: await createDesk(0, founder, charter),
    wild: await createDesk(1, wild, charter),
  }
}
