// The office network of an open workspace: off until it is switched on, gone when the workspace is locked.
import { z } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import { type Device, type devicesContract } from '#shared/devices/devices.contract.ts'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import { SCHEMA_VERSION } from '#main/db/migrate.ts'
import { createDeviceIdentity } from '#main/net/certificate.ts'
import { SYNC_PORT } from '#main/net/ports.ts'
import type { Connection } from '#main/sync/connections.ts'
import { type Office, openOffice } from '#main/sync/office.ts'
import { networkFileOf } from '#main/workspace/workspace-folder.ts'
import { type NetworkFile, readNetworkFile, writeNetworkFile } from './network-file.ts'
import type { Threads } from './threads.ts'

/** What a machine says of itself when it joins. */
export const joinerAbout = z.object({ name: z.string().min(1).max(100) })
/** What a machine that was let in has to know. */
export const welcomeMessage = z.object({
  workspaceId: z.string().min(1).max(100),
  workspaceName: z.string().max(200),
  workspaceKey: z.string().regex(/^[0-9a-f]{64}$/u),
  letter: z.string().regex(/^[A-Z]{1,2}$/u),
  /** Where the office listens, if it says so; else where it was reached. */
  users: z.array(z.object({ id: z.string().min(1).max(100), name: z.string().max(200) })).max(10_000),
})
export type Welcome = z.infer<typeof welcomeMessage>

export interface NetworkOptions {
  readonly folder: string
  /** Of the file beside the database; zeroed by `close`. */
  readonly key: Buffer
  readonly threads: Threads
  readonly workspaceId: string
  readonly user: { readonly id: string; readonly name: string }
  readonly appVersion: string
  readonly nowMs: () => number
  readonly random: (bytes: number) => Uint8Array
  readonly onChange: () => void
  readonly logBug: (error: unknown) => void
  /** In tests: where to listen, and without announcements. */
  readonly place?: { readonly host: string; readonly port: number; readonly isSilent: boolean }
}

export interface Network {
  /** Opens the door if it was open last time. Never rejects: what is in the way shows in the status. */
  readonly start: () => Promise<void>
  readonly status: () => Promise<NetworkStatus>
  readonly switch: (isOn: boolean, name: string | undefined) => Promise<void>
  readonly invite: () => { readonly code: string; readonly until: number }
  readonly withdraw: () => void
  readonly close: () => Promise<void>
}

type Devices = z.output<(typeof devicesContract)['list']['output']>

export const createNetwork = (options: NetworkOptions): Network => {
  const { folder, key, threads, nowMs, random, onChange, logBug, place } = options
  const path = networkFileOf(folder)
  let file: NetworkFile | null = null
  let office: Office | null = null
  let trouble: string | null = null

  const keep = (changed: NetworkFile): void => {
    file = changed
    writeNetworkFile(path, key, random(12), changed)
  }
  const actor = { userId: options.user.id, name: options.user.name, rights: ['*'] } as const
  /** Answers what the procedure answers; throws its refusal. */
  const ask = async <Output>(kind: 'reader' | 'writer', procedure: string, input: unknown): Promise<Output> => {
    const reply = await threads.call(kind, { path: procedure, input, actor })
    if (reply.ok) return reply.data as Output // Checked by the procedure's own schema.
    const { code, messageKey, params, ...details } = reply.error
    throw new AppError(code, messageKey, params, details)
  }
  const devices = (): Promise<Devices> => ask<Devices>('reader', 'devices.list', {})

  const members = async ({ identity, letInBy }: NetworkFile): Promise<string[]> => {
    const ids = (await devices()).map(({ id }) => id)
    return letInBy === null || ids.includes(identity.deviceId) ? ids : [letInBy]
  }

  const admit = async (
    now: NetworkFile,
    { deviceId, about }: { deviceId: string; about: { name: string } },
  ): Promise<Welcome> => {
    const { letter } = await ask<Device>('writer', 'devices.admit', { id: deviceId, name: about.name })
    const settings = await ask<{ workspaceName: string }>('reader', 'settings.get', {})
    const users = await ask<{ id: string; name: string }[]>('reader', 'users.list', {})
    return {
      ...{ workspaceId: options.workspaceId, workspaceName: settings.workspaceName, workspaceKey: now.workspaceKey, letter },
      users: users.map(({ id, name }) => ({ id, name })),
    }
  }

  const open = async (now: NetworkFile): Promise<void> => {
    office = await openOffice({
      identity: now.identity,
      port: place?.port ?? now.port,
      ...(place ? { host: place.host, isSilent: place.isSilent } : {}),
      workspaceKey: Buffer.from(now.workspaceKey, 'hex'),
      replica: threads.replica,
      self: { name: now.name, app: options.appVersion, schema: SCHEMA_VERSION },
      ...{ nowMs, random, logBug, onChange },
      members: () => members(now),
      addresses: now.addresses,
      onAddresses: (addresses) => file && keep({ ...file, addresses }),
      about: joinerAbout,
      admit: (joiner) => admit(now, joiner),
    })
    trouble = null
  }

  const shut = async (): Promise<void> => {
    const closing = office
    office = null
    await closing?.close()
  }

  const newFile = async (name: string): Promise<NetworkFile> => ({
    ...{ v: 1, isOn: false, port: SYNC_PORT, name, addresses: [], letInBy: null },
    identity: await createDeviceIdentity(),
    workspaceKey: Buffer.from(random(32)).toString('hex'),
  })

  return {
    start: async () => {
      try {
        file = readNetworkFile(path, key)
        if (file?.isOn) await open(file)
      } catch (error) {
        trouble = error instanceof AppError ? error.messageKey : 'network.end.trouble'
        if (!(error instanceof AppError)) logBug(error)
      }
    },

    status: async () => {
      const isOn = file?.isOn ?? false
      const state = office?.state() ?? null
      const connections = new Map(state?.connections.map((one) => [one.deviceId, one]))
      const rows = (await devices()).map((device) =>
        deviceStatus(device, { isThis: device.id === file?.identity.deviceId, connection: connections.get(device.id) ?? null }),
      )
      return {
        ...{ isOn, port: state?.port ?? null, devices: rows },
        state: stateOf(isOn, trouble, rows),
        invitation: state?.invitation
          ? { code: state.invitation.code, until: new Date(state.invitation.until).toISOString() }
          : null,
      }
    },

    switch: async (isOn, name) => {
      await shut()
      trouble = null
      if (!isOn) {
        if (file) keep({ ...file, isOn })
        return
      }
      const now = { ...(file ?? (await newFile(name ?? options.user.name))), isOn }
      const named = name === undefined ? now : { ...now, name }
      if (!(await devices()).some(({ id }) => id === named.identity.deviceId))
        await ask('writer', 'devices.admit', { id: named.identity.deviceId, name: named.name })
      await open(named)
      keep(named)
    },

    invite: () => requireOffice(office).invite(),
    withdraw: () => requireOffice(office).withdraw(),
    close: async () => {
      await shut()
      key.fill(0)
    },
  }
}

const requireOffice = (office: Office | null): Office => {
  if (!office) throw new AppError('conflict', 'network.off')
  return office
}

const deviceStatus = (
  { id, name, letter }: Device,
  { isThis, connection }: { readonly isThis: boolean; readonly connection: Connection | null },
): NetworkStatus['devices'][number] => ({
  ...{ id, name, letter, isThis, isConnected: connection?.isOpen ?? false },
  lastSeenAt: connection && new Date(connection.heardAt).toISOString(),
  app: connection?.peer?.app ?? null,
  address: connection?.address ?? null,
  toSend: connection?.progress?.toSend ?? null,
  toTake: connection?.progress?.toTake ?? null,
  clockAheadMs: connection?.progress?.clockAheadMs === undefined ? null : roundOrNull(connection.progress.clockAheadMs),
  trouble: connection?.trouble ? `network.end.${connection.trouble.end}` : null,
})

const roundOrNull = (value: number | null): number | null => (value === null ? null : Math.round(value))

const stateOf = (isOn: boolean, trouble: string | null, devices: NetworkStatus['devices']): NetworkStatus['state'] => {
  if (trouble !== null || devices.some((device) => device.trouble !== null)) return 'trouble'
  if (!isOn) return 'off'
  const waits = (device: NetworkStatus['devices'][number]): boolean => (device.toSend ?? 0) + (device.toTake ?? 0) > 0
  if (devices.some((device) => device.isConnected && waits(device))) return 'syncing'
  return devices.some((device) => !device.isThis && !device.isConnected && waits(device)) ? 'behind' : 'quiet'
}
