// How the office network stands, as screens show it.
import type { Device } from '#shared/devices/devices.contract.ts'
import type { NetworkStatus, Said } from '#shared/sync/network.contract.ts'
import { formatAddress } from '#main/net/addresses.ts'
import type { Connection } from '#main/sync/connections.ts'
import type { OfficeState } from '#main/sync/office.ts'
import type { VersionVector } from '#main/sync/replica.ts'
import { knownPeers, waitingFor } from './known-peers.ts'
import type { KnownPeer, NetworkFile } from './network-file.ts'
import { networkSentence } from './network-sentence.ts'

export interface StatusParts {
  /** Null: this machine was never in the network. */
  readonly file: NetworkFile | null
  /** Null: it is off, or its door did not open. */
  readonly office: OfficeState | null
  readonly trouble: Said | null
  readonly devices: readonly Device[]
  /** What this machine holds. */
  readonly ours: VersionVector
  /** Without a port, the likeliest first. */
  readonly ownAddresses: readonly string[]
  /** Of this Kith. */
  readonly appVersion: string
}

const iso = (ms: number): string => new Date(ms).toISOString()

export const networkStatusOf = ({
  file,
  office,
  trouble,
  devices,
  ours,
  ownAddresses,
  appVersion,
}: StatusParts): NetworkStatus => {
  const isOn = file?.isOn ?? false
  const connections = office?.connections ?? []
  const listed = new Set(devices.map(({ id }) => id))
  // A machine that has just joined talks to the one that let it in before the list of machines is here.
  const unlisted = connections.filter(({ deviceId }) => !listed.has(deviceId))
  const everyone = [...devices, ...unlisted.map(({ deviceId, peer }) => ({ id: deviceId, name: peer?.name ?? '', letter: '' }))]
  const peers = knownPeers(file?.peers ?? [], connections, new Set(everyone.map(({ id }) => id)))
  const rows = everyone.map((device) => {
    const ofDevice = ({ deviceId }: { readonly deviceId: string }): boolean => deviceId === device.id
    const isThis = device.id === file?.identity.deviceId
    const row = deviceStatus(device, isThis, peers.find(ofDevice), connections.find(ofDevice), ours)
    return isThis ? { ...row, app: appVersion } : row
  })
  const inAll = new Map(connections.map(({ deviceId, toTakeInAll }) => [deviceId, toTakeInAll]))
  const port = office?.port ?? null
  const code = office?.invitation ?? null
  return {
    ...networkSentence(isOn, trouble, rows, inAll),
    ...{ isOn, port, devices: rows, name: rows.find(({ isThis }) => isThis)?.name ?? file?.name ?? null },
    addresses: port === null ? [] : ownAddresses.map((host) => formatAddress({ host, port })),
    invitation: code && { ...code, until: iso(code.until) },
    files: (office?.files ?? []).map(({ id, expiresAt }) => ({ id, until: iso(expiresAt) })),
  }
}

const deviceStatus = (
  { id, name, letter }: Pick<Device, 'id' | 'name' | 'letter'>,
  isThis: boolean,
  peer: KnownPeer | undefined,
  connection: Connection | undefined,
  ours: VersionVector,
): NetworkStatus['devices'][number] => {
  const isConnected = connection?.isOpen ?? false
  const waiting = isConnected ? connection?.progress : isThis ? null : waitingFor(peer, ours)
  const clockAheadMs = connection?.progress?.clockAheadMs ?? null
  return {
    ...{ id, name, letter, isThis, isConnected },
    lastSeenAt: peer ? iso(peer.seenAt) : null,
    app: peer?.app ?? null,
    address: connection?.address ?? null,
    toSend: waiting?.toSend ?? null,
    toTake: waiting?.toTake ?? null,
    clockAheadMs: clockAheadMs === null ? null : Math.round(clockAheadMs),
    trouble: connection?.trouble ? `network.end.${connection.trouble.end}` : null,
  }
}
