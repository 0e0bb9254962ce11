// Wrapping the data key: AES-256-GCM under a key that a password or the recovery key gives, and the keys derived from it.
// Only what Electron's BoringSSL has too: AES-GCM, HMAC and HKDF with SHA-256.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { KeyFile, KeySlot } from './key-file.schema.ts'

export const DATA_KEY_BYTES = 32
export const IV_BYTES = 12
export const SALT_BYTES = 16

type Sealed = Pick<KeySlot, 'iv' | 'ct' | 'tag'>

export interface SlotPlace {
  readonly v: number
  readonly workspaceId: string
  readonly slotId: string
}

/** A slot cannot be moved to another workspace or take another slot's place: its place is sealed with it. */
const placeText = ({ v, workspaceId, slotId }: SlotPlace): Buffer => Buffer.from(`${v}|${workspaceId}|${slotId}`)

/** `iv` must be new for every call. */
export const seal = (dataKey: Uint8Array, wrappingKey: Uint8Array, iv: Uint8Array, place: SlotPlace): Sealed => {
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, iv).setAAD(placeText(place))
  const ct = Buffer.concat([cipher.update(dataKey), cipher.final()])
  return { iv: base64(iv), ct: base64(ct), tag: base64(cipher.getAuthTag()) }
}

/** The data key, or `null` if this is not the key that sealed it. */
export const unseal = (sealed: Sealed, wrappingKey: Uint8Array, place: SlotPlace): Buffer | null => {
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(sealed.iv, 'base64'), { authTagLength: 16 })
  decipher.setAAD(placeText(place)).setAuthTag(Buffer.from(sealed.tag, 'base64'))
  const dataKey = decipher.update(Buffer.from(sealed.ct, 'base64'))
  try {
    decipher.final()
    return dataKey
  } catch {
    // The only failure here is a tag that does not fit: the answer, not an accident.
    dataKey.fill(0)
    return null
  }
}

export type SubKey = 'check' | 'local socket' | 'attachments' | 'backup' | 'audit' | 'drafts' | 'network'

/** A 32-byte key for one purpose; none of them leads back to the data key or to another one. */
export const subKey = (dataKey: Uint8Array, purpose: SubKey): Buffer =>
  Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), `kith ${purpose}`, 32))

/** The recovery key has 160 random bits, so that it needs no slow derivation. */
export const recoveryWrappingKey = (secret: Uint8Array, salt: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, 'kith recovery', 32))

export const checkOf = (dataKey: Uint8Array, workspaceId: string): string =>
  base64(createHmac('sha256', subKey(dataKey, 'check')).update(workspaceId).digest())

export const isDataKeyOf = (file: KeyFile, dataKey: Uint8Array): boolean =>
  timingSafeEqual(Buffer.from(file.check, 'base64'), Buffer.from(checkOf(dataKey, file.workspaceId), 'base64'))

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
