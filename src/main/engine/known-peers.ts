// What is remembered of the other machines while they are not there, also over a restart: when each was last heard, and what it held then.
import { lacking } from '#main/sync/exchange-topic.ts'
import type { Connection } from '#main/sync/connections.ts'
import type { VersionVector } from '#main/sync/replica.ts'
import type { KnownPeer } from './network-file.ts'

/** The newest of each machine of `members`. */
export const knownPeers = (
  kept: readonly KnownPeer[],
  connections: readonly Connection[],
  members: ReadonlySet<string>,
): KnownPeer[] => {
  const peers = new Map(kept.map((peer) => [peer.deviceId, peer]))
  for (const { deviceId, heardAt, peer, progress } of connections) {
    const before = peers.get(deviceId)
    const app = peer?.app ?? before?.app ?? null
    const vector = progress ? [...progress.theirs] : (before?.vector ?? null)
    peers.set(deviceId, { deviceId, seenAt: heardAt, app, vector })
  }
  return [...peers.values()].filter(({ deviceId }) => members.has(deviceId))
}

export interface Waiting {
  readonly toSend: number | null
  readonly toTake: number | null
}

/** Change sets that wait between this machine, which holds `ours`, and one that is not there. */
export const waitingFor = (peer: KnownPeer | undefined, ours: VersionVector): Waiting => {
  if (!peer?.vector) return { toSend: null, toTake: null }
  const theirs = new Map(peer.vector)
  return { toSend: lacking(ours, theirs), toTake: lacking(theirs, ours) }
}
