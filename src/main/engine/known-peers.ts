// What is remembered of the other machines while they are not there, also over a restart: when each was last heard, and what it held then.
import { lacking } from '#main/sync/exchange-topic.ts'
import type { Connection } from '#main/sync/connections.ts'
import { heldIn, type Told } from '#main/sync/heard-of.ts'
import type { VersionVector } from '#main/sync/replica.ts'
import type { KnownPeer } from './network-file.ts'

/** In an office of many a machine is here that somebody talked to so lately. Three words of others may be lost. */
const HERE_MS = 90_000
/** Of one and the same farewell all hear within this. */
const FAREWELL_MS = 5_000

const nobody = (deviceId: string): KnownPeer => ({ deviceId, seenAt: 0, app: null, vector: null, held: null })

/** The newest of each machine of `members`. */
export const knownPeers = (
  kept: readonly KnownPeer[],
  connections: readonly Connection[],
  told: ReadonlyMap<string, Told>,
  members: ReadonlySet<string>,
): KnownPeer[] => {
  const peers = new Map(kept.map((peer) => [peer.deviceId, peer]))
  for (const { deviceId, heardAt, peer, progress } of connections) {
    const before = peers.get(deviceId) ?? nobody(deviceId)
    const holds = progress ? { vector: [...progress.theirs], held: null } : {}
    peers.set(deviceId, { ...before, ...holds, seenAt: heardAt, app: peer?.app ?? before.app })
  }
  for (const [deviceId, { seenAt, held, app }] of told) {
    const before = peers.get(deviceId) ?? nobody(deviceId)
    if (seenAt <= before.seenAt) continue
    peers.set(deviceId, { ...before, ...(held === null ? {} : { vector: null, held }), seenAt, app: app ?? before.app })
  }
  return [...peers.values()].filter(({ deviceId }) => members.has(deviceId))
}

/** Whether others talk to a machine that this one does not talk to itself. */
export const isHereByOthers = (told: Told | undefined, connection: Connection | undefined, now: number): boolean =>
  told !== undefined && told.seenAt > (connection?.heardAt ?? 0) + FAREWELL_MS && now - told.seenAt < HERE_MS

export interface Waiting {
  readonly toSend: number | null
  readonly toTake: number | null
}

/** Change sets that wait between this machine, which holds `ours`, and one that is not there. */
export const waitingFor = (peer: KnownPeer | undefined, ours: VersionVector): Waiting => {
  if (peer?.vector) {
    const theirs = new Map(peer.vector)
    return { toSend: lacking(ours, theirs), toTake: lacking(theirs, ours) }
  }
  const held = peer?.held ?? null
  return { toSend: held === null ? null : Math.max(0, heldIn(ours) - held), toTake: null }
}
