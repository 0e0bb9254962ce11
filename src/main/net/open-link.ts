// Makes a link of a secured stream: holds back whoever is faster, notices when the other side is gone without a word, ends at the first broken frame.
import type { Duplex } from 'node:stream'
import { FrameError, type Frame, type FrameLimits, frameReader, headOf } from './frames.ts'
import { BEAT_MS, FRAME_BYTES, PARTING_MS, SILENT_BEATS, UNSENT_BYTES } from './limits.ts'
import { BEAT, type Link, type LinkClosing, type LinkEnd, LinkError, type LinkFacts, type LinkOptions } from './link.ts'

const NOTHING = Buffer.alloc(0)

interface Waiting {
  readonly limits: FrameLimits
  readonly resolve: (frame: Frame) => void
  readonly reject: (error: LinkError) => void
}

/** Takes over a secured stream. */
export const openLink = (socket: Duplex, facts: LinkFacts, options: LinkOptions = {}): Link => {
  const { beatMs = BEAT_MS, unsentBytes = UNSENT_BYTES } = options
  const reader = frameReader()
  const drains = new Set<{ readonly resolve: () => void; readonly reject: (error: LinkError) => void }>()
  let waiting: Waiting | null = null
  let ended: LinkClosing | null = null
  let [heard, spoke, quietBeats] = [true, false, 0]

  const finish = (end: LinkEnd, error: Error | null = null): void => {
    if (ended) return
    ended = { end, error }
    clearInterval(heart)
    const loss = new LinkError(ended)
    waiting?.reject(loss)
    waiting = null
    for (const { reject } of drains) reject(loss)
    drains.clear()
  }
  const abort = (end: LinkEnd, error: Error | null = null): void => {
    finish(end, error)
    socket.destroy()
  }

  /** What waits still goes out, but it is not waited for without end: perhaps nothing arrives any more. */
  const part = (): void => {
    socket.end()
    const patience = setTimeout(() => socket.destroy(), PARTING_MS)
    socket.once('close', () => clearTimeout(patience))
  }

  /** Gives whoever waits the next whole frame; lets more come, or not. */
  const handOver = (): void => {
    try {
      let frame = waiting && reader.next(waiting.limits)
      while (waiting && frame?.type === BEAT) frame = reader.next(waiting.limits)
      if (!waiting || !frame) return void (waiting ? socket.resume() : socket.pause())
      const { resolve } = waiting
      waiting = null
      resolve(frame)
    } catch (error) {
      if (!(error instanceof FrameError)) throw error
      abort('bad_frame', error)
    }
  }

  const write = (type: number, payload: Uint8Array): boolean => {
    if (ended) return false
    spoke = true
    socket.cork()
    socket.write(headOf(type, payload.length))
    if (payload.length > 0) socket.write(payload)
    socket.uncork()
    if (socket.writableLength > unsentBytes) abort('unread')
    return !socket.writableNeedDrain && !ended
  }

  const heart = setInterval(() => {
    if (!spoke) write(BEAT, NOTHING)
    spoke = false
    // Whoever does not listen cannot say that the other is silent.
    if (waiting) quietBeats = heard ? 0 : quietBeats + 1
    heard = false
    if (quietBeats >= SILENT_BEATS) abort('silent')
  }, beatMs)

  socket.on('data', (chunk: Buffer) => {
    heard = true
    if (ended) return
    reader.push(chunk)
    handOver()
  })
  socket.on('drain', () => {
    for (const { resolve } of drains) resolve()
    drains.clear()
  })
  socket.on('end', () => {
    if (ended) return
    finish('left')
    part()
  })
  socket.on('error', (error: Error) => finish('broken', error))
  const closed = new Promise<LinkClosing>((resolve) => {
    socket.on('close', () => {
      finish('broken')
      resolve(ended ?? { end: 'broken', error: null })
    })
  })
  socket.pause()

  const receive = (limits: FrameLimits): Promise<Frame> =>
    new Promise((resolve, reject) => {
      if (waiting) throw new Error('Somebody receives already')
      // What came before the other side left in peace is still read.
      if (ended && ended.end !== 'left') return reject(new LinkError(ended))
      waiting = { limits: new Map([...limits, [BEAT, 0]]), resolve, reject }
      quietBeats = 0
      handOver()
      if (ended && waiting) {
        waiting = null
        reject(new LinkError(ended))
      }
    })

  return {
    ...facts,
    send: (type, payload = NOTHING) => {
      if (type === BEAT || payload.length > FRAME_BYTES)
        throw new RangeError(`A frame of type ${type} and ${payload.length} bytes`)
      return write(type, payload)
    },
    drained: () =>
      new Promise((resolve, reject) => {
        if (ended) return reject(new LinkError(ended))
        if (!socket.writableNeedDrain) return resolve()
        drains.add({ resolve, reject })
      }),
    receive,
    onFrame: (limits, handler) => {
      void receiveAll(receive, limits, handler).catch((error: unknown) => {
        if (!ended) abort('failed', error instanceof Error ? error : new Error(String(error)))
      })
    },
    closed,
    isOpen: () => ended === null,
    close: () => {
      if (ended) return
      finish('closed')
      part()
      socket.resume()
    },
    abort,
  }
}

const receiveAll = async (
  receive: Link['receive'],
  limits: FrameLimits,
  handler: (frame: Frame) => void | Promise<void>,
): Promise<never> => {
  for (;;) await handler(await receive(limits))
}
