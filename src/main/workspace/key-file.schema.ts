// What keys.json holds: the data key, wrapped once for each person and once for the recovery key. Nothing in it is a secret by itself.
import { z } from 'zod'

/** The first knew one cipher. Slots are sealed for the version of their file. */
export const KEY_FILE_VERSION = 2

const base64 = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes)

/** Argon2id's costs: memory in KiB, passes, lanes. */
export const argon2Costs = z.object({
  // The upper bounds keep a damaged file from taking all memory or all day.
  memory: z.int().min(8).max(4_194_304),
  passes: z.int().min(1).max(100),
  lanes: z.int().min(1).max(16),
})
export type Argon2Costs = z.infer<typeof argon2Costs>

const sealed = { id: z.uuid(), iv: base64(12), ct: base64(32), tag: base64(16), createdAt: z.iso.datetime() }

export const userSlot = z.object({
  ...sealed,
  kind: z.literal('user'),
  userId: z.uuid(),
  label: z.string().min(1).max(100),
  kdf: z.object({ name: z.literal('argon2id'), salt: base64(16), ...argon2Costs.shape }),
})
export type UserSlot = z.infer<typeof userSlot>

export const recoverySlot = z.object({
  ...sealed,
  kind: z.literal('recovery'),
  userId: z.null(),
  label: z.string().max(100),
  kdf: z.object({ name: z.literal('hkdf-sha256'), salt: base64(16) }),
  /** When it was typed back; until then no data may be entered. */
  confirmedAt: z.iso.datetime().nullable(),
})
export type RecoverySlot = z.infer<typeof recoverySlot>

export const keyFile = z.object({
  v: z.literal([1, KEY_FILE_VERSION]),
  workspaceId: z.uuid(),
  /** HMAC-SHA256 of the data key: tells the right key without touching the database. */
  check: base64(32),
  /** Of the database. */
  cipher: z.enum(['aegis', 'chacha20']),
  slots: z
    .array(z.discriminatedUnion('kind', [userSlot, recoverySlot]))
    .min(1)
    .max(500),
})
export type KeyFile = z.infer<typeof keyFile>
export type KeySlot = KeyFile['slots'][number]
