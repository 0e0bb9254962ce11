// What this machine knows of the others by what it sees itself and by what others told, the newest of each.
import type { LinkFacts } from '#main/net/link.ts'
import { worthTelling } from '#main/net/remembered-addresses.ts'
import type { Calling } from './calling.ts'
import type { Connection } from './connections.ts'
import { MOST_AGO_MS, type Other, type OthersMessage } from './others-topic.ts'
import type { RemovalsHeard } from './removals-heard.ts'
import type { VersionVector } from './replica.ts'

/** A machine as others have seen it. */
export interface Told {
  /** ms, by the clock of this machine. */
  readonly seenAt: number
  /** Change sets in all that it held then; null: not known. */
  readonly held: number | null
  readonly app: string | null
}

export interface HeardOfOptions {
  readonly nowMs: () => number
  readonly port: () => number
  readonly calling: Calling
  readonly connections: () => readonly Connection[]
  readonly isMember: (deviceId: string) => boolean
  readonly removals: RemovalsHeard
  /** Loopback leads somewhere: all machines are on this one. */
  readonly isOnOneMachine: boolean
  /** These may be called where nobody could before. */
  readonly onAddresses: (deviceIds: readonly string[]) => void
  /** Somebody stands otherwise than was known. */
  readonly onChange: () => void
}

export interface HeardOf {
  readonly known: () => OthersMessage
  readonly onTold: (facts: LinkFacts, told: OthersMessage) => void
  readonly told: () => ReadonlyMap<string, Told>
}

export const heldIn = (vector: VersionVector): number => vector.values().reduce((sum, seq) => sum + seq, 0)

export const createHeardOf = (options: HeardOfOptions): HeardOf => {
  const { nowMs, port, calling, connections, isMember, removals, isOnOneMachine, onAddresses, onChange } = options
  const told = new Map<string, Told>()

  /** Since this clock was set back, what was seen before lies ahead of it, and nobody knows how long ago that is. */
  const isAhead = (seenAt: number): boolean => seenAt > nowMs()

  const seen = (deviceId: string): Told | null => {
    const connection = connections().find((one) => one.deviceId === deviceId)
    const lately = told.get(deviceId) ?? null
    const byOthers = lately && isAhead(lately.seenAt) ? null : lately
    const seenAt = connection?.isOpen ? nowMs() : (connection?.heardAt ?? 0)
    if (!connection || isAhead(seenAt)) return byOthers
    if (byOthers && byOthers.seenAt > seenAt) return byOthers
    const { progress, peer } = connection
    return { seenAt, held: progress ? heldIn(progress.theirs) : null, app: peer?.app ?? null }
  }

  const take = ({ deviceId, heardAgoMs, held, app }: Other): void => {
    const before = seen(deviceId)
    const seenAt = heardAgoMs === null ? null : nowMs() - heardAgoMs
    if (seenAt === null || (before && before.seenAt >= seenAt)) return
    told.set(deviceId, { seenAt, held: held ?? before?.held ?? null, app: app ?? before?.app ?? null })
  }

  return {
    told: () => told,
    known: () => {
      const addresses = Map.groupBy(worthTelling(calling.addresses(), isOnOneMachine), ({ deviceId }) => deviceId)
      const ids = new Set([...addresses.keys(), ...told.keys(), ...connections().map(({ deviceId }) => deviceId)])
      const others = [...ids].filter(isMember).map((deviceId) => {
        const now = seen(deviceId)
        return {
          deviceId,
          addresses: (addresses.get(deviceId) ?? []).map(({ host, port: at }) => ({ host, port: at })),
          heardAgoMs: now && Math.min(MOST_AGO_MS, Math.round(nowMs() - now.seenAt)),
          held: now?.held ?? null,
          app: now?.app ?? null,
          removals: removals.coverOf(deviceId),
        }
      })
      return { port: port(), removals: removals.cover(), others }
    },
    onTold: (facts, { port: at, removals: theirs, others }) => {
      // It is there, and says where it listens; its firewall may see it otherwise.
      const caller = { host: facts.remote.address, port: at }
      const learned = facts.side === 'accepted' && calling.learn(facts.deviceId, caller, 'dialled') ? [facts.deviceId] : []
      for (const one of others.filter(({ deviceId }) => isMember(deviceId))) {
        for (const address of one.addresses) if (calling.learn(one.deviceId, address, 'told')) learned.push(one.deviceId)
        take(one)
      }
      onChange()
      if (learned.length > 0) onAddresses(learned)
      removals.note([[facts.deviceId, theirs], ...others.map((one) => [one.deviceId, one.removals] as const)])
    },
  }
}
