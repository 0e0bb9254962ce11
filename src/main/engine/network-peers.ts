// What is known of the other machines, written down: when one comes or leaves, once a minute while one is there, and when the network is switched off.
import type { Connection } from '#main/sync/connections.ts'
import { heldIn } from '#main/sync/heard-of.ts'
import type { Office } from '#main/sync/office.ts'
import { knownPeers } from './known-peers.ts'
import type { NetworkBox } from './network-box.ts'
import type { Machine } from './network-status.ts'

export interface NetworkPeersOptions {
  readonly box: NetworkBox
  /** Those of the office. */
  readonly machines: () => Promise<readonly Machine[]>
  /** Null: it is shut. */
  readonly office: () => Office | null
  readonly logBug: (error: unknown) => void
}

export interface NetworkPeers {
  readonly keep: () => Promise<void>
  /** Keeps it if somebody came or left since, or sent more before it left than was written then. */
  readonly look: () => void
  /** Keeps it if somebody is there. */
  readonly repeat: () => void
}

export const createNetworkPeers = ({ box, machines, office, logBug }: NetworkPeersOptions): NetworkPeers => {
  /** Who was connected when it was looked last, and what those held who had left. */
  let looked = ''

  const keep = async (): Promise<void> => {
    const { connections = [], told = new Map() } = office()?.state() ?? {}
    const listed = (await machines()).map(({ id }) => id)
    const members = new Set([...listed, ...connections.map(({ deviceId }) => deviceId)])
    box.change({ peers: knownPeers(box.file()?.peers ?? [], connections, told, members) })
  }
  const keepAside = (): void => void keep().catch(logBug)
  const talks = (): readonly Connection[] => office()?.state().connections ?? []
  const whatIsNew = (): string =>
    talks()
      .map(({ deviceId, isOpen, progress }) => `${deviceId} ${isOpen ? 'there' : progress && heldIn(progress.theirs)}`)
      .toSorted()
      .join()

  return {
    keep,
    look: () => {
      const now = whatIsNew()
      if (now === looked) return
      looked = now
      // Who is gone because it was shut was kept then.
      if (office()) keepAside()
    },
    repeat: () => (talks().some(({ isOpen }) => isOpen) ? keepAside() : undefined),
  }
}
