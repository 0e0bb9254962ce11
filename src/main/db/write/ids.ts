// Ids are made in one place: UUIDv7 for records, UUIDv8 of a hash where two machines must make the same one.
import { hash } from 'node:crypto'

const format = (bytes: Uint8Array): string => {
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

/** A maker of UUIDv7 (RFC 9562 §5.7) that never goes backwards: `random` fills bytes, `nowMs` is the wall clock. */
export const createIdMaker = (nowMs: () => number, random: (bytes: Uint8Array) => void): (() => string) => {
  const pool = new Uint8Array(16 * 256)
  let used = pool.length
  let last = 0
  let counter = 0
  return () => {
    if (used === pool.length) {
      random(pool)
      used = 0
    }
    const bytes = pool.slice(used, used + 16)
    used += 16
    const wall = nowMs()
    if (wall > last) {
      last = wall
      counter = 0
    } else if (++counter > 4095) {
      last++
      counter = 0
    }
    new DataView(bytes.buffer).setUint32(0, Math.floor(last / 65536))
    new DataView(bytes.buffer).setUint16(4, last % 65536)
    bytes[6] = 0x70 | (counter >> 8)
    bytes[7] = counter & 0xff
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
    return format(bytes)
  }
}

/** A UUIDv8 (RFC 9562 §5.8) of the key's SHA-256; the parts are length-prefixed, so that no two keys look alike. */
export const naturalIdOf = (workspaceId: string, table: string, key: readonly string[]): string => {
  const text = [workspaceId, table, ...key].map((part) => `${Buffer.byteLength(part)}:${part}`).join('')
  const bytes = hash('sha256', text, 'buffer').subarray(0, 16)
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return format(bytes)
}
