// Machines that talk over real TLS on loopback: each with its own key and its own database in memory.
import { randomBytes, randomFillSync } from 'node:crypto'
import Database from 'better-sqlite3-multiple-ciphers'
import { createDeviceIdentity, type DeviceIdentity } from '#main/net/certificate.ts'
import { dial } from '#main/net/dial.ts'
import type { Link } from '#main/net/link.ts'
import { listen } from '#main/net/listen.ts'
import type { DifferingPlace, DigestAnswer, DigestQuestion } from '#main/sync/digest-messages.ts'
import { createDigestAudit } from '#main/sync/digest-topic.ts'
import { replicaReads, replicaTake } from '#main/sync/local-replica.ts'
import { type Branch, leaveBranch } from '#main/db/replicate/leave-branch.ts'
import { openWriter, type Writer } from '#main/db/open-workspace.ts'
import type { Replica } from '#main/sync/replica.ts'
import { type Session, type SessionProgress, startSession } from '#main/sync/session.ts'
import type { SessionEnd } from '#main/sync/topic.ts'
import type { Topic } from '#main/sync/topic.ts'
import { createTurns, type Turns } from '#main/sync/turns.ts'
import type { Machine } from './replicas.ts'

export const identities = async (count: number): Promise<DeviceIdentity[]> =>
  Promise.all([...Array(count)].map(createDeviceIdentity))

/** A machine's database as the network asks it, with a word at each commit. */
export interface Asked {
  readonly replica: Replica
  readonly turns: Turns
  /** Local writes have to say so. */
  readonly committed: (tables?: readonly string[]) => void
}

/** Lets what a database holds of a branch go over to new names; the answer takes its place. */
export type GoOver = (writer: Writer, branch: Branch) => Writer | Promise<Writer>

const inMemory =
  ({ clock }: Pick<Machine, 'clock'>): GoOver =>
  (writer, branch) => {
    const raw = new Database(writer.raw.serialize())
    leaveBranch(raw, branch, { origin: randomBytes(16), deviceName: 'set back' })
    return openWriter(raw, { nowMs: () => clock.now, random: (bytes) => void randomFillSync(bytes) })
  }

/** `onLeft`: told of the database under its new names, which takes the place of the machine's. */
export const askable = (
  machine: Pick<Machine, 'writer' | 'clock'>,
  onLeft: (writer: Writer) => void = () => undefined,
  goOver: GoOver = inMemory(machine),
): Asked => {
  let { writer } = machine
  const listeners = new Set<(tables: readonly string[]) => void>()
  const committed = (tables: readonly string[] = []): void => listeners.forEach((listener) => listener(tables))
  let reads = replicaReads(writer)
  let take = replicaTake(writer, committed)
  const leave = async (branch: Branch): Promise<void> => {
    writer = await goOver(writer, branch)
    reads = replicaReads(writer)
    take = replicaTake(writer, committed)
    onLeft(writer)
    committed(['sync_change', 'sync_origin'])
  }
  const replica: Replica = {
    holdings: async () => reads.holdings(),
    missing: async (have, after, bytes) => reads.missing(have, after, bytes),
    chains: async (places) => reads.chains(places),
    leave,
    take: async (bytes, origins) => take(bytes, origins),
    vouch: async (introductions) => writer.vouch(introductions),
    onCommit: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return { replica, turns: createTurns(replica), committed }
}

/** A machine's audit of what others show, with what it was asked and what it found. `answer`: of its file. */
export const auditOf = (answer: (question: DigestQuestion) => DigestAnswer) => {
  const found: (readonly DifferingPlace[])[] = []
  const asked: string[] = []
  let now = 0
  const audit = createDigestAudit({
    digests: async (question) => {
      asked.push(question.kind)
      return answer(question)
    },
    nowMs: () => now,
    onFound: (_, places) => found.push(places),
  })
  return { audit, found, asked, pass: (ms: number) => (now += ms) }
}

export interface Talk {
  readonly sessions: readonly [Session, Session]
  readonly links: readonly [Link, Link]
  readonly progress: readonly [SessionProgress[], SessionProgress[]]
  readonly ended: Promise<readonly [SessionEnd, SessionEnd]>
  readonly close: () => Promise<void>
}

const key = '09'.repeat(32)

/** Joins two machines by a link and lets them talk. */
export const talk = async (
  [one, other]: readonly [Asked, Asked],
  [mine, theirs]: readonly [DeviceIdentity, DeviceIdentity],
  keys: readonly [readonly string[], readonly string[]] = [[key], [key]],
  topics: readonly [readonly Topic[], readonly Topic[]] = [[], []],
): Promise<Talk> => {
  const { promise: accepted, resolve } = Promise.withResolvers<Link>()
  const door = await listen({
    identity: theirs,
    port: 0,
    host: '127.0.0.1',
    isTrusted: (deviceId) => deviceId === mine.deviceId,
    isInviting: () => false,
    onLink: resolve,
    onPairing: (link) => link.close(),
    onRefused: () => undefined,
    onError: () => undefined,
  })
  const dialled = await dial({ identity: mine, host: '127.0.0.1', port: door.port, purpose: 'sync', expects: theirs.deviceId })
  const links = [dialled, await accepted] as const
  const progress: [SessionProgress[], SessionProgress[]] = [[], []]
  const begin = (index: 0 | 1, { replica, turns }: Asked): Session =>
    startSession({
      ...{ link: links[index], replica, turns, keys: () => keys[index], nowMs: () => performance.now() },
      topics: topics[index],
      self: { name: `machine-${index}`, app: '1.0.0', schema: 6 },
      onPeer: () => undefined,
      onProgress: (now) => progress[index].push(now),
      onEnd: () => undefined,
    })
  const sessions = [begin(0, one), begin(1, other)] as const
  return {
    ...{ sessions, links, progress },
    ended: Promise.all([sessions[0].ended, sessions[1].ended]),
    close: async () => {
      sessions[0].close('closing')
      await Promise.all([sessions[0].ended, sessions[1].ended])
      await door.close()
    },
  }
}
