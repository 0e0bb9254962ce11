// The connection test of this machine: what it has open is tried out, and each other machine by all the addresses that are known of it.
import type { Finding, Said } from '#shared/sync/network.contract.ts'
import { testConnection } from '#main/net/connection-test.ts'
import type { AttemptOutcome } from '#main/net/dial-attempt.ts'
import type { UsableInterface } from '#main/net/interfaces.ts'
import type { TestedPeer } from '#main/net/peer-test.ts'
import { inOrderOfHope } from '#main/net/remembered-addresses.ts'
import type { Office, Unmet } from '#main/sync/office.ts'
import type { NetworkFile } from './network-file.ts'
import type { Machine } from './network-status.ts'

export interface NetworkTestParts {
  readonly file: NetworkFile | null
  readonly office: Office | null
  /** Why the door is not open. */
  readonly trouble: Said | null
  /** Those of the office. */
  readonly devices: readonly Machine[]
  readonly readInterfaces: (() => readonly UsableInterface[]) | null
  readonly isOver: () => boolean
}

export const testNetwork = async (parts: NetworkTestParts): Promise<readonly Finding[]> => {
  const { file, office, trouble, readInterfaces, isOver } = parts
  // The same sentence as in the status: no port could be had, for example. Nothing is open then that could be tried out.
  if (trouble) return [{ level: 'trouble', ...trouble }]
  const findings = await testConnection({
    listening: office ? { port: office.state().port } : null,
    announcer: office?.announcer ?? null,
    peers: file && office ? parts.devices.filter(({ id }) => id !== file.identity.deviceId).map(peerIn(office)) : [],
    ...{ ...(readInterfaces ? { readInterfaces } : {}), isOver },
  })
  return findings.map(({ level, messageKey, params }) => ({ level, messageKey, params }))
}

const peerIn =
  (office: Office) =>
  ({ id, name }: Machine): TestedPeer => {
    const { addresses, connections } = office.state()
    const known = inOrderOfHope(addresses, id).map(({ host, port }) => ({ host, port }))
    const heard = (office.announcer?.peers() ?? []).flatMap((peer) =>
      peer.addresses.map(({ address }) => `${address} ${peer.port}`),
    )
    const connection = connections.find(({ deviceId }) => deviceId === id)
    return {
      ...{ name, addresses: known },
      isHeard: known.some(({ host, port }) => heard.includes(`${host} ${port}`)),
      hasDialledUs: connection?.isOpen === true && connection.side === 'accepted',
      asksToDialBack: () => office.canBeCalledBy(id),
      meet: async (address) => outcomeOf(await office.tryAt(id, address)),
    }
  }

/** What a call that led to no link says of a place whose port is open. */
const outcomes: Readonly<Record<Unmet, AttemptOutcome>> = {
  ...{ unreachable: 'no_way', name_unknown: 'no_name', port_closed: 'refused', no_answer: 'mute', cancelled: 'mute' },
  ...{ refused: 'not_let_in', itself: 'other_machine', other_machine: 'other_machine' },
  ...{ not_kith: 'not_kith', other_version: 'other_version' },
  ...{ left_alone: 'left_alone', turned_away: 'turned_away' },
}

const outcomeOf = (reason: Unmet | null): AttemptOutcome => (reason === null ? 'reached' : outcomes[reason])
