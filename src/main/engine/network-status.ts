// How the office network stands, as screens show it.
import type { Device } from '#shared/devices/devices.contract.ts'
import type { NetworkStatus, Said } from '#shared/sync/network.contract.ts'
import { SCHEMA_VERSION } from '#main/db/migrate.ts'
import { formatAddress } from '#main/net/addresses.ts'
import type { CallFailure } from '#main/sync/calling.ts'
import type { Connection, Trouble } from '#main/sync/connections.ts'
import { lacking } from '#main/sync/exchange-topic.ts'
import type { Told } from '#main/sync/heard-of.ts'
import type { OfficeState } from '#main/sync/office.ts'
import type { VersionVector } from '#main/sync/replica.ts'
import { isHereByOthers, knownPeers, waitingFor } from './known-peers.ts'
import type { KnownPeer, NetworkFile } from './network-file.ts'
import { networkSentence } from './network-sentence.ts'

/** Without a letter: the list of the office does not name it. */
export type Machine = Pick<Device, 'id' | 'name' | 'letter'>

export interface StatusParts {
  /** Null: this machine was never in the network. */
  readonly file: NetworkFile | null
  /** Null: it is off, or its door did not open. */
  readonly office: OfficeState | null
  readonly trouble: Said | null
  /** Those of the office. */
  readonly devices: readonly Machine[]
  /** By machine: the name of who wrote last there. */
  readonly lastUsers: ReadonlyMap<string, string>
  readonly joining: NetworkStatus['joining']
  readonly signs: NetworkStatus['signs']
  readonly removed: NetworkStatus['removed']
  /** Whether a machine was found to show something else, with the same change sets. */
  readonly differs: (deviceId: string) => boolean
  /** What this machine holds. */
  readonly ours: VersionVector
  /** Without a port, the likeliest first. */
  readonly ownAddresses: readonly string[]
  /** Of this Kith. */
  readonly appVersion: string
  /** ms */
  readonly now: number
}

const iso = (ms: number): string => new Date(ms).toISOString()

export const networkStatusOf = (parts: StatusParts): NetworkStatus => {
  const { file, office, trouble, devices, ours, now } = parts
  const isOn = file?.isOn ?? false
  const connections = office?.connections ?? []
  const told = office?.told ?? new Map<string, Told>()
  const peers = knownPeers(file?.peers ?? [], connections, told, new Set(devices.map(({ id }) => id)))
  const rows = devices.map((device) => {
    const blank = { ...strangerStatus(device), lastUserName: parts.lastUsers.get(device.id) ?? null }
    if (device.id === file?.identity.deviceId) return { ...blank, isThis: true, app: parts.appVersion }
    const ofDevice = ({ deviceId }: { readonly deviceId: string }): boolean => deviceId === device.id
    const connection = connections.find(ofDevice)
    const isHere = isHereByOthers(told.get(device.id), connection, now)
    const row = { ...blank, ...peerStatus(peers.find(ofDevice), connection, isHere, ours), ...troubleStatus(connection, now) }
    if (row.trouble !== null) return row
    if (parts.differs(device.id)) return { ...row, trouble: 'network.end.differs' }
    const failure = row.isConnected ? undefined : office?.failures.get(device.id)
    return { ...row, ...(failure ? failureStatus(failure, isLetIn(connections)) : {}) }
  })
  const inAll = new Map(connections.map(({ deviceId, toTakeInAll }) => [deviceId, toTakeInAll]))
  const port = office?.port ?? null
  const code = office?.invitation ?? null
  return {
    ...networkSentence(isOn, trouble, rows, inAll),
    ...{ isOn, port, devices: rows, name: rows.find(({ isThis }) => isThis)?.name ?? file?.name ?? null },
    addresses: port === null ? [] : parts.ownAddresses.map((host) => formatAddress({ host, port })),
    invitation: code && { ...code, until: iso(code.until) },
    files: (office?.files ?? []).map(({ id, expiresAt }) => ({ id, until: iso(expiresAt) })),
    ...{ joining: parts.joining, signs: parts.signs, removed: parts.removed },
  }
}

type Row = NetworkStatus['devices'][number]

/** Of a machine of which nothing is known but that it belongs to the office. */
const strangerStatus = ({ id, name, letter }: Machine): Row => ({
  ...{ id, name, letter, isThis: false, isConnected: false, lastUserName: null, lastSeenAt: null, app: null },
  ...{
    isNewer: false,
    address: null,
    toSend: null,
    toTake: null,
    clockAheadMs: null,
    trouble: null,
    untilAt: null,
    unreached: null,
  },
})

const peerStatus = (
  peer: KnownPeer | undefined,
  connection: Connection | undefined,
  isHere: boolean,
  ours: VersionVector,
): Partial<Row> => {
  const isOpen = connection?.isOpen ?? false
  const { progress = null } = connection ?? {}
  // What goes by way of others is on its way, and nobody can say how much of it. What came from others meanwhile is not to be taken any more.
  const open = progress && { toSend: progress.toSend, toTake: lacking(progress.theirs, ours) }
  const waiting = isOpen ? open : isHere ? null : waitingFor(peer, ours)
  return {
    isConnected: isOpen || isHere,
    lastSeenAt: peer ? iso(peer.seenAt) : null,
    app: peer?.app ?? null,
    isNewer: (connection?.peer?.schema ?? 0) > SCHEMA_VERSION,
    address: connection?.address ?? null,
    ...{ toSend: waiting?.toSend ?? null, toTake: waiting?.toTake ?? null },
    clockAheadMs: typeof progress?.clockAheadMs === 'number' ? Math.round(progress.clockAheadMs) : null,
  }
}

/** "Nothing was saved, try again" is for who saved something: here it goes on by itself. */
const ownTroubles: Readonly<Record<string, string>> = {
  'errors.diskFull': 'network.end.own_disk_full',
  'errors.readOnly': 'network.end.own_disk',
  'errors.disk': 'network.end.own_disk',
  'errors.busy': 'network.end.own_trouble',
  // Of a writer that had to be started again.
  'workspace.diskFull': 'network.end.own_disk_full',
  'workspace.readOnly': 'network.end.own_disk',
  'workspace.diskError': 'network.end.own_disk',
  'workspace.interrupted': 'network.end.own_trouble',
}

/** Whoever was turned away for a while that is over knows no more of it than that. */
const troubleStatus = (connection: Connection | undefined, now: number): Partial<Row> => {
  const { trouble = null, shunnedUntil = null } = connection ?? {}
  if (shunnedUntil !== null) return { trouble: 'network.end.left_alone', untilAt: iso(shunnedUntil) }
  if (trouble === null || (trouble.until !== null && trouble.until <= now)) return {}
  return { trouble: troubleKey(trouble), untilAt: trouble.until === null ? null : iso(trouble.until) }
}

const troubleKey = ({ end, messageKey }: Trouble): string =>
  messageKey === null ? `network.end.${end}` : (ownTroubles[messageKey] ?? messageKey)

/** Whoever does not let it in where another machine does has not heard of it yet, or the other one not of its removal. */
const isLetIn = (connections: readonly Connection[]): boolean => connections.some(({ isOpen }) => isOpen)

const failureStatus = ({ reason, address, isRepeated }: CallFailure, isElsewhere: boolean): Partial<Row> => {
  if (reason === 'refused') return isRepeated && !isElsewhere ? { trouble: 'network.end.refused' } : {}
  return { unreached: { messageKey: `sync.dial.${reason}`, params: { address } } }
}

/**
 * What a machine is called that the list does not name: a new machine knows the others before it has the list, and one that came too late never gets
 * it. As it says itself, or where it was called, or by the beginning of its key.
 */
export const unlistedName = (deviceId: string, office: OfficeState | null): string => {
  const said = office?.connections.find((one) => one.deviceId === deviceId)?.peer?.name
  const failure = office?.failures.get(deviceId)
  return said ?? (failure?.reason === 'refused' ? failure.address : shortName(deviceId))
}

export const shortName = (deviceId: string): string => deviceId.slice(0, 8)
