// How a kept file lies on the disk: a head with a salt, then frames of AES-256-GCM. Only the last frame carries the mark of an end, sealed with
// the content's hash, so frames that were cut off, swapped or taken from another file do not open.
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'

const MAGIC = Buffer.from('KITHATT1')
const SALT_BYTES = 32
export const HEAD_BYTES = MAGIC.length + SALT_BYTES
export const FRAME_BYTES = 256 * 1024
export const TAG_BYTES = 16
const SEALED_FRAME_BYTES = FRAME_BYTES + TAG_BYTES
const NONCE_BYTES = 12

/** The frame's number, and for the last one the hash of the whole content with its length. */
export interface FramePlace {
  readonly index: number
  readonly end: FrameEnd | null
}

export interface FrameEnd {
  /** SHA-256 of the plain bytes, in hexadecimal. */
  readonly hash: string
  readonly size: number
}

export const headOf = (salt: Uint8Array): Buffer => Buffer.concat([MAGIC, salt])

export const newSalt = (random: (bytes: Uint8Array) => void): Uint8Array => {
  const salt = new Uint8Array(SALT_BYTES)
  random(salt)
  return salt
}

/** The salt of a head, `null` if it is none of ours. */
export const saltOf = (head: Uint8Array): Uint8Array | null =>
  head.length === HEAD_BYTES && MAGIC.equals(head.subarray(0, MAGIC.length)) ? head.subarray(MAGIC.length) : null

/** Each file has a key of its own, so that a frame's number is enough of a nonce. */
export const fileKey = (contentKey: Uint8Array, salt: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', contentKey, salt, 'kith attachment file', 32))

export const sealFrame = (key: Uint8Array, place: FramePlace, plain: Uint8Array): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place)).setAAD(endText(place))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** The plain bytes, or `null` if this is not what was sealed in this place. */
export const openFrame = (key: Uint8Array, place: FramePlace, sealed: Uint8Array): Buffer | null => {
  if (sealed.length < TAG_BYTES) return null
  const border = sealed.length - TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place), { authTagLength: TAG_BYTES })
  decipher.setAAD(endText(place)).setAuthTag(sealed.subarray(border))
  const plain = decipher.update(sealed.subarray(0, border))
  try {
    decipher.final()
    return plain
  } catch {
    // The only failure here is a tag that does not fit: the answer, not an accident.
    plain.fill(0)
    return null
  }
}

/** Where the frames of a kept file lie, told from its length on the disk; `null` for a length that no kept file has. */
export const layoutOf = (bytesOnDisk: number): { readonly frames: number; readonly size: number } | null => {
  const body = bytesOnDisk - HEAD_BYTES
  const frames = Math.ceil(body / SEALED_FRAME_BYTES)
  const last = body - (frames - 1) * SEALED_FRAME_BYTES
  return body < TAG_BYTES || last < TAG_BYTES ? null : { frames, size: body - frames * TAG_BYTES }
}

/** Where a frame begins on the disk. */
export const frameOffset = (index: number): number => HEAD_BYTES + index * SEALED_FRAME_BYTES

/** As long as a frame on the disk can be. */
export const sealedBuffer = (): Buffer => Buffer.alloc(SEALED_FRAME_BYTES)

const nonceOf = ({ index, end }: FramePlace): Buffer => {
  const nonce = Buffer.alloc(NONCE_BYTES)
  nonce.writeUInt32BE(index, NONCE_BYTES - 5)
  nonce[NONCE_BYTES - 1] = end ? 1 : 0
  return nonce
}

const endText = ({ end }: FramePlace): Buffer => Buffer.from(end ? `${end.hash}|${end.size}` : '')
