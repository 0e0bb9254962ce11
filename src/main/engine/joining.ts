// How a machine without a workspace comes into an office: it proves to know a code or to have a file, and makes the workspace of the office here.
import { open } from 'node:fs/promises'
import { hostname } from 'node:os'
import type { z } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import type { networkContract } from '#shared/sync/network.contract.ts'
import { isSameName } from '#shared/users/same-name.ts'
import { errorCode } from '#main/attachments/disk.ts'
import { type Address, formatAddress, parseAddress } from '#main/net/addresses.ts'
import { createDeviceIdentity, type DeviceIdentity } from '#main/net/certificate.ts'
import { dial, DialError } from '#main/net/dial.ts'
import { INVITATION_FILE_BYTES, readInvitationFile } from '#main/net/invitation-file.ts'
import { readCode, secretOfCode } from '#main/net/invitations.ts'
import type { Link } from '#main/net/link.ts'
import { joinOffice } from '#main/net/pairing.ts'
import { PairingError } from '#main/net/pairing-error.ts'
import { SYNC_PORT } from '#main/net/ports.ts'
import { remember, type RememberedAddresses } from '#main/net/remembered-addresses.ts'
import { subKey } from '#main/workspace/sealing.ts'
import { makeKeys } from '#main/workspace/key-slots.ts'
import { writeKeys } from '#main/workspace/key-file.ts'
import { refusal } from '#main/workspace/refusal.ts'
import { abandonWorkspace, beginWorkspace, finishWorkspace, networkFileOf } from '#main/workspace/workspace-folder.ts'
import type { HostParts } from './host-steps.ts'
import type { Looking } from './looking.ts'
import { type Welcome, welcomeMessage } from './network-desk.ts'
import { writeNetworkFile } from './network-file.ts'
import type { Person } from './person.ts'

/** An office that let this machine in, while the person says who they are. */
interface Paired {
  readonly name: string
  readonly identity: DeviceIdentity
  readonly addresses: RememberedAddresses
  readonly welcome: Welcome
}

export interface Joining {
  /** `name`: what the others shall call this machine. Both throw a refusal. */
  readonly pairByCode: (address: string, code: string, name: string, signal: AbortSignal) => Promise<PairedOffice>
  readonly pairByFile: (path: string, name: string, signal: AbortSignal) => Promise<PairedOffice>
  /** Makes the workspace and opens it; answers the recovery key. */
  readonly join: (input: JoinInput) => Promise<string>
}

type PairedOffice = z.output<(typeof networkContract)['pair']['output']>
export type JoinInput = z.output<(typeof networkContract)['join']['input']>

export const createJoining = (parts: HostParts, looking: Looking): Joining => {
  const { state, sources, surroundings } = parts
  let paired: Paired | null = null
  let identity: DeviceIdentity | null = null
  /** Who pairs twice before joining is the same machine to the office both times. */
  const ownIdentity = async (): Promise<DeviceIdentity> => (identity ??= await createDeviceIdentity())

  const pairOver = async (
    link: Link,
    { host, port }: Address,
    own: DeviceIdentity,
    name: string,
    known: { readonly invitationId: string; readonly secret: Uint8Array; readonly signal: AbortSignal },
  ): Promise<PairedOffice> => {
    const { deviceId, welcome, signs } = await joinOffice(link, {
      ...{ ...known, about: { name }, welcome: welcomeMessage, randomBytes: sources.randomBytes },
    })
    const addresses = remember([], { deviceId, host, port, source: 'typed' }, parts.now())
    paired = { name, identity: own, addresses, welcome }
    return { workspaceName: welcome.workspaceName, users: welcome.users, signs: [...signs] }
  }

  return {
    pairByCode: async (address, code, name, signal) => {
      const secret = secretOfCode(readCode(code))
      const at = parseAddress(address)
      const own = await ownIdentity()
      const link = await dial({ identity: own, ...at, purpose: 'pair', expects: null, signal })
      return pairOver(link, at, own, name, { invitationId: '', secret, signal })
    },

    pairByFile: async (path, name, signal) => {
      const { deviceId, addresses, id, secret } = readInvitationFile(await beginningOf(path), parts.now())
      const heard = (await looking.offices()).map(({ address }) => parseAddress(address))
      const own = await ownIdentity()
      const { link, at } = await reachOneOf([...addresses, ...heard], (place) =>
        dial({ identity: own, ...place, purpose: 'pair', expects: deviceId, signal }),
      )
      return pairOver(link, at, own, name, { invitationId: id, secret: Buffer.from(secret, 'hex'), signal })
    },

    join: async ({ folder: wanted, password, ...who }) => {
      if (!paired) throw new AppError('conflict', 'network.pairFirst')
      const { welcome, identity: own, addresses, name } = paired
      const newcomer = who.newUserName === null ? null : newcomerOf(welcome, who.newUserName, sources.newId())
      const user = newcomer ?? welcome.users.find(({ id }) => id === who.userId)
      if (!user) throw new AppError('invalid_input', 'network.noSuchUser')
      const folder = wanted ?? state.folder
      if (folder === null) throw refusal('invalid_input', 'workspace.folderNeeded')

      const { workspaceId, charter, letter } = welcome
      const { isNewFolder } = beginWorkspace(folder, surroundings)
      try {
        const {
          file: keys,
          dataKey,
          recoveryKey,
        } = await makeKeys(sources, { userId: user.id, name: user.name, password }, workspaceId)
        writeKeys(folder, keys)
        const networkKey = subKey(dataKey, 'network')
        try {
          writeNetworkFile(networkFileOf(folder), networkKey, sources.randomBytes(12), {
            ...{
              v: 2,
              isOn: true,
              port: SYNC_PORT,
              name,
              identity: own,
              charter,
              addresses,
              invitations: [],
              peers: [],
              newcomers: [],
              heard: {},
            },
          })
        } finally {
          networkKey.fill(0)
        }
        await looking.stop()
        const birth = {
          ...{ workspaceId, deviceName: hostname(), letter, contents: null },
          ...(newcomer && { newcomer: { userId: newcomer.id, userName: newcomer.name } }),
        }
        state.open = await parts.open({ folder, keys, dataKey, user, notice: null, birth })
        finishWorkspace(folder)
        state.folder = folder
        paired = null
        identity = null
        return recoveryKey
      } catch (error) {
        await parts.shut()
        abandonWorkspace(folder, isNewFolder)
        throw error
      }
    },
  }
}

/** Throws if the office has somebody of that name: nobody could tell the two apart. */
const newcomerOf = ({ users }: Welcome, name: string, id: string): Person => {
  const other = users.find((one) => isSameName(one.name, name))
  if (other) throw new AppError('conflict', 'network.userExists', { name: other.name })
  return { id, name }
}

/** One byte more than an invitation may have: what is longer is none. */
const beginningOf = async (path: string): Promise<string> => {
  const bytes = Buffer.alloc(INVITATION_FILE_BYTES + 1)
  try {
    const file = await open(path)
    try {
      const { bytesRead } = await file.read(bytes)
      return bytes.toString('utf8', 0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    const key = unread[errorCode(error)] ?? 'sync.pairing.invitation_file'
    throw new AppError('invalid_input', key, { path }, { cause: error })
  }
}

/** What the system says of a file that may well be an invitation. */
const unread: Readonly<Record<string, string>> = {
  ENOENT: 'sync.pairing.invitation_missing',
  ENOTDIR: 'sync.pairing.invitation_missing',
  EACCES: 'sync.pairing.invitation_unreadable',
  EPERM: 'sync.pairing.invitation_unreadable',
}

/** Of what several places answer, what tells most: one was the right machine, one was some Kith. */
const telling = (errors: readonly DialError[]): DialError | undefined =>
  errors.find(({ reason }) => reason === 'refused') ??
  errors.find(({ reason }) => reason === 'other_version' || reason === 'itself' || reason === 'cancelled')

/** One after the other, until one is the machine that is meant. Throws why none is. */
const reachOneOf = async (
  places: readonly Address[],
  call: (at: Address) => Promise<Link>,
): Promise<{ readonly link: Link; readonly at: Address }> => {
  const errors: DialError[] = []
  for (const at of places) {
    try {
      return { link: await call(at), at }
    } catch (error) {
      if (!(error instanceof DialError)) throw error
      errors.push(error)
    }
  }
  const told = telling(errors)
  // It is there, and invites nobody.
  if (told?.reason === 'refused') throw new PairingError('no_invitation', {}, told)
  throw told ?? new AppError('unavailable', 'network.notReached', { addresses: [...new Set(places.map(formatAddress))] })
}
