// Frames: what was sent arrives however it was cut, and what was not allowed takes no memory.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Frame, FrameError, type FrameLimits, frameReader, headOf } from '#main/net/frames.ts'
import { fuzzFrames } from '../../fuzz/frames.ts'

const limits: FrameLimits = new Map([
  [16, 0],
  [17, 1024 * 1024],
])
const encoded = (type: number, payload: Buffer): Buffer => Buffer.concat([headOf(type, payload.length), payload])
const readAll = (pieces: readonly Buffer[]): Frame[] => {
  const reader = frameReader()
  return pieces.flatMap((piece) => {
    reader.push(piece)
    const frames: Frame[] = []
    for (let frame = reader.next(limits); frame; frame = reader.next(limits)) frames.push(frame)
    return frames
  })
}

test('frames arrive as they were sent, wherever the stream was cut', () => {
  const frame = fc.oneof(
    fc.constant({ type: 16, payload: Buffer.alloc(0) }),
    fc.uint8Array({ maxLength: 40_000 }).map((bytes) => ({ type: 17, payload: Buffer.from(bytes) })),
  )
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 5 }), fc.array(fc.nat({ max: 50_000 }), { maxLength: 20 }), (sent, cuts) => {
      const bytes = Buffer.concat(sent.map(({ type, payload }) => encoded(type, payload)))
      const places = [0, ...cuts.filter((cut) => cut < bytes.length).toSorted((a, b) => a - b), bytes.length]
      const pieces = places.slice(1).map((end, index) => bytes.subarray(places[index], end))
      expect(readAll(pieces)).toEqual(sent)
    }),
    { numRuns: 200 },
  )
})

test('a frame of a type that may not come now is refused by its first five bytes', () => {
  const reader = frameReader()
  reader.push(headOf(99, 3))
  expect(() => reader.next(limits)).toThrow(new FrameError('unknown_type', 99, 3))
})

test('a frame that is too long is refused before room is made for it, and nothing is read after it', () => {
  const reader = frameReader()
  reader.push(Buffer.concat([headOf(17, 0xffff_ffff), encoded(17, Buffer.from('well formed'))]))
  expect(() => reader.next(limits)).toThrow(FrameError)
  reader.push(encoded(17, Buffer.from('well formed')))
  expect(() => reader.next(limits)).toThrow(FrameError)
  expect(reader.kept()).toBe(0)
})

test('a length that is only claimed costs no memory', () => {
  const reader = frameReader()
  reader.push(headOf(17, 1024 * 1024))
  expect(reader.next(limits)).toBeNull()
  expect(reader.kept()).toBeLessThanOrEqual(16 * 1024)
  reader.push(Buffer.alloc(40_000))
  expect(reader.next(limits)).toBeNull()
  expect(reader.kept()).toBeLessThanOrEqual(80_000)
})

test('a frame keeps no memory of the piece that it came in', () => {
  const [frame] = readAll([Buffer.concat([encoded(17, Buffer.from('ten')), Buffer.alloc(2)])])
  expect(frame?.payload.toString()).toBe('ten')
  expect(frame?.payload.buffer.byteLength).toBe(3)
})

test('5,000 broken and random streams are refused by name only, within the memory that came', () => {
  const { frames, refused, mostKept } = fuzzFrames(5000, 20_261_122)
  expect(mostKept).toBeLessThanOrEqual(16 * 1024)
  expect(refused).toBeGreaterThan(2000)
  expect(frames).toBeGreaterThan(2000)
})
