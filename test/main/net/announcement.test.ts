// What a machine calls into the office, byte by byte, and what is made of bytes that somebody else sent.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ANNOUNCEMENT_BYTES,
  decodeAnnouncement,
  encodeAnnouncement,
  tagsAround,
  workspaceTag,
  type Announcement,
} from '#main/net/announcement.ts'

const nonce = '0102030405060708'
const key = new Uint8Array(32).fill(7)
const noon = Date.UTC(2026, 10, 22, 12)

const calls: readonly Announcement[] = [
  { kind: 'member', nonce, tag: workspaceTag(key, noon), port: 47_311 },
  { kind: 'office', nonce, office: 'ffeeddccbbaa9988', port: 1, secondsLeft: 600 },
  { kind: 'office', nonce, office: 'ffeeddccbbaa9988', port: 65_535, secondsLeft: 0 },
  { kind: 'looking', nonce },
]

test.each(calls)('a call is read as it was sent: $kind', (announcement) => {
  for (const way of ['broadcast', 'multicast', 'ipv6', 'answer'] as const)
    expect(decodeAnnouncement(encodeAnnouncement(announcement, way))).toEqual({ announcement, way })
})

test('what is sent stays the same for the versions to come', () => {
  const member = encodeAnnouncement({ kind: 'member', nonce, tag: 'aabbccddeeff0011', port: 47_311 }, 'multicast')
  expect(member.toString('hex')).toBe('4b49544801010200aabbccddeeff00110102030405060708b8cf0000')
  expect(workspaceTag(key, noon)).toBe(workspaceTag(key, noon + 11 * 3_600_000))
})

test('the tag of a workspace is another one each day and for each workspace, and tells nothing of the key', () => {
  const days = Array.from({ length: 400 }, (_, day) => workspaceTag(key, noon + day * 86_400_000))
  expect(new Set(days).size).toBe(400)
  expect(workspaceTag(new Uint8Array(32).fill(8), noon)).not.toBe(workspaceTag(key, noon))
  expect(workspaceTag(key, noon)).toHaveLength(16)
})

test('a machine whose clock is a day off is still known', () => {
  for (const hours of [-24, -13, 0, 13, 24]) expect(tagsAround(key, noon)).toContain(workspaceTag(key, noon + hours * 3_600_000))
  expect(tagsAround(key, noon)).not.toContain(workspaceTag(key, noon + 48 * 3_600_000))
})

test('whatever bytes come, they are read or refused with a reason, and what is read encodes to the same bytes', () => {
  const bytesFrom = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    fc.uint8Array({ minLength: ANNOUNCEMENT_BYTES, maxLength: ANNOUNCEMENT_BYTES }),
    // Valid ones with a few bytes changed reach the deeper checks.
    fc
      .tuple(fc.constantFrom(...calls), fc.array(fc.tuple(fc.nat(ANNOUNCEMENT_BYTES - 1), fc.nat(255)), { maxLength: 4 }))
      .map(([call, changes]) => {
        const bytes = encodeAnnouncement(call, 'broadcast')
        for (const [at, value] of changes) bytes[at] = value
        return new Uint8Array(bytes)
      }),
  )
  let read = 0
  fc.assert(
    fc.property(bytesFrom, (bytes) => {
      const decoded = decodeAnnouncement(bytes)
      if ('unreadable' in decoded) return ['size', 'magic', 'format', 'kind', 'value'].includes(decoded.unreadable)
      read += 1
      return encodeAnnouncement(decoded.announcement, decoded.way).equals(bytes)
    }),
    { numRuns: 20_000 },
  )
  expect(read).toBeGreaterThan(1000)
})

test('a call cut short, prolonged, of a newer format or with something in its empty places is refused', () => {
  const whole = encodeAnnouncement({ kind: 'looking', nonce }, 'ipv6')
  const changed = (at: number, value: number): Buffer => {
    const copy = Buffer.from(whole)
    copy[at] = value
    return copy
  }
  expect(decodeAnnouncement(whole.subarray(0, 27))).toEqual({ unreadable: 'size' })
  expect(decodeAnnouncement(Buffer.concat([whole, Buffer.alloc(1)]))).toEqual({ unreadable: 'size' })
  expect(decodeAnnouncement(changed(0, 0))).toEqual({ unreadable: 'magic' })
  expect(decodeAnnouncement(changed(4, 2))).toEqual({ unreadable: 'format' })
  expect(decodeAnnouncement(changed(5, 4))).toEqual({ unreadable: 'kind' })
  expect(decodeAnnouncement(changed(6, 0))).toEqual({ unreadable: 'kind' })
  for (const at of [7, 8, 24, 26]) expect(decodeAnnouncement(changed(at, 1))).toEqual({ unreadable: 'value' })
})
