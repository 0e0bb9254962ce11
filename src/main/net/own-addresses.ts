// What to tell others of where this machine can be called, the likeliest way first.
import { isLinkLocal } from './addresses.ts'
import { usableInterfaces, type UsableInterface } from './interfaces.ts'

/** Addresses without a port. None of them means something on one interface alone; what a router did not give comes last. */
export const ownAddresses = (interfaces: readonly UsableInterface[] = usableInterfaces()): readonly string[] => {
  const places = interfaces.flatMap(({ name, ipv4, ipv6 }) => [
    ...ipv4.map(({ address }) => ({ address, rank: rankOf4(name, address) })),
    ...ipv6.filter((address) => !isLinkLocal(address)).map((address) => ({ address, rank: isVirtual(name) ? 5 : 2 })),
  ])
  return places.toSorted((one, other) => one.rank - other.rank).map(({ address }) => address)
}

/** Of a container, a virtual machine or a tunnel: such an address rarely leads to a colleague. */
const isVirtual = (name: string): boolean =>
  /^(?:docker|br-|veth|virbr|vmnet|vbox|vEthernet|tun|tap|utun|wg|zt|tailscale)/iu.test(name)

const rankOf4 = (name: string, address: string): number => {
  // Given by no router (RFC 3927).
  if (address.startsWith('169.254.')) return 6
  if (isVirtual(name)) return 4
  // Of an office (RFC 1918), else of a provider.
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/u.test(address) ? 0 : 1
}
