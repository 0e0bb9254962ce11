// Whom this machine calls, and where: what worked before is tried first. Nobody is called twice at once.
import { type Address, formatAddress } from '#main/net/addresses.ts'
import type { DeviceIdentity } from '#main/net/certificate.ts'
import { dial } from '#main/net/dial.ts'
import type { HeardMachine } from '#main/net/heard.ts'
import type { Link } from '#main/net/link.ts'
import {
  type AddressSource,
  inOrderOfHope,
  noteFailure,
  noteSuccess,
  remember,
  type RememberedAddresses,
} from '#main/net/remembered-addresses.ts'

export interface CallingOptions {
  readonly identity: DeviceIdentity
  readonly nowMs: () => number
  readonly addresses: RememberedAddresses
  /** An address is new, or has worked: worth writing down. That one failed is not, for it happens whenever a machine is off. */
  readonly onAddresses: (addresses: RememberedAddresses) => void
  /** A machine of the office that is not there. */
  readonly isMissing: (deviceId: string) => boolean
  /** Whether a link to it is worth having. */
  readonly isWanted: (deviceId: string) => boolean
  readonly onLink: (link: Link) => void
}

export interface Calling {
  readonly addresses: () => RememberedAddresses
  /** Where a machine can be reached, as somebody typed it or another machine told. True: that is new. */
  readonly learn: (deviceId: string, at: Address, source: AddressSource) => boolean
  /** Tries all its addresses, until one answers. */
  readonly call: (deviceId: string) => Promise<void>
  /** Some machine of the office was heard; which one shows only when it answers. */
  readonly hear: (machine: HeardMachine) => Promise<void>
}

export const createCalling = (options: CallingOptions): Calling => {
  const { identity, nowMs, onAddresses, isMissing, isWanted, onLink } = options
  let addresses = options.addresses
  const calling = new Set<string>()

  const keep = (changed: RememberedAddresses): void => {
    addresses = changed
    onAddresses(changed)
  }

  const reach = async (at: Address, expects: (deviceId: string) => boolean): Promise<boolean> => {
    const key = formatAddress(at)
    if (calling.has(key)) return false
    calling.add(key)
    try {
      const link = await dial({ identity, ...at, purpose: 'sync', expects })
      keep(noteSuccess(addresses, { ...at, deviceId: link.deviceId, source: 'heard' }, nowMs()))
      onLink(link)
      return true
    } catch {
      // It is not there, or does not want us: that is what most calls in an office end with.
      return false
    } finally {
      calling.delete(key)
    }
  }

  return {
    addresses: () => addresses,
    learn: (deviceId, at, source) => {
      const isKnown = addresses.some((one) => one.deviceId === deviceId && one.host === at.host && one.port === at.port)
      if (!isKnown || source === 'typed') keep(remember(addresses, { deviceId, ...at, source }, nowMs()))
      return !isKnown
    },
    call: async (deviceId) => {
      for (const { host, port } of inOrderOfHope(addresses, deviceId)) {
        if (!isMissing(deviceId)) return
        if (await reach({ host, port }, (who) => who === deviceId)) return
        addresses = noteFailure(addresses, { host, port, deviceId })
      }
    },
    hear: async ({ addresses: heard, port }) => {
      const expects = (deviceId: string): boolean => isMissing(deviceId) && isWanted(deviceId)
      for (const { address } of heard) if (await reach({ host: address, port }, expects)) return
    },
  }
}
