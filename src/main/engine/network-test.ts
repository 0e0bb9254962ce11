// The connection test of this machine: what it has open is tried out, and each other machine by all the addresses that are known of it.
import type { Device } from '#shared/devices/devices.contract.ts'
import type { Finding, Said } from '#shared/sync/network.contract.ts'
import { testConnection } from '#main/net/connection-test.ts'
import type { DialReason } from '#main/net/dial.ts'
import type { Misfit } from '#main/net/dial-attempt.ts'
import type { UsableInterface } from '#main/net/interfaces.ts'
import type { TestedPeer } from '#main/net/peer-test.ts'
import { inOrderOfHope } from '#main/net/remembered-addresses.ts'
import type { Office } from '#main/sync/office.ts'
import type { NetworkFile } from './network-file.ts'
import { refusing } from './network-status.ts'

export interface NetworkTestParts {
  readonly file: NetworkFile | null
  readonly office: Office | null
  /** Why the door is not open. */
  readonly trouble: Said | null
  readonly devices: readonly Device[]
  readonly readInterfaces: (() => readonly UsableInterface[]) | null
}

export const testNetwork = async (parts: NetworkTestParts): Promise<readonly Finding[]> => {
  const { file, office, trouble, readInterfaces } = parts
  if (trouble) return [{ level: 'trouble', ...trouble }]
  const findings = await testConnection({
    listening: office ? { port: office.state().port, error: null } : null,
    announcer: office?.announcer ?? null,
    peers: file && office ? others(parts.devices, file, office).map(peerIn(office)) : [],
    ...(readInterfaces ? { readInterfaces } : {}),
  })
  return findings.map(({ level, messageKey, params }) => ({ level, messageKey, params }))
}

const others = (devices: readonly Device[], file: NetworkFile, office: Office): readonly Pick<Device, 'id' | 'name'>[] => [
  ...devices.filter(({ id }) => id !== file.identity.deviceId),
  ...refusing(office.state(), new Set(devices.map(({ id }) => id))),
]

const peerIn =
  (office: Office) =>
  ({ id, name }: Pick<Device, 'id' | 'name'>): TestedPeer => {
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
      meet: async (address) => misfitOf(await office.tryAt(id, address)),
    }
  }

/** The port is open: what is left to find out is who listens. */
const misfitOf = (reason: DialReason | null): Misfit | null => {
  if (reason === 'refused') return 'not_let_in'
  if (reason === 'itself') return 'other_machine'
  return reason === 'other_machine' || reason === 'not_kith' || reason === 'other_version' ? reason : null
}
