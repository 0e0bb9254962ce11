// Reads an address as a user types it: a name, IPv4 or IPv6, with or without a port. What is typed with a Chinese keyboard is forgiven.
import { isIPv4, isIPv6 } from 'node:net'
import { AppError } from '#shared/base/app-error.ts'
import { SYNC_PORT } from './ports.ts'

export interface Address {
  /** A name, an IPv4 address, or an IPv6 address without brackets and with `%scope` where it has one. */
  readonly host: string
  readonly port: number
}

/**
 * `pc-3`, `192.168.1.20:47311`, `fe80::1%eth0`, `[fd00::2]:47311`; also `１９２。１６８．１．２０：４７３１１` and `http://pc-3/`.
 * Throws `invalid_input` with what is wrong: `sync.address.*`.
 */
export const parseAddress = (typed: string, defaultPort = SYNC_PORT): Address => {
  const text = tidied(typed)
  if (text === '') throw new AppError('invalid_input', 'sync.address.empty')
  const { host, port } = inParts(text)
  return { host: checkedHost(host), port: port === null ? defaultPort : checkedPort(port) }
}

/** `host:port`, with brackets around IPv6. */
export const formatAddress = ({ host, port }: Address): string => (host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`)

/** Means something on one interface of one machine only, so it is never told to others (F15: without its scope it is useless). */
export const isLinkLocal = (host: string): boolean => /^fe[89ab][\da-f]:/iu.test(host)

/** Whether it is a host as `parseAddress` reads one. What another machine tells may be anything. */
export const isHost = (host: string): boolean => flawOf(host) === null

/** Full-width letters become plain ones by NFKC; the Chinese full stop and brackets have no plain twin there. */
const tidied = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replaceAll(/[\s\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}\u{FEFF}]/gu, '')
    // Accents that a blank stood before come together with their letters.
    .normalize('NFC')
    .replaceAll('。', '.')
    .replaceAll(/[【〔「]/gu, '[')
    .replaceAll(/[】〕」]/gu, ']')
    .replace(/^[a-z][a-z\d+.-]*:\/\//iu, '')
    .replace(/^\\\\/u, '')
    .replace(/\/$/u, '')

const inParts = (text: string): { readonly host: string; readonly port: string | null } => {
  const bracketed = /^\[(?<host>[^\]]*)\](?::(?<port>.*))?$/u.exec(text)?.groups
  if (bracketed) return { host: bracketed['host'] ?? '', port: bracketed['port'] ?? null }
  // More than one colon and no brackets: all of it is an IPv6 address.
  const [host = '', port, ...more] = text.split(':')
  if (more.length > 0) return { host: text, port: null }
  return { host, port: port ?? null }
}

const checkedPort = (text: string): number => {
  const port = Number(text)
  if (!/^\d{1,5}$/u.test(text) || port < 1 || port > 65_535)
    throw new AppError('invalid_input', 'sync.address.bad_port', { port: text })
  return port
}

const checkedHost = (host: string): string => {
  const flaw = flawOf(host)
  if (flaw) throw new AppError('invalid_input', `sync.address.${flaw}`, { host })
  return host
}

type Flaw = 'bad_name' | 'bad_ipv4' | 'bad_ipv6' | 'no_machine' | 'scope_missing'

const flawOf = (host: string): Flaw | null => {
  if (host.includes(':')) return flawOfIPv6(host)
  if (/^[\d.]+$/u.test(host)) return flawOfIPv4(host)
  return isName(host) ? null : 'bad_name'
}

const flawOfIPv4 = (host: string): Flaw | null => {
  if (!isIPv4(host)) return 'bad_ipv4'
  const first = Number(host.split('.')[0])
  // 0 is no machine; from 224 on they are groups, and 255.255.255.255 is everyone.
  return first === 0 || first >= 224 ? 'no_machine' : null
}

const flawOfIPv6 = (host: string): Flaw | null => {
  // Windows' interfaces have names in any language, which `isIPv6` does not take. Longer than any, what was typed could not be read from the disk again.
  const [address = '', scope = null, ...more] = host.split('%')
  const isScope = scope === null || /^[^[\]:/\p{C}]{1,200}$/u.test(scope)
  if (!isIPv6(address) || !isScope || more.length > 0) return 'bad_ipv6'
  if (/^(?:[0:]+$|ff)/iu.test(host)) return 'no_machine'
  return isLinkLocal(host) && !host.includes('%') ? 'scope_missing' : null
}

/** As in RFC 1123, and besides what Windows allows: underscores, letters of any language. */
const isName = (host: string): boolean =>
  host.length <= 253 &&
  host
    .replace(/\.$/u, '')
    .split('.')
    .every((label) => /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}_])?$/u.test(label))
