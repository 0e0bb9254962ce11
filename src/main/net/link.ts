// A link: frames both ways between two machines that know who the other is. What the frames mean is not known here.
import type { Frame, FrameLimits } from './frames.ts'

/** A frame type of the link's own: a sign of life, without content. */
export const BEAT = 0
/** Said first by the machine that was called: until then the one that calls does not know whether it is welcome. */
export const ADMITTED = 1
/** From here on up to 255 the types belong to those who use the link. */
export const FIRST_TYPE = 16

/**
 * How a link ended: `closed` by us; `left` by the other side, both in peace; `broken` on the way; `silent`: no sign of life; `bad_frame`: the
 * other side sent what may not come; `unread`: it does not take what it is sent; `failed`: our own handler threw.
 */
export type LinkEnd = 'closed' | 'left' | 'broken' | 'silent' | 'bad_frame' | 'unread' | 'failed'

export interface LinkClosing {
  readonly end: LinkEnd
  readonly error: Error | null
}

/** Thrown to whoever waits for a link that has ended. */
export class LinkError extends Error {
  override readonly name = 'LinkError'
  readonly end: LinkEnd

  constructor({ end, error }: LinkClosing) {
    super(`The link has ended: ${end}`, error ? { cause: error } : undefined)
    this.end = end
  }
}

export interface Endpoint {
  /** IPv4, or IPv6 with `%scope` where it is link-local. */
  readonly address: string
  readonly port: number
}

export interface LinkFacts {
  /** Who we are on this link. */
  readonly ownId: string
  /** Who is on the other side, proved by its key. */
  readonly deviceId: string
  /** Whether we called it, or it us. */
  readonly side: 'dialled' | 'accepted'
  /** 32 bytes that only the two ends of this one channel have (RFC 9266). */
  readonly exporter: Buffer
  readonly remote: Endpoint
  readonly local: Endpoint
}

export interface Link extends LinkFacts {
  /** Sends, in order. False: enough waits already, go on after `drained`; or the link has ended. A type or length out of bounds is a bug. */
  readonly send: (type: number, payload?: Uint8Array) => boolean
  /** When the other side has taken most of what was sent. Rejects with a LinkError if the link ends before. */
  readonly drained: () => Promise<void>
  /** The next frame. As long as nobody asks, the other side is held back. Rejects with a LinkError; one call at a time. */
  readonly receive: (limits: FrameLimits) => Promise<Frame>
  /** Receives until the link ends, one frame after the other; a handler that throws, or rejects, ends the link as `failed`. */
  readonly onFrame: (limits: FrameLimits, handler: (frame: Frame) => void | Promise<void>) => void
  /** Resolves once, when nothing goes over the link any more; never rejects. That the other side left shows only after its frames were received. */
  readonly closed: Promise<LinkClosing>
  readonly isOpen: () => boolean
  /** Ends in peace: what was sent still goes out, for PARTING_MS at most. */
  readonly close: () => void
  /** Ends at once. `bad_frame` for content that no honest machine sends. */
  readonly abort: (end: 'bad_frame' | 'failed' | 'closed', error?: Error) => void
}

export interface LinkOptions {
  readonly beatMs?: number
  readonly unsentBytes?: number
}
