// Streams of frames as an attacker would send them: whole ones turned over in some bits, and noise, cut into pieces anywhere.
import { FrameError, type FrameLimits, frameReader, headOf } from '#main/net/frames.ts'
import { EACH_MS, processorMs } from './limits.ts'
import { randomFrom } from './random.ts'

const limits: FrameLimits = new Map([
  [0, 0],
  [16, 64],
  [17, 4096],
  [18, 1024 * 1024],
])
const types = [...limits.keys()]
const PIECE = 64 * 1024

export interface FrameFuzz {
  readonly streams: number
  readonly frames: number
  readonly refused: number
  /** The most that a reader kept beyond what was pushed and not read, in bytes, and the most of one frame's claim. */
  readonly mostKept: number
  readonly slowestMs: number
  /** How many took more of the processor than `EACH_MS`. */
  readonly slow: number
}

/** Throws if a reader fails with anything but a FrameError, keeps more than it was given twice over, or hands out more than the limits allow. */
export const fuzzFrames = (count: number, seed: number): FrameFuzz => {
  const random = randomFrom(seed)
  const upTo = (most: number): number => Math.floor(random() * (most + 1))
  const noise = (bytes: number): Buffer => Buffer.from(Array.from({ length: bytes }, () => upTo(255)))
  let [frames, refused, mostKept, slowestMs, slow] = [0, 0, 0, 0, 0]

  for (let stream = 0; stream < count; stream += 1) {
    const bytes = stream % 2 === 0 ? mutated(goodStream(upTo, noise), upTo) : noise(upTo(200))
    const since = performance.now()
    const spent = processorMs()
    const reader = frameReader()
    let pushed = 0
    try {
      for (let place = 0; place < bytes.length;) {
        const piece = bytes.subarray(place, place + 1 + upTo(Math.min(PIECE, bytes.length)))
        place += piece.length
        pushed += piece.length
        reader.push(piece)
        for (let frame = reader.next(limits); frame; frame = reader.next(limits)) {
          frames += 1
          const most = limits.get(frame.type)
          if (most === undefined || frame.payload.length > most)
            throw new RangeError(`A frame of type ${frame.type} came through`)
        }
        mostKept = Math.max(mostKept, reader.kept() - 2 * pushed)
      }
    } catch (error) {
      if (!(error instanceof FrameError)) throw error
      refused += 1
    }
    slowestMs = Math.max(slowestMs, performance.now() - since)
    if (processorMs() - spent > EACH_MS) slow += 1
  }
  return { streams: count, frames, refused, mostKept, slowestMs, slow }
}

const goodStream = (upTo: (most: number) => number, noise: (bytes: number) => Buffer): Buffer =>
  Buffer.concat(
    Array.from({ length: 1 + upTo(4) }, () => {
      const type = types[upTo(types.length - 1)] ?? 0
      const payload = noise(upTo(Math.min(limits.get(type) ?? 0, 300)))
      return Buffer.concat([headOf(type, payload.length), payload])
    }),
  )

/** Bits turned over, a piece doubled, cut out or written over: what disks, relays and attackers do. */
export const mutated = (bytes: Buffer, upTo: (most: number) => number): Buffer => {
  const place = upTo(bytes.length - 1)
  const length = upTo(Math.min(16, bytes.length - place))
  const piece = bytes.subarray(place, place + length)
  const ways = [
    () => {
      const turned = Buffer.from(bytes)
      turned.writeUInt8(turned.readUInt8(place) ^ (1 << upTo(7)), place)
      return turned
    },
    () => Buffer.concat([bytes.subarray(0, place), piece, bytes.subarray(place)]),
    () => Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + length)]),
    () => Buffer.concat([bytes.subarray(0, place), Buffer.alloc(length, 0xff), bytes.subarray(place + length)]),
  ]
  return ways[upTo(ways.length - 1)]?.() ?? bytes
}
