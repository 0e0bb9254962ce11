// Calls another machine. What comes back is a link to the machine that was meant, which has let us in, or an error that says in one word why not.
import { connect, createSecureContext, type TLSSocket } from 'node:tls'
import { AppError } from '#shared/base/app-error.ts'
import type { DeviceIdentity } from './certificate.ts'
import { HANDSHAKE_MS } from './limits.ts'
import { ADMITTED, type Link, LinkError, type LinkOptions } from './link.ts'
import { openLink } from './open-link.ts'
import { endpointsOf, protocols, type Purpose, tlsOptions, whoIsThere } from './secure-socket.ts'

/**
 * `unreachable`: no way there, or no address at all; `name_unknown`; `port_closed`: the machine is there, nothing listens; `no_answer`: a firewall, no machine, or one
 * that is too busy to say a word; `not_kith`: something else listens there; `other_version`: a Kith that speaks otherwise; `other_machine`: not the one that was meant;
 * `itself`: this machine, or a copy of it; `refused`: it does not know us any more, or invites nobody; `cancelled`.
 */
export const dialReasons = [
  'unreachable',
  'name_unknown',
  'port_closed',
  'no_answer',
  'not_kith',
  'other_version',
  'other_machine',
  'itself',
  'refused',
  'cancelled',
] as const
export type DialReason = (typeof dialReasons)[number]

/** A call that led to no link. Its message is `sync.dial.<reason>`, with `address`. */
export class DialError extends AppError {
  readonly reason: DialReason

  constructor(reason: DialReason, address: string, cause?: unknown) {
    super(reason === 'cancelled' ? 'cancelled' : 'unavailable', `sync.dial.${reason}`, { address }, { cause })
    this.reason = reason
  }
}

export interface DialOptions extends LinkOptions {
  readonly identity: DeviceIdentity
  /** A name, IPv4, or IPv6 with `%scope` where it is link-local. */
  readonly host: string
  readonly port: number
  readonly purpose: Purpose
  /** Who must answer: this machine, or one of which this holds. Null, only to pair: whoever does; the pairing proves who it is. */
  readonly expects: string | ((deviceId: string) => boolean) | null
  readonly signal?: AbortSignal
  /** From the call until the other side lets us in. */
  readonly ms?: number
}

/** Throws a DialError. */
export const dial = async (options: DialOptions): Promise<Link> => {
  const { identity, host, port, purpose, expects, ms = HANDSHAKE_MS } = options
  if (purpose === 'sync' && expects === null) throw new Error('A link to synchronise needs to know with whom')
  const address = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
  const signal = AbortSignal.any([AbortSignal.timeout(ms), ...(options.signal ? [options.signal] : [])])
  const refuse = (reason: DialReason, cause?: unknown): DialError =>
    new DialError(options.signal?.aborted ? 'cancelled' : reason, address, cause)

  // Apart from the call: what is wrong with the key of this machine is a bug, and no matter of the address.
  const tls = { ...tlsOptions(identity), secureContext: createSecureContext(tlsOptions(identity)) }
  const begun = (): TLSSocket => {
    try {
      return connect({ host, port, ...tls, ALPNProtocols: [protocols[purpose]], servername: '' })
    } catch (error) {
      throw refuse('unreachable', error)
    }
  }
  const socket = begun()
  const stop = (): void => void socket.destroy()
  signal.addEventListener('abort', stop)
  try {
    if (signal.aborted) throw refuse('cancelled')
    const failure = await secured(socket)
    if (failure) throw refuse(failure.reason, failure.cause)

    const who = whoIsThere(socket)
    if (typeof who === 'string') throw refuse('not_kith', who)
    if (who.deviceId === identity.deviceId) throw refuse('itself')
    const isMeant = typeof expects === 'function' ? expects(who.deviceId) : expects === null || expects === who.deviceId
    if (!isMeant) throw refuse('other_machine')

    const { deviceId, exporter } = who
    const facts = { ownId: identity.deviceId, deviceId, side: 'dialled', exporter, ...endpointsOf(socket) } as const
    const link = openLink(socket, facts, options)
    await admitted(link, (reason, cause) => refuse(signal.aborted ? 'no_answer' : reason, cause))
    return link
  } catch (error) {
    socket.destroy()
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** In TLS 1.3 the side that calls is through before the other has judged its certificate: only the first frame tells. */
const admitted = async (link: Link, refuse: (reason: DialReason, cause: unknown) => DialError): Promise<void> => {
  try {
    await link.receive(new Map([[ADMITTED, 0]]))
  } catch (error) {
    throw refuse(error instanceof LinkError && error.end === 'bad_frame' ? 'not_kith' : 'refused', error)
  }
}

interface Failure {
  readonly reason: DialReason
  readonly cause: unknown
}

/** Waits for the end of the handshake; null is success. */
const secured = (socket: TLSSocket): Promise<Failure | null> =>
  new Promise((resolve) => {
    let reached = false
    let cause: Error | null = null
    socket.once('connect', () => {
      reached = true
    })
    socket.once('secureConnect', () => resolve(null))
    // Stays after the handshake, too: the link tells what goes wrong then.
    socket.on('error', (error) => {
      cause ??= error
    })
    socket.once('close', () => resolve({ reason: reached ? spokenReason(cause) : reachingReason(cause), cause }))
  })

const codeOf = (error: Error | null): string => (error && 'code' in error ? String(error.code) : '')

const reachingReason = (error: Error | null): DialReason => {
  const code = codeOf(error)
  // On the own subnet the system itself says after some seconds that nobody answers: EHOSTUNREACH.
  if (code === '' || code === 'ETIMEDOUT' || code === 'EHOSTUNREACH') return 'no_answer'
  if (code === 'ECONNREFUSED') return 'port_closed'
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'name_unknown' : 'unreachable'
}

/** Who is there shows only in what it said: a Kith that is busy or asleep says nothing, and one whose waiting room is full hangs up. */
const spokenReason = (error: Error | null): DialReason => {
  const code = codeOf(error)
  if (!/^(?:ERR_SSL|EPROTO)/u.test(code)) return 'no_answer'
  return code.includes('NO_APPLICATION_PROTOCOL') ? 'other_version' : 'not_kith'
}
