// Two machines come to know each other's keys. The one that joins calls; both prove by CPace that they know the same code and stand at the two
// ends of the same channel. Only then the office hands over what a member needs. Who does not know the code learns nothing, and has a guess a try.
//
//   joins                                 invites
//   start    version, invitation, Ya,
//            commitment to a nonce    →
//                                     ←   answer   Yb
//   proof    tag over Ya, the nonce   →            wrong: counted and refused
//                                     ←   confirm  tag over Yb
//   about    who I am                 →
//                                     ←   welcome  what a member needs
//   done                              →
import { timingSafeEqual } from 'node:crypto'
import type { ZodType } from 'zod'
import {
  CpaceError,
  type CpaceInput,
  type CpaceSide,
  lengthsAndValues,
  SHARE_BYTES,
  sharedKey,
  startCpace,
  TAG_BYTES,
  tagOf,
} from './cpace.ts'
import { INVITATION_ID_BYTES, type Invitations } from './invitations.ts'
import { PAIRING_MS } from './limits.ts'
import type { Link } from './link.ts'
import { PairingError } from './pairing-error.ts'
import { openTalk, type Talk } from './pairing-talk.ts'
import { COMMITMENT_BYTES, commitmentTo, NONCE_BYTES, signsOfPairing } from './signs-of-pairing.ts'

const VERSION = 2
const SHARE_AT = 1 + INVITATION_ID_BYTES
const COMMITMENT_AT = SHARE_AT + SHARE_BYTES
const START_BYTES = COMMITMENT_AT + COMMITMENT_BYTES
const PURPOSE = Buffer.from('kith-pair/1')

interface Chances {
  readonly randomBytes: (size: number) => Uint8Array
  /** From the first word to the last. */
  readonly ms?: number
}

export interface JoinOptions<Welcome> extends Chances {
  /** Of a file; empty for a code. */
  readonly invitationId: string
  /** See `secretOfCode`. */
  readonly secret: Uint8Array
  /** What the office learns about this machine, as JSON of at most 8 KiB. */
  readonly about: unknown
  readonly welcome: ZodType<Welcome>
  readonly signal?: AbortSignal
}

export interface Joined<Welcome> {
  /** Whom to trust from now on. */
  readonly deviceId: string
  readonly welcome: Welcome
  /** See `signsOfPairing`; the other side has the same. */
  readonly signs: readonly number[]
}

/** The side that was invited, over a link dialled to `pair`. Throws a PairingError, or `cancelled`; the link is over in any case. */
export const joinOffice = async <Welcome>(link: Link, options: JoinOptions<Welcome>): Promise<Joined<Welcome>> => {
  const talk = openTalk(link, options.ms ?? PAIRING_MS, options.signal)
  try {
    const side = startCpace('initiator', cpaceInput(link, options.secret), options.randomBytes)
    const id = Buffer.alloc(INVITATION_ID_BYTES)
    id.write(options.invitationId, 'hex')
    const nonce = options.randomBytes(NONCE_BYTES)
    talk.say('start', Buffer.concat([Buffer.from([VERSION]), id, side.share, commitmentTo(nonce)]))

    const answer = await talk.hear('answer')
    const key = keyOf(side, answer, 'not_the_office')
    talk.say('proof', Buffer.concat([tagOf(key, link.exporter, side.share), nonce]))
    const confirm = await talk.hear('confirm')
    if (!isSame(confirm, tagOf(key, link.exporter, answer))) throw new PairingError('not_the_office')

    talk.sayJson('about', options.about)
    const welcome = await talk.hearJson('welcome', options.welcome)
    talk.say('done')
    return { deviceId: link.deviceId, welcome, signs: signsOfPairing(key, link.exporter, nonce) }
  } finally {
    talk.end()
    link.close()
  }
}

export interface Joiner<About> {
  readonly deviceId: string
  readonly about: About
  /** Empty for the code. */
  readonly invitationId: string
  /** See `signsOfPairing`; the machine has the same. */
  readonly signs: readonly number[]
}

export interface HostOptions<About> extends Chances {
  readonly invitations: Invitations
  readonly about: ZodType<About>
  /**
   * Takes the machine in, durably, and says what it needs to know, as JSON of at most 1 MiB. It is called once a pairing, only for a machine
   * that has proved to know the code. If it throws, the machine is told that it was declined.
   */
  readonly admit: (joiner: Joiner<About>) => unknown
}

export interface Hosted<About> extends Joiner<About> {
  /** The machine has said that it has everything. If not, it was taken in all the same, and may not know it. */
  readonly isConfirmed: boolean
}

/** The inviting side, over a link that came in to pair. Throws a PairingError, or what `admit` threw; the link is over in any case. */
export const hostPairing = async <About>(link: Link, options: HostOptions<About>): Promise<Hosted<About>> => {
  const talk = openTalk(link, options.ms ?? PAIRING_MS)
  try {
    const proved = await proveEachOther(link, talk, options)
    const about = await talk.hearJson('about', options.about)
    const joiner = { deviceId: link.deviceId, about, ...proved }
    talk.sayJson('welcome', await admitted(joiner, talk, options))
    const isConfirmed = await talk.hear('done').then(
      () => true,
      () => false,
    )
    return { ...joiner, isConfirmed }
  } finally {
    talk.end()
    link.close()
  }
}

/** The invitation that both know the secret of, which is used up, and what to compare. */
const proveEachOther = async <About>(
  link: Link,
  talk: Talk,
  options: HostOptions<About>,
): Promise<Pick<Joiner<About>, 'invitationId' | 'signs'>> => {
  const { invitations, randomBytes } = options
  const start = await talk.hear('start')
  if (start[0] !== VERSION || start.length !== START_BYTES) throw talk.refuse('other_version')
  const id = start.subarray(1, SHARE_AT)
  const invitationId = id.every((byte) => byte === 0) ? '' : id.toString('hex')
  const invitation = invitations.find(invitationId)
  if (!invitation) throw talk.refuse(invitations.endOf(invitationId) ?? 'no_invitation')

  const share = start.subarray(SHARE_AT, COMMITMENT_AT)
  const side = startCpace('responder', cpaceInput(link, invitation.secret), randomBytes)
  const key = keyOf(side, share, 'interrupted')
  talk.say('answer', side.share)

  const proof = await talk.hear('proof')
  // Others may have tried it meanwhile: what counts is how many tries are left now.
  if (invitations.find(invitationId)?.secret !== invitation.secret)
    throw talk.refuse(invitations.endOf(invitationId) ?? 'no_invitation')
  const [tag, nonce] = [proof.subarray(0, TAG_BYTES), proof.subarray(TAG_BYTES)]
  const isBound = isSame(commitmentTo(nonce), start.subarray(COMMITMENT_AT))
  if (!isSame(tag, tagOf(key, link.exporter, share)) || !isBound) {
    const triesLeft = invitations.fail(invitationId)
    throw talk.refuse(triesLeft > 0 ? 'wrong_code' : 'code_dead', triesLeft)
  }
  invitations.use(invitationId)
  talk.say('confirm', tagOf(key, link.exporter, side.share))
  return { invitationId, signs: signsOfPairing(key, link.exporter, nonce) }
}

const admitted = async <About>(joiner: Joiner<About>, talk: Talk, { admit }: HostOptions<About>): Promise<unknown> => {
  try {
    return await admit(joiner)
  } catch (error) {
    talk.refuse('declined')
    throw error
  }
}

/** Who speaks with whom, over which channel: whoever sits between two channels sees two, and has no key that fits both. */
const cpaceInput = ({ side, ownId, deviceId, exporter }: Link, secret: Uint8Array): CpaceInput => {
  const [joins, invites] = side === 'dialled' ? [ownId, deviceId] : [deviceId, ownId]
  return {
    secret,
    sessionId: exporter,
    context: lengthsAndValues(PURPOSE, Buffer.from(joins, 'hex'), Buffer.from(invites, 'hex')),
  }
}

const keyOf = (side: CpaceSide, share: Uint8Array, otherwise: 'not_the_office' | 'interrupted'): Buffer => {
  try {
    return sharedKey(side, share)
  } catch (error) {
    if (!(error instanceof CpaceError)) throw error
    throw new PairingError(otherwise, {}, error)
  }
}

const isSame = (given: Buffer, wanted: Buffer): boolean => given.length === wanted.length && timingSafeEqual(given, wanted)
