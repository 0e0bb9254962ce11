// What this machine knows of the office network, sealed in a file beside the database: its own key, the office's charter, where the others were reached.
// It is no part of the database, so that neither a backup nor another machine ever gets it.
import { createCipheriv, createDecipheriv } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { asDiskFault } from '#main/attachments/disk.ts'
import { type RememberedAddresses, rememberedAddresses } from '#main/net/remembered-addresses.ts'
import { charter } from '#main/sync/charter.ts'
import { coverOf } from '#main/sync/key-ring.ts'
import type { Heard } from '#main/sync/removals-heard.ts'
import { AppError } from '#shared/base/app-error.ts'

const hex = /^[0-9a-f]+$/u
const hex32 = z.string().regex(/^[0-9a-f]{64}$/u)

/** What is remembered of another machine while it is not there. */
const knownPeer = z.object({
  deviceId: z.string(),
  /** ms */
  seenAt: z.number(),
  app: z.string().nullable(),
  /** By origin: the newest change set that it was known to hold; null: it never said. */
  vector: z.array(z.tuple([z.string(), z.int()])).nullable(),
  /** Change sets in all, where no more is known. */
  held: z.int().nullable().default(null),
})
export type KnownPeer = z.infer<typeof knownPeer>

const kept = {
  isOn: z.boolean(),
  /** 0: none was taken yet. */
  port: z.int().min(0).max(65_535),
  name: z.string(),
  identity: z.object({ deviceId: z.string(), certificatePem: z.string(), privateKeyPem: z.string() }),
  addresses: rememberedAddresses,
  /** Files that were handed out and still let a machine in; `secret` in hex, `expiresAt` in ms. */
  invitations: z
    .array(z.object({ id: z.string().regex(hex), secret: z.string().regex(hex), expiresAt: z.number(), triesLeft: z.int() }))
    .default([]),
  peers: z.array(knownPeer).default([]),
  /** Machines that knew a code or had a file and have not come yet, each with when it is too late, ms. */
  newcomers: z.array(z.object({ deviceId: hex32, until: z.number() })).default([]),
  /** By removed machine: the members that are known to have heard of it. */
  heard: z.record(hex32, z.array(hex32)).default({}),
}
/** `charter`: who belongs to the office, and the keys that its machines have and nobody else. */
const networkFile = z.object({ v: z.literal(2), ...kept, charter })
/** There was one key, and who belonged to the office stood in the database alone. `letInBy`: who let this machine in. */
const firstFile = z.object({ v: z.literal(1), ...kept, workspaceKey: hex32, letInBy: z.string().nullable() })

type Read = z.infer<typeof networkFile>
export type NetworkFile = Omit<Read, 'addresses' | 'heard'> & { readonly addresses: RememberedAddresses; readonly heard: Heard }

const upToDate = ({ workspaceKey: key, letInBy, ...rest }: z.infer<typeof firstFile>): NetworkFile => {
  const keys = [{ epoch: 1, key, covers: coverOf(new Set()) }]
  return { ...rest, v: 2, charter: { founder: letInBy ?? rest.identity.deviceId, entries: [], keys } }
}

export interface ReadFile {
  readonly file: NetworkFile
  /** This machine founded the office and let in whom the database lists, but never signed it. */
  readonly isUnsigned: boolean
}

const IV_BYTES = 12
const TAG_BYTES = 16

/** Null: this machine was never in the network. Throws a refusal `network.damaged`. */
export const readNetworkFile = (path: string, key: Uint8Array): ReadFile | null => {
  if (!existsSync(path)) return null
  const bytes = readFileSync(path)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
    const read = z.discriminatedUnion('v', [networkFile, firstFile]).parse(JSON.parse(text))
    return read.v === 1 ? { file: upToDate(read), isUnsigned: read.letInBy === null } : { file: read, isUnsigned: false }
  } catch (error) {
    throw new AppError('unavailable', 'network.damaged', {}, { cause: error })
  }
}

/** Whole or not at all; throws a refusal where the disk is full or cannot be written. `iv`: 12 random bytes. */
export const writeNetworkFile = (path: string, key: Uint8Array, iv: Uint8Array, file: NetworkFile): void => {
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(file)), cipher.final()])
  try {
    writeFileSync(`${path}.new`, Buffer.concat([iv, cipher.getAuthTag(), sealed]), { mode: 0o600, flush: true })
    renameSync(`${path}.new`, path)
  } catch (error) {
    throw asDiskFault(error)
  }
}
