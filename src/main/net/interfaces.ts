// The network interfaces that can lead to another machine: cables, wireless, and virtual ones, because an office may well sit behind a VPN.
import { networkInterfaces } from 'node:os'

export interface Ipv4Place {
  readonly address: string
  readonly netmask: string
  /** Where a datagram reaches the whole subnet; null where there is no such address (/31, /32). */
  readonly broadcast: string | null
}

export interface UsableInterface {
  /** As the system calls it: `eth0`, `以太网 2`. */
  readonly name: string
  readonly ipv4: readonly Ipv4Place[]
  readonly ipv6: readonly string[]
  /** What stands after `%` in an address of this interface (RFC 4007); null without IPv6. */
  readonly scope: string | null
}

type SystemInterfaces = ReturnType<typeof networkInterfaces>

/** A reason to ask for loopback: two workspaces on one machine, as in tests. */
export interface InterfaceOptions {
  readonly withLoopback?: boolean
  readonly platform?: NodeJS.Platform
}

/** Those that are up and have an address, by name. The system lists no others. */
export const usableInterfaces = (
  { withLoopback = false, platform = process.platform }: InterfaceOptions = {},
  system: SystemInterfaces = networkInterfaces(),
): readonly UsableInterface[] =>
  Object.entries(system)
    .map(([name, all = []]) => {
      const addresses = all.filter(({ internal }) => withLoopback || !internal)
      const ipv4 = addresses.filter(({ family }) => family === 'IPv4')
      const ipv6 = addresses.filter(({ family }) => family === 'IPv6')
      const number = ipv6.flatMap((place) => (place.family === 'IPv6' && place.scopeid > 0 ? [place.scopeid] : []))[0]
      return {
        name,
        ipv4: ipv4.map(({ address, netmask }) => ({ address, netmask, broadcast: directedBroadcast(address, netmask) })),
        ipv6: ipv6.map(({ address }) => address),
        scope: ipv6.length === 0 ? null : scopeOf(name, number, platform),
      }
    })
    .filter(({ ipv4, ipv6 }) => ipv4.length > 0 || ipv6.length > 0)
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))

/** Windows takes the number of an interface, all others its name; Windows numbers only link-local addresses. */
const scopeOf = (name: string, number: number | undefined, platform: NodeJS.Platform): string | null =>
  platform === 'win32' ? (number === undefined ? null : String(number)) : name

/** The highest address of the subnet (RFC 919), or null where that is an address of one machine (RFC 3021). */
export const directedBroadcast = (address: string, netmask: string): string | null => {
  const mask = toNumber(netmask)
  return mask >= 0xff_ff_ff_fe ? null : toDotted((toNumber(address) | (~mask >>> 0)) >>> 0)
}

/** `a.b.c.d` as an unsigned 32-bit number. */
export const toNumber = (dotted: string): number => dotted.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) >>> 0

export const toDotted = (number: number): string => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.')

/** Equal for equal interfaces: what is compared to see that a cable was pulled or an address changed. */
export const interfacesDigest = (interfaces: readonly UsableInterface[]): string => JSON.stringify(interfaces)
