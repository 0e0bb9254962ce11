// CPace, a balanced PAKE: two sides that know the same few digits get the same strong key, and a stranger gets one guess a run.
// Suite CPACE-RISTR255-SHA512, initiator and responder, after draft-irtf-cfrg-cpace-21; names follow the draft.
import { createHash, createHmac } from 'node:crypto'
import { ristretto255, ristretto255_hasher } from '@noble/curves/ed25519.js'

export const SHARE_BYTES = 32
export const TAG_BYTES = 64
const SCALAR_BYTES = 32
/** H.s_in_bytes of SHA-512. */
const BLOCK_BYTES = 128
const DSI = Buffer.from('CPaceRistretto255')
const DSI_ISK = Buffer.from('CPaceRistretto255_ISK')
const NOTHING = Buffer.alloc(0)

const { Point } = ristretto255

/** A share that is no element of the group, or the neutral one: the run must end. */
export class CpaceError extends Error {
  override readonly name = 'CpaceError'
}

export interface CpaceInput {
  /** PRS: what both sides know. */
  readonly secret: Uint8Array
  /** CI: who speaks with whom. */
  readonly context: Uint8Array
  /** sid: the channel that they speak through. */
  readonly sessionId: Uint8Array
}

export type CpaceRole = 'initiator' | 'responder'

/** One side of one run; `scalar` must never be used again. */
export interface CpaceSide {
  readonly role: CpaceRole
  readonly input: CpaceInput
  readonly scalar: Uint8Array
  /** The 32 bytes for the other side: Ya or Yb. */
  readonly share: Uint8Array
}

/** Begins a run. `randomBytes` must be a cryptographic source. */
export const startCpace = (role: CpaceRole, input: CpaceInput, randomBytes: (size: number) => Uint8Array): CpaceSide => {
  const scalar = Buffer.from(randomBytes(SCALAR_BYTES))
  // sample_scalar (8.3): 252 bits, little endian. That is below the order of the group, so nothing is reduced.
  scalar.writeUInt8(scalar.readUInt8(SCALAR_BYTES - 1) & 0x0f, SCALAR_BYTES - 1)
  return { role, input, scalar, share: decodeGenerator(input).multiply(numberOf(scalar)).toBytes() }
}

/** ISK, 64 bytes. Throws a CpaceError for a hostile share. Equal on both sides only if secret, context, channel and shares are. */
export const sharedKey = ({ role, input, scalar, share }: CpaceSide, otherShare: Uint8Array): Buffer => {
  // One's own share sent back would make one's own tag the right one.
  if (Buffer.compare(share, otherShare) === 0) throw new CpaceError('The share is a mirror')
  const [initiator, responder] = role === 'initiator' ? [share, otherShare] : [otherShare, share]
  const point = secretPoint(scalar, otherShare)
  return sessionKey(input.sessionId, point, { share: initiator, data: NOTHING }, { share: responder, data: NOTHING })
}

/** What one side sent: its share, and data that both want to agree upon (ADa, ADb). */
export interface CpaceMessage {
  readonly share: Uint8Array
  readonly data: Uint8Array
}

/** ISK from K and the transcript of initiator and responder. */
export const sessionKey = (sessionId: Uint8Array, point: Uint8Array, initiator: CpaceMessage, responder: CpaceMessage): Buffer =>
  hash(
    lengthsAndValues(DSI_ISK, sessionId, point),
    lengthsAndValues(initiator.share, initiator.data, responder.share, responder.data),
  )

/** The proof that a side has the key (10.4): a MAC over the share that it sent. */
export const tagOf = (key: Uint8Array, sessionId: Uint8Array, share: Uint8Array): Buffer =>
  createHmac('sha512', hash(Buffer.from('CPaceMac'), sessionId, key))
    .update(lengthsAndValues(share, NOTHING))
    .digest()

/** calculate_generator, encoded. */
export const generatorOf = (input: CpaceInput): Uint8Array => decodeGenerator(input).toBytes()

/** scalar_mult_vfy: K, 32 bytes. */
export const secretPoint = (scalar: Uint8Array, share: Uint8Array): Uint8Array => {
  const point = decodeShare(share).multiply(numberOf(scalar))
  // The order of the group is prime, so only a neutral share leads here.
  if (point.is0()) throw new CpaceError('The share is the neutral element')
  return point.toBytes()
}

const decodeShare = (share: Uint8Array): InstanceType<typeof Point> => {
  try {
    return Point.fromBytes(share)
  } catch (error) {
    throw new CpaceError('The share is no element of the group', { cause: error })
  }
}

const decodeGenerator = ({ secret, context, sessionId }: CpaceInput): InstanceType<typeof Point> => {
  const used = lengthsAndValues(secret).length + lengthsAndValues(DSI).length + 1
  const padding = Buffer.alloc(Math.max(0, BLOCK_BYTES - used))
  const point = ristretto255_hasher.deriveToCurve?.(hash(lengthsAndValues(DSI, secret, padding, context, sessionId)))
  if (!point) throw new Error('The library derives no elements of ristretto255')
  return point
}

/** lv_cat: each value behind its length in LEB128, so that no two lists give the same bytes. */
export const lengthsAndValues = (...values: readonly Uint8Array[]): Buffer =>
  Buffer.concat(values.flatMap((value) => [leb128(value.length), value]))

const leb128 = (length: number): Buffer =>
  length < 0x80 ? Buffer.from([length]) : Buffer.concat([Buffer.from([(length & 0x7f) | 0x80]), leb128(length >>> 7)])

const hash = (...parts: readonly Uint8Array[]): Buffer => {
  const sum = createHash('sha512')
  for (const part of parts) sum.update(part)
  return sum.digest()
}

const numberOf = (littleEndian: Uint8Array): bigint => BigInt(`0x${Buffer.from(littleEndian.toReversed()).toString('hex')}`)
