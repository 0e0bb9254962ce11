// What the office network asks of the workspace itself: who belongs to the office, and what a machine that is let in has to know.
import { z } from 'zod'
import type { Device, devicesContract, KnownDevice } from '#shared/devices/devices.contract.ts'
import { forNewcomer, welcomeCharter } from '#main/sync/charter.ts'
import type { CharterKeeper } from '#main/sync/charter-keeper.ts'
import { AppError } from '#shared/base/app-error.ts'
import { askThread } from './ask-thread.ts'
import type { NetworkFile } from './network-file.ts'
import type { Threads } from './threads.ts'

/** What a machine says of itself when it joins. */
export const joinerAbout = z.object({ name: z.string().min(1).max(100) })
/** What a machine that was let in has to know. */
export const welcomeMessage = z.object({
  workspaceId: z.string().min(1).max(100),
  workspaceName: z.string().max(200),
  charter: welcomeCharter,
  letter: z.string().regex(/^[A-Z]{1,2}$/u),
  users: z.array(z.object({ id: z.string().min(1).max(100), name: z.string().max(200) })).max(10_000),
})
export type Welcome = z.infer<typeof welcomeMessage>

type Devices = z.output<(typeof devicesContract)['list']['output']>
type LastUsers = z.output<(typeof devicesContract)['lastUsers']['output']>

export interface DeskOptions {
  readonly threads: Threads
  readonly workspaceId: string
  readonly user: { readonly id: string; readonly name: string }
}

export interface NetworkDesk {
  readonly devices: () => Promise<Devices>
  /** Those that were taken off the list, too. */
  readonly everKnown: () => Promise<readonly KnownDevice[]>
  /** By machine: the name of who wrote last there. */
  readonly lastUsers: () => Promise<ReadonlyMap<string, string>>
  /** Puts this machine into the list, unless it stands there, or will once it has what the others hold. `name`: a new one. */
  readonly enlist: (file: NetworkFile, name: string | undefined) => Promise<void>
  /** Into the list; into the charter it comes when it comes. */
  readonly admit: (
    keeper: CharterKeeper,
    joiner: { readonly deviceId: string; readonly about: { readonly name: string } },
  ) => Promise<Welcome>
  /** Sees that no other machine gives the numbers that this one gives. `isTold`: and that the list says its letter. */
  readonly settleLetter: (deviceId: string, isTold: boolean) => Promise<void>
  /** Out of the list. */
  readonly remove: (deviceId: string) => Promise<void>
  readonly workspaceName: () => Promise<string>
}

/** Each throws the refusal of the procedure that it asks. */
export const createNetworkDesk = ({ threads, workspaceId, user }: DeskOptions): NetworkDesk => {
  const ask = askThread(threads, user)
  const devices = (): Promise<Devices> => ask<Devices>('reader', 'devices.list', {})
  const workspaceName = async (): Promise<string> =>
    (await ask<{ workspaceName: string }>('reader', 'settings.get', {})).workspaceName

  return {
    devices,
    everKnown: () => ask<KnownDevice[]>('reader', 'devices.everKnown', {}),
    lastUsers: async () => {
      const found = await ask<LastUsers>('reader', 'devices.lastUsers', {})
      return new Map(found.map(({ id, userName }) => [id, userName]))
    },
    workspaceName,
    settleLetter: async (id, isTold) => void (await ask('writer', 'devices.settleLetter', { id, isTold })),
    remove: async (id) => void (await ask('writer', 'devices.remove', { id })),
    enlist: async ({ identity: { deviceId: id }, name: first, charter: { founder } }, name) => {
      const known = (await devices()).find((device) => device.id === id)
      if (!known && founder === id) await ask('writer', 'devices.admit', { id, name: name ?? first })
      if (known && name !== undefined && known.name !== name) await ask('writer', 'devices.rename', { id, name })
    },
    admit: async (keeper, { deviceId, about }) => {
      // Nobody would believe it.
      if (keeper.isOut()) throw new AppError('forbidden', 'network.end.removed')
      const { letter } = await ask<Device>('writer', 'devices.admit', { id: deviceId, name: about.name })
      const users = await ask<{ id: string; name: string }[]>('reader', 'users.list', {})
      const name = await workspaceName()
      return {
        ...{ workspaceId, workspaceName: name, charter: forNewcomer(keeper.charter()), letter },
        users: users.map(({ id, name }) => ({ id, name })),
      }
    },
  }
}
