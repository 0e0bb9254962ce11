// The door to the office network. It opens only when told to, lets in those whose key is known, and, while somebody is invited, such as want to
// pair. Everyone else is put out before a byte of theirs is read, and learns no more than that something listens here.
import { createServer as createEar } from 'node:net'
import { createServer as createTlsServer, type TLSSocket } from 'node:tls'
import { AppError } from '#shared/base/app-error.ts'
import type { DeviceIdentity } from './certificate.ts'
import { ACCEPTED_LINKS, HANDSHAKE_MS, PAIRING_LINKS, PENDING_HANDSHAKES, PENDING_HANDSHAKES_OF_ONE } from './limits.ts'
import { ADMITTED, type Link, type LinkOptions } from './link.ts'
import { openLink } from './open-link.ts'
import { endpointsOf, type Flaw, type Known, protocols, type Purpose, tlsOptions, whoIsThere } from './secure-socket.ts'
import { type WaitingEnd, waitingRoom } from './waiting-room.ts'

/** Why somebody was put out. */
export type RefusalReason = WaitingEnd | Flaw | 'not_trusted' | 'not_inviting'

export interface Refusal {
  readonly reason: RefusalReason
  readonly address: string
  /** Who it was, where that was proved. */
  readonly deviceId: string | null
}

export interface ListenOptions extends LinkOptions {
  readonly identity: DeviceIdentity
  /** 0 takes any that is free. */
  readonly port: number
  /** Left out: all addresses of the machine, IPv6 and IPv4. */
  readonly host?: string
  /** Asked once a connection, after the handshake. */
  readonly isTrusted: (deviceId: string) => boolean
  /** Whether a code or an invitation is open. */
  readonly isInviting: () => boolean
  /** A machine that is trusted. Its frames wait until they are received. */
  readonly onLink: (link: Link) => void
  /** A machine that wants to pair. It is trusted with nothing yet. */
  readonly onPairing: (link: Link) => void
  readonly onRefused: (refusal: Refusal) => void
  /** The door itself is in trouble: no file handles are left, for example. */
  readonly onError: (error: Error) => void
  readonly handshakeMs?: number
  readonly pendingHandshakes?: number
  readonly pendingHandshakesOfOne?: number
}

export interface Listener {
  readonly port: number
  /** Shuts the door and ends every link that came in through it; resolves when all are gone. */
  readonly close: () => Promise<void>
}

/** Throws an AppError if the port is taken or not allowed, or the address is none of this machine. */
export const listen = async (options: ListenOptions): Promise<Listener> => {
  const { identity, port, host, onRefused, onError, handshakeMs: ms = HANDSHAKE_MS } = options
  const { pendingHandshakes: seats = PENDING_HANDSHAKES, pendingHandshakesOfOne: seatsOfOne = PENDING_HANDSHAKES_OF_ONE } =
    options
  const onPutOut = (reason: WaitingEnd, address: string): void => onRefused({ reason, address, deviceId: null })
  const room = waitingRoom({ ms, seats, seatsOfOne, onPutOut })
  const links = new Map<Link, Purpose>()

  const secure = createTlsServer({ ...tlsOptions(identity), ALPNProtocols: Object.values(protocols) })
  secure.on('tlsClientError', (_error, socket) => socket.destroy())
  secure.on('secureConnection', (socket) => {
    if (room.leave(socket)) receive(socket, options, links)
    else socket.destroy()
  })

  const ear = createEar({ noDelay: true, keepAlive: true }, (raw) => {
    // What goes wrong on the wire shows as the closing of the connection, to the waiting room or to the link.
    raw.on('error', () => raw.destroy())
    if (room.enter(raw)) secure.emit('connection', raw)
  })
  await new Promise<void>((resolve, reject) => {
    const onFailure = (error: Error): void => reject(doorError(error, options))
    ear.once('error', onFailure)
    ear.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      ear.off('error', onFailure)
      ear.on('error', onError)
      resolve()
    })
  })
  const at = ear.address()

  return {
    port: typeof at === 'object' && at ? at.port : port,
    close: async () => {
      const shut = new Promise<void>((resolve) => ear.close(() => resolve()))
      room.clear()
      for (const link of links.keys()) link.close()
      await shut
    },
  }
}

/** Lets in, or puts out, a connection that is through its handshake. */
const receive = (socket: TLSSocket, options: ListenOptions, links: Map<Link, Purpose>): void => {
  const ends = endpointsOf(socket)
  const who = whoIsThere(socket)
  const reason = typeof who === 'string' ? who : objection(who, options, [...links.values()])
  if (typeof who === 'string' || reason) {
    // Not read, not answered: there is nobody to tell.
    socket.on('error', () => socket.destroy())
    socket.destroy()
    const deviceId = typeof who === 'string' ? null : who.deviceId
    return options.onRefused({ reason: reason ?? 'no_protocol', address: ends.remote.address, deviceId })
  }

  const { deviceId, exporter, purpose } = who
  const facts = { ownId: options.identity.deviceId, deviceId, side: 'accepted', exporter, ...ends } as const
  const link = openLink(socket, facts, options)
  links.set(link, purpose)
  void link.closed.then(() => links.delete(link))
  link.send(ADMITTED)
  if (purpose === 'sync') options.onLink(link)
  else options.onPairing(link)
}

const objection = (
  { deviceId, purpose }: Known,
  { isTrusted, isInviting }: ListenOptions,
  open: readonly Purpose[],
): RefusalReason | null => {
  if (purpose === 'sync' && !isTrusted(deviceId)) return 'not_trusted'
  if (purpose === 'pair' && !isInviting()) return 'not_inviting'
  const most = purpose === 'pair' ? PAIRING_LINKS : ACCEPTED_LINKS
  return open.filter((one) => one === purpose).length >= most ? 'too_many' : null
}

/** Not of this machine, or known to nobody. */
const NO_ADDRESS: readonly unknown[] = ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN']

/** Why nobody can listen there. */
export const doorError = (error: Error, { port, host }: Pick<ListenOptions, 'port' | 'host'>): AppError => {
  const code = 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') return new AppError('unavailable', 'sync.listen.port_taken', { port }, { cause: error })
  if (host !== undefined && NO_ADDRESS.includes(code))
    return new AppError('unavailable', 'sync.listen.no_address', { address: host }, { cause: error })
  return new AppError('unavailable', 'sync.listen.failed', { port }, { cause: error })
}
