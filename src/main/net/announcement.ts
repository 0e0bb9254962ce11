// What one machine calls into the office, as 28 bytes without a name in them. Whoever listens learns that Kith runs here, no more.
//
//   0 'KITH'   4 format   5 kind   6 way   7 zero   8 tag or office (8)   16 nonce (8)   24 TCP port   26 seconds left
import { createHmac } from 'node:crypto'
import { CODE_MS } from './limits.ts'

export const ANNOUNCEMENT_BYTES = 28
/** An office is open for a new machine for as long as a code is good. */
export const LONGEST_OPEN_S = CODE_MS / 1000

const MAGIC = Buffer.from('KITH', 'latin1')
const FORMAT = 1
const kinds = ['member', 'office', 'looking'] as const
const ways = ['broadcast', 'multicast', 'ipv6', 'answer'] as const

/** By which way a datagram was sent. An `answer` goes to one machine alone. */
export type Way = (typeof ways)[number]

interface Call {
  /** Hex of 8 random bytes, new with each start: tells a restart from a repetition, and one's own calls from others'. */
  readonly nonce: string
}
/** A machine of an office that syncs. `tag` is hex of 8 bytes, see `workspaceTag`. */
export interface MemberCall extends Call {
  readonly kind: 'member'
  readonly tag: string
  readonly port: number
}
/** An office that is open for a new machine; 0 seconds left: not any more. `office` is hex of 8 random bytes, new with each code. */
export interface OfficeCall extends Call {
  readonly kind: 'office'
  readonly office: string
  readonly port: number
  readonly secondsLeft: number
}
/** A machine that looks for an office to join. */
export interface LookingCall extends Call {
  readonly kind: 'looking'
}
export type Announcement = MemberCall | OfficeCall | LookingCall

export type Decoded = { readonly announcement: Announcement; readonly way: Way } | { readonly unreadable: UnreadableReason }
/** `format`: of a newer Kith, or not of Kith at all but long enough. */
export type UnreadableReason = 'size' | 'magic' | 'format' | 'kind' | 'value'

export const encodeAnnouncement = (announcement: Announcement, way: Way): Buffer => {
  const bytes = Buffer.alloc(ANNOUNCEMENT_BYTES)
  MAGIC.copy(bytes, 0)
  bytes.writeUInt8(FORMAT, 4)
  bytes.writeUInt8(kinds.indexOf(announcement.kind) + 1, 5)
  bytes.writeUInt8(ways.indexOf(way) + 1, 6)
  if (announcement.kind === 'member') bytes.write(announcement.tag, 8, 8, 'hex')
  if (announcement.kind === 'office') bytes.write(announcement.office, 8, 8, 'hex')
  bytes.write(announcement.nonce, 16, 8, 'hex')
  if (announcement.kind !== 'looking') bytes.writeUInt16BE(announcement.port, 24)
  if (announcement.kind === 'office') bytes.writeUInt16BE(announcement.secondsLeft, 26)
  return bytes
}

/** Takes any bytes from anyone. Everything that this format does not use must be zero, so there is one encoding of a call. */
export const decodeAnnouncement = (bytes: Uint8Array): Decoded => {
  if (bytes.length !== ANNOUNCEMENT_BYTES) return { unreadable: 'size' }
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (!view.subarray(0, 4).equals(MAGIC)) return { unreadable: 'magic' }
  if (view.readUInt8(4) !== FORMAT) return { unreadable: 'format' }

  const kind = kinds[view.readUInt8(5) - 1]
  const way = ways[view.readUInt8(6) - 1]
  if (kind === undefined || way === undefined) return { unreadable: 'kind' }

  const mark = view.toString('hex', 8, 16)
  const nonce = view.toString('hex', 16, 24)
  const port = view.readUInt16BE(24)
  const secondsLeft = view.readUInt16BE(26)
  if (view.readUInt8(7) !== 0 || nonce === NOTHING) return { unreadable: 'value' }
  if (kind === 'looking') {
    const isEmpty = mark === NOTHING && port === 0 && secondsLeft === 0
    return isEmpty ? { announcement: { kind, nonce }, way } : { unreadable: 'value' }
  }
  if (mark === NOTHING || port === 0) return { unreadable: 'value' }
  if (kind === 'office') {
    const announcement = { kind, nonce, office: mark, port, secondsLeft } as const
    return secondsLeft <= LONGEST_OPEN_S ? { announcement, way } : { unreadable: 'value' }
  }
  return secondsLeft === 0 ? { announcement: { kind, nonce, tag: mark, port }, way } : { unreadable: 'value' }
}

const NOTHING = '0'.repeat(16)
export const DAY_MS = 86_400_000

/** By what the machines of a workspace know each other on one UTC day: hex of the first 8 bytes of HMAC-SHA-256(workspace key, day). */
export const workspaceTag = (workspaceKey: Uint8Array, now: number): string =>
  createHmac('sha256', workspaceKey)
    .update(`kith-announce/1 ${new Date(now).toISOString().slice(0, 10)}`)
    .digest('hex')
    .slice(0, 16)

/** The tags of yesterday, today and tomorrow: clocks differ, and midnight falls between two calls. */
export const tagsAround = (workspaceKey: Uint8Array, now: number): readonly string[] =>
  [-DAY_MS, 0, DAY_MS].map((shift) => workspaceTag(workspaceKey, now + shift))
