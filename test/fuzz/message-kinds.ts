// What two machines of an office say to each other: of each kind of message one that is right, and what is said before so that it is listened to.
import { createHash, randomBytes } from 'node:crypto'
import type { WantedContent } from '#main/attachments/arriving-content.ts'
import { encodeSets } from '#main/db/replicate/wire.ts'
import type { DeviceIdentity } from '#main/net/certificate.ts'
import type { Link } from '#main/net/link.ts'
import type { Charter } from '#main/sync/charter.ts'
import { type DigestAsk, digestTypes } from '#main/sync/digest-messages.ts'
import { signIntroduction } from '#main/sync/introduction.ts'
import { signEntry } from '#main/sync/membership.ts'
import { encodeMessage, type Hello, messageTypes as types } from '#main/sync/messages.ts'
import { type Conversation, proofFor } from './conversation.ts'
import { type Desk, PORT, RECORD } from './desk.ts'
import type { UpTo } from './spoiled.ts'

export const HELLO = types.hello
/** Permanent numbers of the topics that keep theirs to themselves. */
const OPEN = 32
const ELSEWHERE = 33
const [ASK, HAVE, WANT, PIECE, GONE] = [40, 41, 42, 43, 44] as const
const CHARTER = 52
const OTHERS = 56
const [ASK_BACK, ANSWER_BACK] = [60, 61] as const
const TABLE_OF_COMPANIES = 10

export interface Office {
  readonly founder: DeviceIdentity
  readonly honest: DeviceIdentity
  /** Nobody of the office. */
  readonly stranger: DeviceIdentity
  readonly charter: Charter
  /** The machine that is spoken to. */
  readonly desk: Desk
  /** A member, in whose name all is said. */
  readonly wild: Desk
}

export interface MessageKind {
  readonly topic: string
  readonly type: number
  readonly make: (conversation: Conversation, side: Link['side']) => Buffer
  /** Well made, in the name of somebody else or far too much. */
  readonly forged?: () => Buffer
  /** What happens at the machine itself before the conversation, and what is said in it. */
  readonly prepare?: () => void
  readonly before?: (conversation: Conversation) => Promise<unknown>
  /** Of the machine that is spoken to; left out: either. */
  readonly side?: Link['side']
  /** It makes the machine work beside the conversation. */
  readonly isLast?: true
}

export const kindsOf = ({ desk, wild, stranger, honest }: Office, upTo: UpTo): readonly MessageKind[] => {
  const wildId = wild.identity.deviceId
  const wildOrigin = wild.writer().outgoing.ownOrigin()
  const batch = encodeSets(wild.writer().outgoing.missing(new Map(), 0, Number.POSITIVE_INFINITY).sets)
  const introduced = [...wild.writer().outgoing.origins()]
  let picture = Buffer.alloc(0)
  let wanted: WantedContent = { hash: '', size: 0 }
  /** A file that the machine has not asked for before: of others it remembers who lied. */
  const want = (): void => {
    picture = randomBytes(180)
    wanted = { hash: createHash('sha256').update(picture).digest('hex'), size: picture.length }
    desk.traffic.want([wanted], 'shown')
  }
  const hexOf = (length: number): string => randomBytes(length).toString('hex')
  const ownOrigin = (): string => desk.writer().outgoing.ownOrigin()
  let said = 0

  /** As if both held the same, or so much more or less of the machine's own change sets. */
  const holdings = (aheadBy = 0): Buffer => {
    const { outgoing } = desk.writer()
    const vector = [...outgoing.vector()]
    const chains = outgoing.chains(vector)
    return encodeMessage({
      vector: vector.map(([origin, seq]) => [origin, origin === ownOrigin() ? Math.max(0, seq + aheadBy) : seq]),
      heads: vector.map(([origin], index) => [origin, (chains[index] ?? '').slice(0, 16)]),
      origins: [...outgoing.origins()],
      ownOrigin: wildOrigin,
    })
  }
  const after = (type: number, payload: () => Buffer, answer: number) => async (conversation: Conversation) => {
    conversation.say({ type, payload: payload() })
    return conversation.until(() => conversation.heard(answer) !== undefined)
  }
  /** After it left a way the machine has nothing yet under its new name. */
  const prepare = (): void => desk.insert('Its own')
  const have = (): Buffer => encodeMessage({ hashes: [wanted.hash] })
  const opened = { entity: 'company', id: RECORD, person: { id: 'ben', name: '本 Okafor' } }
  const statement = (open = [opened]) => ({ deviceId: 'ab'.repeat(32), said: (said += 1), agoMs: 100, hops: 1, open })
  const other = (deviceId: string, host = '192.168.1.7') => ({
    ...{ deviceId, addresses: [{ host, port: PORT }], heardAgoMs: 5000, held: 3, app: '1.0.0', removals: hexOf(32) },
  })
  const signedBy = (identity: DeviceIdentity, device: string) => signEntry(identity, { kind: 'added', device, keeps: [] })
  const withEntries = (entries: Charter['entries']): Buffer => {
    const now = desk.keeper.charter()
    return encodeMessage({ ...now, entries: [...now.entries, ...entries] })
  }
  const ask = (): DigestAsk => {
    const range = { from: '', to: null }
    const asks: readonly DigestAsk[] = [
      { kind: 'tables' },
      { kind: 'rows', table: TABLE_OF_COMPANIES, range },
      { kind: 'slices', table: TABLE_OF_COMPANIES, range: { from: 'a', to: 'z' }, cuts: ['c', 'f'] },
    ]
    return asks[upTo(asks.length - 1)] ?? { kind: 'tables' }
  }

  const greeting: readonly MessageKind[] = [
    {
      ...{ topic: 'greeting', type: types.hello },
      make: (_, side) =>
        encodeMessage({
          ...{ protocol: 2, oldest: 2, app: '1.0.0', schema: 7, name: 'Wild' },
          topics: ['clock', 'exchange', ...desk.topics.map(({ name }) => name)],
          proofs: desk.keeper.keys().map((key) => proofFor(key, side)),
        } satisfies Hello),
      forged: () => encodeMessage({ protocol: 2, oldest: 2, app: '', schema: 7, name: '', topics: [], proofs: [hexOf(32)] }),
    },
    { topic: 'greeting', type: types.bye, make: () => encodeMessage({ reason: 'closing' }) },
  ]
  const clock: readonly MessageKind[] = [
    { topic: 'clock', type: types.time, make: () => encodeMessage({ asked: desk.clock.now }) },
    {
      ...{ topic: 'clock', type: types.timeReply },
      make: () => encodeMessage({ asked: desk.clock.now - 1, answered: desk.clock.now }),
      // How far it is ahead is told with what both hold.
      before: (conversation) => {
        conversation.say({ type: types.holdings, payload: holdings() })
        return conversation.settled()
      },
    },
  ]
  const exchange: readonly MessageKind[] = [
    { type: types.holdings, make: () => holdings() },
    {
      type: types.batch,
      make: () => batch,
      // What comes before both agree on names is not taken.
      before: (conversation: Conversation) => {
        conversation.say({ type: types.origins, payload: encodeMessage({ origins: introduced }) })
        conversation.say({ type: types.holdings, payload: holdings() })
        return conversation.settled()
      },
    },
    { type: types.batchPart, make: () => batch.subarray(0, batch.length / 2) },
    {
      type: types.ack,
      make: () => encodeMessage({ batches: 1, vector: [...desk.writer().outgoing.vector()] }),
      prepare,
      before: after(types.holdings, () => holdings(-Infinity), types.batch),
    },
    {
      type: types.origins,
      make: () => encodeMessage({ origins: introduced }),
      forged: () => {
        const origins = [stranger, wild.identity].map((identity) => {
          const origin = hexOf(16)
          return [origin, { device: 'x', introduction: signIntroduction(identity, { origin, device: 'y', previous: null }) }]
        })
        return encodeMessage({ origins })
      },
    },
    { type: types.chainsAsk, make: () => encodeMessage({ originHex: ownOrigin(), seqs: [1, 2, 3] }) },
    {
      type: types.chains,
      make: () => encodeMessage({ originHex: ownOrigin(), chains: [null, 'ab'.repeat(8)] }),
      prepare,
      before: after(types.holdings, () => holdings(1), types.chainsAsk),
    },
    {
      type: types.lookAgain,
      make: () => encodeMessage({ originHex: ownOrigin() }),
      forged: () => encodeMessage({ originHex: hexOf(16) }),
    },
  ].map((kind) => ({ topic: 'exchange', ...kind }))
  const presence: readonly MessageKind[] = [
    { topic: 'presence', type: OPEN, make: () => encodeMessage({ open: [opened], said: (said += 1) }) },
    {
      ...{ topic: 'presence', type: ELSEWHERE },
      make: () => encodeMessage({ elsewhere: [statement()] }),
      forged: () =>
        encodeMessage({
          elsewhere: Array.from({ length: 20 }, () => ({
            ...statement(Array.from({ length: 5 }, () => ({ ...opened, id: '\ud800'.repeat(100) }))),
            deviceId: hexOf(32),
          })),
        }),
    },
  ]
  const attachments: readonly MessageKind[] = [
    {
      type: ASK,
      make: () =>
        encodeMessage({
          contents: [
            [desk.kept.hash, desk.kept.size],
            [hexOf(32), 10],
          ],
          hops: 0,
        }),
      forged: () => encodeMessage({ contents: Array.from({ length: 200 }, () => [hexOf(32), upTo(1000)]), hops: 3 - upTo(1) }),
    },
    { type: HAVE, make: have, prepare: want },
    { type: WANT, make: () => encodeMessage({ hash: desk.kept.hash, index: 0 }) },
    ...[
      { type: PIECE, make: () => Buffer.concat([Buffer.from(wanted.hash, 'hex'), Buffer.alloc(4), picture]) },
      { type: GONE, make: () => encodeMessage({ hash: wanted.hash, index: 0 }) },
    ].map((kind) => ({
      ...kind,
      prepare: want,
      before: after(HAVE, have, WANT),
    })),
  ].map((kind) => ({ topic: 'attachments', isLast: true, ...kind }))
  const digest: readonly MessageKind[] = [
    { topic: 'digest', type: digestTypes.ask, make: () => encodeMessage(ask()) },
    {
      ...{ topic: 'digest', type: digestTypes.answer, side: 'dialled', isLast: true },
      make: () => encodeMessage(desk.digestOfTables()),
      before: after(types.holdings, () => holdings(), digestTypes.ask),
    },
    {
      ...{ topic: 'digest', type: digestTypes.found },
      make: () => encodeMessage({ places: [{ table: TABLE_OF_COMPANIES, rows: [RECORD] }] }),
    },
  ]
  const rest: readonly MessageKind[] = [
    {
      ...{ topic: 'charter', type: CHARTER },
      make: () => encodeMessage(desk.keeper.charter()),
      forged: () => {
        const [first] = desk.keeper.charter().entries
        const forgeries = [
          signedBy(stranger, stranger.deviceId),
          { ...signedBy(stranger, stranger.deviceId), by: wildId },
          { ...signedBy(wild.identity, wildId), device: stranger.deviceId },
          { ...signedBy(wild.identity, wildId), kind: 'removed' as const },
          ...(first ? [{ ...first, device: stranger.deviceId }] : []),
        ]
        return withEntries(forgeries.slice(upTo(forgeries.length - 1)))
      },
    },
    {
      ...{ topic: 'others', type: OTHERS },
      make: () => encodeMessage({ port: PORT, removals: hexOf(32), others: [other(honest.deviceId)] }),
      forged: () =>
        encodeMessage({
          port: 1 + upTo(65_534),
          others: Array.from({ length: 128 }, (_, at) =>
            other(at % 2 === 0 ? honest.deviceId : hexOf(32), `10.0.${upTo(255)}.${at}`),
          ),
        }),
    },
    { topic: 'dial-back', type: ASK_BACK, make: () => encodeMessage({ port: PORT }) },
    {
      ...{ topic: 'dial-back', type: ANSWER_BACK },
      make: () => encodeMessage({ isReached: true }),
      before: async (conversation) => {
        void desk.askBack(wildId)
        return conversation.until(() => conversation.heard(ASK_BACK) !== undefined)
      },
    },
  ]
  return [...greeting, ...clock, ...exchange, ...presence, ...attachments, ...digest, ...rest]
}
