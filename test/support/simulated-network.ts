// A network that lives in memory and in virtual time. Over it go the real links, which see sockets: bytes come late, in pieces cut anywhere and in
// order, wait where nobody reads, and get lost together with their connection, with a word or without one.
import { createHash } from 'node:crypto'
import { Duplex } from 'node:stream'
import { HANDSHAKE_MS } from '#main/net/limits.ts'
import { ADMITTED, type Link } from '#main/net/link.ts'
import { openLink } from '#main/net/open-link.ts'
import type { VirtualTime } from './virtual-time.ts'

/** Of one way between two machines. */
export interface Way {
  readonly latencyMs: number
  /** No piece is longer. */
  readonly pieceBytes: number
  readonly bytesPerMs: number
  /** So much is on the way before a writer has to wait. */
  readonly windowBytes: number
}

/** Whose bytes get lost from now on, while both believe the connection stands: of the one that called, of the other, of both. */
export type Loss = 'dialled' | 'accepted' | 'both'

export interface Wire {
  readonly ends: readonly [dialler: string, acceptor: string]
  /** Both hear of it at once; what was on the way is lost. */
  readonly cut: () => void
  readonly lose: (which: Loss) => void
  /** ms; null: both sides can still be heard. */
  readonly brokenAt: () => number | null
  /** Both ends are closed. */
  readonly isOver: () => boolean
}

export interface SimulatedNetwork {
  /** A machine, and what it does with links to it. */
  readonly join: (name: string, onLink: (link: Link) => void) => void
  /** Rejects where nobody answers. */
  readonly dial: (from: string, to: string) => Promise<Link>
  /** Machines of different groups cannot reach each other; what is on the way waits. Left out: all can. */
  readonly divide: (groupOf?: (name: string) => number) => void
  readonly wires: () => readonly Wire[]
  /** What was ever written, without repeats of TCP. */
  readonly bytes: () => number
  /** The most that ever waited at one end to go out. */
  readonly mostUnsent: () => number
  /** The same for two histories only if the same bytes arrived in the same pieces at the same times. */
  readonly trace: () => string
}

export interface NetworkOptions {
  readonly time: VirtualTime
  readonly random: () => number
  /** Asked for each piece. */
  readonly wayOf: (from: string, to: string) => Way
}

/** Stands behind the last byte. */
const END = Buffer.alloc(0)
/** A way that was barred is tried again this often. */
const RETRY_MS = 200

export const createNetwork = ({ time, random, wayOf }: NetworkOptions): SimulatedNetwork => {
  const doors = new Map<string, (link: Link) => void>()
  const wires = new Set<Wire>()
  const trace = createHash('sha256')
  let groupOf: (name: string) => number = () => 0
  let [bytes, mostUnsent, calls] = [0, 0, 0]

  const isBarred = (from: string, to: string): boolean => groupOf(from) !== groupOf(to)

  /** One direction. What is written here comes out of `target`. */
  const oneWay = (from: string, to: string, target: () => Duplex, onRefused: () => void) => {
    const onTheWay: { readonly piece: Buffer; at: number }[] = []
    let waiting: (() => void) | null = null
    let [count, lastAt] = [0, 0]
    let [isLost, isHeldBack, isRetrying] = [false, false, false]

    const deliver = (): void => {
      for (let first = onTheWay[0]; first && first.at <= time.now() && !isHeldBack && !isLost; first = onTheWay[0]) {
        if (isBarred(from, to)) {
          if (!isRetrying) time.after(RETRY_MS, retry)
          isRetrying = true
          return
        }
        onTheWay.shift()
        trace.update(`${time.now()} ${from} ${to} ${first.piece.length}\n`).update(first.piece)
        count -= first.piece.length
        if (!target().destroyed) isHeldBack = !target().push(first.piece === END ? null : first.piece)
        else if (first.piece !== END) onRefused()
      }
      if (waiting && count < wayOf(from, to).windowBytes) {
        const done = waiting
        waiting = null
        done()
      }
    }
    const retry = (): void => {
      isRetrying = false
      deliver()
    }
    const put = (piece: Buffer): void => {
      const { latencyMs, bytesPerMs } = wayOf(from, to)
      lastAt = Math.max(lastAt, time.now() + latencyMs * (0.8 + 0.4 * random())) + piece.length / bytesPerMs
      onTheWay.push({ piece, at: lastAt })
      time.after(lastAt - time.now(), deliver)
    }
    return {
      write: (chunk: Buffer, done: () => void): void => {
        bytes += chunk.length
        count += chunk.length
        const { pieceBytes, windowBytes } = wayOf(from, to)
        for (let at = 0; at < chunk.length;) {
          const length = 1 + Math.floor(random() * pieceBytes)
          put(chunk.subarray(at, at + length))
          at += length
        }
        if (count < windowBytes) done()
        else waiting = done
      },
      finish: () => put(END),
      goOn: (): void => {
        isHeldBack = false
        deliver()
      },
      lose: () => (isLost = true),
      isLost: () => isLost,
    }
  }

  type OneWay = ReturnType<typeof oneWay>

  /** A socket at each end. */
  const connect = (dialler: string, acceptor: string) => {
    const { latencyMs } = wayOf(dialler, acceptor)
    let brokenAt: number | null = null
    const broke = (): void => void (brokenAt ??= time.now())
    const there: OneWay = oneWay(
      dialler,
      acceptor,
      () => accepted,
      () => reset(back, dialled),
    )
    const back: OneWay = oneWay(
      acceptor,
      dialler,
      () => dialled,
      () => reset(there, accepted),
    )
    const socket = (out: OneWay, into: OneWay, other: () => Duplex): Duplex => {
      const self: Duplex = new Duplex({
        write: (chunk: Buffer, _, done) => {
          out.write(chunk, done)
          mostUnsent = Math.max(mostUnsent, self.writableLength)
        },
        final: (done) => {
          out.finish()
          done()
        },
        read: () => into.goOn(),
        destroy: (error, done) => {
          broke()
          // As systems do it: an end behind what is on the way, or a reset that overtakes it.
          if (!self.writableFinished && random() < 0.5) out.finish()
          else if (!self.writableFinished) reset(out, other())
          into.goOn()
          done(error)
        },
      })
      return self
    }
    /** Goes the same way as all else. */
    const reset = (way: OneWay, end: Duplex, ms = latencyMs): void =>
      time.after(ms, () => {
        if (end.destroyed || way.isLost()) return
        if (isBarred(dialler, acceptor)) reset(way, end, RETRY_MS)
        else end.destroy(new Error('ECONNRESET'))
      })
    const dialled = socket(there, back, () => accepted)
    const accepted = socket(back, there, () => dialled)
    const wire: Wire = {
      ends: [dialler, acceptor],
      cut: () => {
        broke()
        for (const end of [dialled, accepted]) end.destroy(new Error('ECONNRESET'))
      },
      lose: (which) => {
        broke()
        if (which !== 'accepted') there.lose()
        if (which !== 'dialled') back.lose()
      },
      brokenAt: () => brokenAt,
      isOver: () => dialled.closed && accepted.closed,
    }
    for (const end of [dialled, accepted]) end.on('close', () => wire.isOver() && wires.delete(wire))
    wires.add(wire)
    return { dialled, accepted }
  }

  const place = (name: string) => ({ address: name, port: 1 })

  return {
    join: (name, onLink) => void doors.set(name, onLink),
    dial: async (from, to) => {
      const patience = time.now() + HANDSHAKE_MS
      const { latencyMs } = wayOf(from, to)
      // There and back for TCP, once more for TLS.
      await time.wait(3 * latencyMs)
      while (isBarred(from, to)) {
        if (time.now() >= patience) throw new Error(`${to} does not answer ${from}.`)
        await time.wait(RETRY_MS)
      }
      const { dialled, accepted } = connect(from, to)
      const exporter = createHash('sha256')
        .update(String((calls += 1)))
        .digest()
      const link = openLink(dialled, {
        ...{ ownId: from, deviceId: to, side: 'dialled', exporter, remote: place(to), local: place(from) },
      })
      const welcome = openLink(accepted, {
        ...{ ownId: to, deviceId: from, side: 'accepted', exporter, remote: place(from), local: place(to) },
      })
      welcome.send(ADMITTED)
      doors.get(to)?.(welcome)
      const stop = setTimeout(() => dialled.destroy(), Math.max(0, patience - time.now()))
      await link.receive(new Map([[ADMITTED, 0]])).finally(() => clearTimeout(stop))
      return link
    },
    divide: (by = () => 0) => (groupOf = by),
    wires: () => [...wires],
    bytes: () => bytes,
    mostUnsent: () => mostUnsent,
    trace: () => trace.copy().digest('hex'),
  }
}
