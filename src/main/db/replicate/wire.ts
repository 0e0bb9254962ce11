// Change sets as they travel: what a set says of itself as JSON, its body as the bytes it is; a batch of them is packed by zstd. Lengths come first
// and have limits.
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { z } from 'zod'
import type { SetHeader } from '../log/log-store.ts'
import { BadChangeSet } from './bad-change-set.ts'

/** A change set on its way. `chain` follows from the set before it. */
export interface WireSet extends SetHeader {
  readonly chain: Uint8Array
  /** Of an erased body; null: it follows from the body. */
  readonly bodyHash: Uint8Array | null
  /** Null: it was erased. */
  readonly body: Uint8Array | null
}

const HEADER_LIMIT = 8 * 1024
const BODY_LIMIT = 16 * 1024 * 1024
/** Of a batch, unpacked: the longest body, and as much again for what many sets say of themselves. */
const BATCH_LIMIT = 2 * BODY_LIMIT
const ERASED = 0xff_ff_ff_ff

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`, 'u'))
const text = (length: number) =>
  z
    .string()
    .max(length)
    .refine((value) => value.isWellFormed())
const count = z.int().min(1)

const header = z.object({
  originHex: hex(16),
  seq: count.max(2 ** 36 - 1),
  op: count.max(2 ** 36 - 1),
  part: count,
  isLast: z.boolean(),
  hlc: z.int().min(-(2 ** 53) + 1),
  // A moment that a date can hold.
  wallMs: z.int().min(-8_640_000_000_000_000).max(8_640_000_000_000_000),
  schemaVersion: count.max(1_000_000),
  actor: text(100).nullable(),
  procedure: text(200),
  undoes: z
    .string()
    .regex(/^[0-9a-f]{32}-[1-9]\d{0,10}$/u)
    .nullable(),
  rows: z.int().min(0),
  chain: hex(16),
  bodyHash: hex(32).nullable(),
})

/** `u16 length | header | u32 length | body`, one behind the other. */
export const layOut = (sets: readonly WireSet[]): Buffer =>
  Buffer.concat(
    sets.flatMap(({ body, chain, bodyHash, ...said }) => {
      const hash = bodyHash && Buffer.from(bodyHash).toString('hex')
      const known = { ...said, chain: Buffer.from(chain).toString('hex'), bodyHash: hash }
      const head = Buffer.from(JSON.stringify(known))
      const lengths = [Buffer.alloc(2), Buffer.alloc(4)] as const
      lengths[0].writeUInt16BE(head.length)
      lengths[1].writeUInt32BE(body === null ? ERASED : body.length)
      return [lengths[0], head, lengths[1], ...(body === null ? [] : [body])]
    }),
  )

export const encodeSets = (sets: readonly WireSet[]): Buffer => zstdCompressSync(layOut(sets))

/** Throws BadChangeSet `body`: it is not what `encodeSets` makes. */
export const decodeSets = (bytes: Uint8Array): WireSet[] => {
  const buffer = unpack(bytes)
  const sets: WireSet[] = []
  let at = 0
  const take = (length: number, limit: number): Buffer => {
    if (length > limit || at + length > buffer.length)
      throw new BadChangeSet('body', 'A batch ends in the middle of a change set.')
    at += length
    return buffer.subarray(at - length, at)
  }
  while (at < buffer.length) {
    const head = readHeader(take(take(2, 2).readUInt16BE(), HEADER_LIMIT))
    const length = take(4, 4).readUInt32BE()
    sets.push({ ...head, body: length === ERASED ? null : Buffer.from(take(length, BODY_LIMIT)) })
  }
  return sets
}

const unpack = (bytes: Uint8Array): Buffer => {
  try {
    return zstdDecompressSync(bytes, { maxOutputLength: BATCH_LIMIT })
  } catch (error) {
    throw new BadChangeSet('body', 'A batch cannot be unpacked, or is longer than a batch may be.', { cause: error })
  }
}

const readHeader = (bytes: Uint8Array): Omit<WireSet, 'body'> => {
  try {
    const { chain, bodyHash, ...said } = header.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    return { ...said, chain: Buffer.from(chain, 'hex'), bodyHash: bodyHash === null ? null : Buffer.from(bodyHash, 'hex') }
  } catch (error) {
    throw new BadChangeSet('body', 'A change set does not say what it is.', { cause: error })
  }
}
