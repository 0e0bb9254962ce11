// Looks for machines by asking each address of the own subnet whether it listens. Only when a user asks for it: to a firewall it looks like an attack.
import { connect } from 'node:net'
import type { Address } from './addresses.ts'
import { type Ipv4Place, toDotted, toNumber, type UsableInterface } from './interfaces.ts'

const AT_ONCE = 64
const TIMEOUT_MS = 800
/** A larger subnet is searched in the /24 around the own address. */
const WIDEST_MASK = 0xff_ff_ff_00

export interface SubnetSearchOptions {
  readonly interfaces: readonly UsableInterface[]
  /** Everybody is asked at the first before anybody is at the second. */
  readonly ports: readonly number[]
  readonly signal?: AbortSignal
  readonly onFound?: (place: Address) => void
  readonly onProgress?: (progress: { readonly asked: number; readonly of: number }) => void
  /** True if something listens there. It must end by itself. */
  readonly asks?: (address: string, port: number, signal: AbortSignal | undefined) => Promise<boolean>
}

export interface SubnetSearch {
  readonly found: readonly Address[]
  readonly asked: number
  readonly of: number
  readonly isCancelled: boolean
}

/** A cancelled search answers what it has found until then. */
export const searchSubnet = async (options: SubnetSearchOptions): Promise<SubnetSearch> => {
  const { interfaces, ports, signal, onFound, onProgress, asks = listens } = options
  const addresses = addressesAround(interfaces)
  const places = ports.flatMap((port) => addresses.map((host): Address => ({ host, port })))
  const found: Address[] = []
  const isCancelled = (): boolean => signal?.aborted ?? false
  let asked = 0
  let next = 0

  const askOneAfterTheOther = async (): Promise<void> => {
    for (let place = places[next++]; place !== undefined && !isCancelled(); place = places[next++]) {
      const isThere = await asks(place.host, place.port, signal)
      asked += 1
      if (isThere) {
        found.push(place)
        onFound?.(place)
      }
      onProgress?.({ asked, of: places.length })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, askOneAfterTheOther))
  return { found, asked, of: places.length, isCancelled: isCancelled() }
}

/** All addresses of the own subnets but the own ones, each once: 253 of a /24. None of a link between two machines. */
export const addressesAround = (interfaces: readonly UsableInterface[]): readonly string[] => {
  const places = interfaces.flatMap(({ ipv4 }) => ipv4)
  const own = new Set(places.map(({ address }) => address))
  const around = places.flatMap((place) => {
    const { first, count } = rangeOf(place)
    // The first is the network's name, the last reaches all.
    return Array.from({ length: Math.max(0, count - 2) }, (_, index) => toDotted(first + index + 1))
  })
  return [...new Set(around)].filter((address) => !own.has(address))
}

/** What is searched, each network once: `192.168.1.0/24`. */
export const rangesAround = (interfaces: readonly UsableInterface[]): readonly string[] => {
  const ranges = interfaces.flatMap(({ ipv4 }) => ipv4.map(rangeOf)).filter(({ count }) => count > 2)
  return [...new Set(ranges.map(({ first, count }) => `${toDotted(first)}/${32 - Math.log2(count)}`))]
}

const rangeOf = ({ address, netmask }: Ipv4Place): { readonly first: number; readonly count: number } => {
  const mask = (toNumber(netmask) | WIDEST_MASK) >>> 0
  return { first: (toNumber(address) & mask) >>> 0, count: 2 ** 32 - mask }
}

const listens = (host: string, port: number, signal: AbortSignal | undefined): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port })
    const answer = (isThere: boolean) => (): void => {
      clearTimeout(patience)
      signal?.removeEventListener('abort', no)
      socket.destroy()
      resolve(isThere)
    }
    const no = answer(false)
    const patience = setTimeout(no, TIMEOUT_MS)
    signal?.addEventListener('abort', no, { once: true })
    socket.once('connect', answer(true))
    socket.once('error', no)
  })
