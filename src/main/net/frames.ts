// What goes over a link: u32 length of the payload (big endian), u8 type, payload. The reader trusts no byte of it: type and length are judged
// before anything is kept, and a frame takes memory only as its bytes arrive.

export interface Frame {
  readonly type: number
  readonly payload: Buffer
}

/** The types that may come now, each with the most bytes of its payload. */
export type FrameLimits = ReadonlyMap<number, number>

export type FrameFault = 'unknown_type' | 'too_long'

/** What came is no frame that may come now. There is no way to go on reading after it. */
export class FrameError extends Error {
  override readonly name = 'FrameError'
  readonly fault: FrameFault

  constructor(fault: FrameFault, type: number, bytes: number) {
    super(`${fault}: a frame of type ${type} and ${bytes} bytes`)
    this.fault = fault
  }
}

export const HEAD_BYTES = 5
const FIRST_ROOM = 16 * 1024

/** What stands before the payload. */
export const headOf = (type: number, payloadBytes: number): Buffer => {
  const head = Buffer.allocUnsafe(HEAD_BYTES)
  head.writeUInt32BE(payloadBytes, 0)
  head.writeUInt8(type, 4)
  return head
}

export interface FrameReader {
  /** Takes what arrived; the reader keeps it until it is read. */
  readonly push: (chunk: Buffer) => void
  /** The next whole frame, null until more arrives. Throws a FrameError, and the same one again whenever it is asked afterwards. */
  readonly next: (limits: FrameLimits) => Frame | null
  /** How many bytes are kept: chunks that are not read, and room for the frame that is growing. */
  readonly kept: () => number
}

export const frameReader = (): FrameReader => {
  const chunks: Buffer[] = []
  const head = Buffer.alloc(HEAD_BYTES)
  let headFilled = 0
  let room: Buffer = Buffer.alloc(0)
  let filled = 0
  let broken: FrameError | null = null

  /** Moves what is there into `target` from `from` on, at most up to its end. The new place. */
  const fill = (target: Buffer, from: number): number => {
    let place = from
    for (let chunk = chunks[0]; chunk && place < target.length; chunk = chunks[0]) {
      const taken = chunk.copy(target, place)
      place += taken
      if (taken === chunk.length) chunks.shift()
      else chunks[0] = chunk.subarray(taken)
    }
    return place
  }

  const judge = (limits: FrameLimits): number => {
    const size = head.readUInt32BE(0)
    const type = head.readUInt8(4)
    const most = limits.get(type)
    if (most !== undefined && size <= most) return size
    chunks.length = 0
    broken = new FrameError(most === undefined ? 'unknown_type' : 'too_long', type, size)
    throw broken
  }

  return {
    push: (chunk) => {
      if (chunk.length > 0 && !broken) chunks.push(chunk)
    },
    next: (limits) => {
      if (broken) throw broken
      if (headFilled < HEAD_BYTES) {
        headFilled = fill(head, headFilled)
        if (headFilled < HEAD_BYTES) return null
        room = Buffer.alloc(Math.min(judge(limits), FIRST_ROOM))
        filled = 0
      }

      const size = head.readUInt32BE(0)
      for (;;) {
        filled = fill(room, filled)
        if (filled === size) break
        if (filled < room.length) return null
        // Twice as much as came so far: a length that is only claimed costs nothing.
        const larger = Buffer.alloc(Math.min(size, room.length * 2))
        room.copy(larger)
        room = larger
      }
      const payload = room
      room = Buffer.alloc(0)
      headFilled = 0
      return { type: head.readUInt8(4), payload }
    },
    kept: () => chunks.reduce((sum, chunk) => sum + chunk.length, room.length),
  }
}
