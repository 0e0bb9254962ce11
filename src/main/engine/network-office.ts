// The office as the sealed file and the workspace know it: opened with what was kept, and what is new is kept.
import { hostname } from 'node:os'
import { SCHEMA_VERSION } from '#main/db/migrate.ts'
import { isHost } from '#main/net/addresses.ts'
import type { Invitation } from '#main/net/invitations.ts'
import { INVITATION_ADDRESSES, writeInvitationFile } from '#main/net/invitation-file.ts'
import type { CharterKeeper } from '#main/sync/charter-keeper.ts'
import { type Office, openOffice } from '#main/sync/office.ts'
import type { Heard } from '#main/sync/removals-heard.ts'
import type { Replica } from '#main/sync/replica.ts'
import type { Topic } from '#main/sync/topic.ts'
import type { NetworkBox } from './network-box.ts'
import { joinerAbout, type NetworkDesk } from './network-desk.ts'
import type { NetworkFile } from './network-file.ts'
import type { NetworkNewcomers } from './network-newcomers.ts'
import type { NetworkPlace } from './network-place.ts'

export interface NetworkOfficeOptions {
  readonly box: NetworkBox
  readonly desk: Pick<NetworkDesk, 'admit'>
  readonly newcomers: Pick<NetworkNewcomers, 'isAwaited' | 'came' | 'expect'>
  readonly replica: Replica
  readonly topics: readonly Topic[]
  readonly appVersion: string
  readonly nowMs: () => number
  readonly random: (bytes: number) => Uint8Array
  readonly onChange: () => void
  readonly logBug: (error: unknown) => void
  readonly place?: NetworkPlace
}

const fromHex = (text: string): Uint8Array => Buffer.from(text, 'hex')
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Throws an AppError if no port can be had, or what the disk refused; nothing is open then. One that was free is wanted first the next time. */
export const openNetworkOffice = async (
  file: NetworkFile,
  charter: CharterKeeper,
  options: NetworkOfficeOptions,
): Promise<Office> => {
  const { box, desk, newcomers, replica, topics, appVersion, nowMs, random, onChange, logBug, place } = options
  const ports = place?.isOnlyPort ? place.port : [...(place ? [place.port] : []), file.port]
  const office = await openOffice({
    ...{ identity: file.identity, ports, charter, newcomers },
    ...(place ? { host: place.host, isSilent: place.isSilent } : {}),
    ...(place?.announce ? { announce: place.announce } : {}),
    ...{ replica, topics, nowMs, random, logBug, onChange },
    self: { name: file.name, app: appVersion, schema: SCHEMA_VERSION },
    addresses: file.addresses,
    onAddresses: (addresses) => box.change({ addresses }),
    ...{ heard: file.heard, onHeard: (heard: Heard) => box.change({ heard }) },
    files: file.invitations.map((one) => ({ ...one, secret: fromHex(one.secret) })),
    onFiles: (files) => box.change({ invitations: files.map((one) => ({ ...one, secret: toHex(one.secret) })) }),
    about: joinerAbout,
    admit: async (joiner) => {
      const welcome = await desk.admit(charter, joiner)
      newcomers.expect(joiner.deviceId, [...joiner.signs])
      return welcome
    },
  })
  const { port } = office.state()
  try {
    if (place?.port !== 0 && port !== file.port) box.change({ port })
  } catch (error) {
    await office.close()
    throw error
  }
  return office
}

export interface InvitationText {
  readonly invitation: Invitation
  /** What stands in the file. */
  readonly text: string
}

/** An invitation for one machine. `addresses`: where this one is called, without a port, the likeliest first. */
export const inviteByFile = (
  office: Office,
  inviter: { readonly deviceId: string; readonly workspaceName: string; readonly addresses: readonly string[] },
): InvitationText => {
  const invitation = office.inviteByFile()
  const { port } = office.state()
  // The name still leads here when the router has given another address. A machine with many virtual networks has more addresses than a file may name.
  const named = isHost(hostname()) ? [hostname()] : []
  const numbered = [...new Set(inviter.addresses)].slice(0, INVITATION_ADDRESSES - named.length)
  const addresses = [...new Set([...numbered, ...named])].map((host) => ({ host, port }))
  const { deviceId, workspaceName } = inviter
  try {
    return { invitation, text: writeInvitationFile({ office: workspaceName, deviceId, addresses, invitation }) }
  } catch (error) {
    office.withdraw(invitation.id)
    throw error
  }
}
