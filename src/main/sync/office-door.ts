// The door of this machine in the office: open to members and to newcomers that knew a code, and to whoever is invited to pair.
import type { ZodType } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import type { DeviceIdentity } from '#main/net/certificate.ts'
import type { Invitation } from '#main/net/invitations.ts'
import type { Link } from '#main/net/link.ts'
import { listen } from '#main/net/listen.ts'
import { listenSomewhere } from '#main/net/listen-somewhere.ts'
import { hostPairing, type Joiner } from '#main/net/pairing.ts'
import type { CharterKeeper } from './charter-keeper.ts'
import { createInviting, type InvitingOptions, type OpenCode } from './inviting.ts'

/** Machines that knew a code and have not come yet. */
export interface Newcomers {
  readonly isAwaited: (deviceId: string) => boolean
  /** It is a member from now on. */
  readonly came: (deviceId: string) => void
}

export interface DoorOptions<About> {
  readonly identity: DeviceIdentity
  /** The first that is free of these, of the usual ones, of all; 0 at first takes any. Without a list: this one or none. */
  readonly ports: readonly number[] | number
  /** Left out: all addresses of the machine. */
  readonly host?: string
  /** Who belongs to the office, and its keys. */
  readonly charter: CharterKeeper
  readonly newcomers?: Newcomers
  readonly nowMs: () => number
  readonly random: (bytes: number) => Uint8Array
  /** Files that were handed out and still let a machine in. */
  readonly files?: readonly Invitation[]
  readonly onFiles?: (files: readonly Invitation[]) => void
  readonly about: ZodType<About>
  /** Takes a machine in that knew the code, into the charter or among the newcomers; answers what it has to know. */
  readonly admit: (joiner: Joiner<About>) => Promise<unknown>
  readonly onChange: () => void
  /** What nobody waits for went wrong. */
  readonly logBug: (error: unknown) => void
  /** A member that is spoken to. */
  readonly isMember: (deviceId: string) => boolean
  readonly onLink: (link: Link) => void
  readonly onCode: InvitingOptions['onCode']
}

export interface OfficeDoor {
  readonly port: number
  readonly code: () => OpenCode | null
  readonly files: () => readonly Invitation[]
  /** A code for one new machine; the one before does not count any more. */
  readonly invite: () => OpenCode
  /** The same to be written into a file. */
  readonly inviteByFile: () => Invitation
  /** The code, or the file of that id. */
  readonly withdraw: (id: string | null) => void
  readonly close: () => Promise<void>
}

/** Throws an AppError if no port can be had. */
export const openDoor = async <About>(options: DoorOptions<About>): Promise<OfficeDoor> => {
  const { identity, ports, host, charter, newcomers, nowMs, random, isMember, onLink, onChange, logBug } = options
  const inviting = createInviting({
    ...{ nowMs, random, files: options.files ?? [], onCode: options.onCode },
    onFiles: (files) => options.onFiles?.(files),
  })

  const pair = async (link: Link): Promise<void> => {
    try {
      await hostPairing(link, {
        ...{ invitations: inviting.invitations, about: options.about, admit: options.admit, randomBytes: random },
      })
    } catch (error) {
      // The other side was told in words; here it shows as a code that is still open, or that died.
      if (!(error instanceof AppError)) logBug(error)
    } finally {
      onChange()
    }
  }

  const welcome = (link: Link): void => {
    try {
      if (!charter.isMember(link.deviceId)) newcomers?.came(link.deviceId)
    } catch (error) {
      // The list cannot be written now; it comes again.
      logBug(error)
      return link.close()
    }
    // One that was removed is out for good, whatever code it knows.
    if (charter.isMember(link.deviceId)) onLink(link)
    else link.close()
  }

  const doorway = {
    ...{ identity, ...(host === undefined ? {} : { host }), onLink: welcome, onError: logBug, onRefused: () => undefined },
    isTrusted: (deviceId: string) => isMember(deviceId) || newcomers?.isAwaited(deviceId) === true,
    isInviting: inviting.invitations.isAnyKnown,
    onPairing: (link: Link) => void pair(link),
  }
  const { port, close } = await (typeof ports === 'number'
    ? listen({ ...doorway, port: ports })
    : listenSomewhere(doorway, ports))

  /** What the page of computers shows of it is different. */
  const told = <Value>(value: Value): Value => {
    onChange()
    return value
  }
  return {
    ...{ port, close, code: inviting.code, files: inviting.files },
    invite: () => told(inviting.openCode()),
    inviteByFile: () => told(inviting.openFile()),
    withdraw: (id) => told(inviting.withdraw(id)),
  }
}
