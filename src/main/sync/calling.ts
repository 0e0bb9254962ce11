// Whom this machine calls, and where: what worked before is tried first. Nobody is called twice at once.
import { type Address, formatAddress } from '#main/net/addresses.ts'
import type { DeviceIdentity } from '#main/net/certificate.ts'
import { dial, DialError, type DialReason } from '#main/net/dial.ts'
import type { HeardMachine } from '#main/net/heard.ts'
import type { Link } from '#main/net/link.ts'
import {
  type AddressSource,
  inOrderOfHope,
  isSameAddress,
  noteFailure,
  noteSuccess,
  remember,
  type RememberedAddresses,
} from '#main/net/remembered-addresses.ts'
import { fewAtOnce } from './few-at-once.ts'

/** Who was heard may be made up, and each costs a connection. So many wait for theirs that an office of fifty finds room. */
const HEARD_AT_ONCE = 8
const HEARD_WAITING = 64

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
  /** What `failures` answers is different. */
  readonly onChange: () => void
  readonly logBug: (error: unknown) => void
}

/** A call that somebody answered, and that still led nowhere. */
export interface CallFailure {
  /** `refused` is of the machine itself, which proved its key before it hung up; the others are of whoever has its address now. */
  readonly reason: 'refused' | 'other_machine' | 'not_kith'
  readonly address: string
  /** A machine that is going down may hang up once; one that knows this one no more hangs up each time. */
  readonly isRepeated: boolean
}

export interface Calling {
  readonly addresses: () => RememberedAddresses
  /** Where a machine can be reached, as somebody typed it or another machine told. True: that is new. */
  readonly learn: (deviceId: string, at: Address, source: AddressSource) => boolean
  /** Tries all its addresses, until one answers. */
  readonly call: (deviceId: string) => Promise<void>
  /** One try to reach it there, after any that runs; null: a link was made, or is there meanwhile. */
  readonly tryAt: (deviceId: string, at: Address) => Promise<DialReason | null>
  /** The same with whoever is missing. */
  readonly tryAnyone: (at: Address) => Promise<DialReason | null>
  /** By machine, what the last call that somebody answered came to. */
  readonly failures: () => ReadonlyMap<string, CallFailure>
  /** There is a link to it. */
  readonly met: (deviceId: string) => void
  /** Some machine of the office was heard; which one shows only when it answers. False: too many others wait to be called. */
  readonly hear: (machine: HeardMachine) => boolean
  /** No further call begins. */
  readonly close: () => void
}

export const createCalling = (options: CallingOptions): Calling => {
  const { identity, nowMs, onAddresses, isMissing, isWanted, onLink, onChange, logBug } = options
  let addresses = options.addresses
  let isClosed = false
  const running = new Map<string, Promise<DialReason | null>>()
  const failures = new Map<string, CallFailure>()

  const keep = (changed: RememberedAddresses): void => {
    addresses = changed
    onAddresses(changed)
  }

  const met = (deviceId: string): void => {
    if (failures.delete(deviceId)) onChange()
  }

  const reachNow = async (at: Address, expects: (deviceId: string) => boolean): Promise<DialReason | null> => {
    try {
      const link = await dial({ identity, ...at, purpose: 'sync', expects })
      met(link.deviceId)
      onLink(link)
      keep(noteSuccess(addresses, { ...at, deviceId: link.deviceId, source: 'heard' }, nowMs()))
      return null
    } catch (error) {
      if (!(error instanceof DialError)) throw error
      return error.reason
    }
  }

  /** Why there is no link; null: there is one now. `cancelled`: that address is called already, or nobody is called any more. */
  const reach = async (at: Address, expects: (deviceId: string) => boolean): Promise<DialReason | null> => {
    const key = formatAddress(at)
    if (isClosed || running.has(key)) return 'cancelled'
    const call = reachNow(at, expects).finally(() => running.delete(key))
    running.set(key, call)
    return call
  }

  const noteFailures = (deviceId: string, failed: ReadonlyMap<string, DialReason>): void => {
    const before = failures.get(deviceId)
    const reason = telling.find((one) => [...failed.values()].includes(one))
    if (reason) {
      const [address = ''] = [...failed].find(([, one]) => one === reason) ?? []
      failures.set(deviceId, { reason, address, isRepeated: before?.reason === reason })
    }
    // A machine that was removed still is; who else had its address may be gone.
    else if (before?.reason !== 'refused') failures.delete(deviceId)
    if (JSON.stringify(before) !== JSON.stringify(failures.get(deviceId))) onChange()
  }

  const callHeard = async ({ addresses: heard, port }: HeardMachine): Promise<void> => {
    const expects = (deviceId: string): boolean => isMissing(deviceId) && isWanted(deviceId)
    for (const { address } of heard) if ((await reach({ host: address, port }, expects)) === null) return
  }
  const hear = fewAtOnce({ atOnce: HEARD_AT_ONCE, mostWaiting: HEARD_WAITING, work: callHeard, logBug })

  return {
    addresses: () => addresses,
    learn: (deviceId, at, source) => {
      const told = { deviceId, ...at, source }
      const isIn = (all: RememberedAddresses): boolean => all.some((one) => isSameAddress(one, told))
      const isKnown = isIn(addresses)
      if (isKnown && source !== 'typed') return false
      const changed = remember(addresses, told, nowMs())
      // Where there are better ones enough it is not kept, and must not be news each time that it is told.
      const isKept = isIn(changed)
      if (isKept) keep(changed)
      return isKept && !isKnown
    },
    call: async (deviceId) => {
      const failed = new Map<string, DialReason>()
      for (const { host, port } of inOrderOfHope(addresses, deviceId)) {
        if (!isMissing(deviceId)) return
        const reason = await reach({ host, port }, (who) => who === deviceId)
        if (reason === null) return
        failed.set(formatAddress({ host, port }), reason)
        addresses = noteFailure(addresses, { host, port, deviceId })
      }
      if (isMissing(deviceId)) noteFailures(deviceId, failed)
    },
    tryAt: async (deviceId, at) => {
      // What a call that runs there comes to says nothing here: it may mean another machine.
      const key = formatAddress(at)
      for (let call = running.get(key); call; call = running.get(key)) await call
      return isMissing(deviceId) ? reach(at, (who) => who === deviceId) : null
    },
    tryAnyone: (at) => reach(at, isMissing),
    failures: () => failures,
    met,
    hear: (machine) => hear(machine.id, machine),
    close: () => {
      isClosed = true
    },
  }
}

/** Who answers there is not the machine that is meant, and would answer each further call. */
export const isElsewhere = (reason: string): boolean => ['itself', 'other_machine', 'not_kith'].includes(reason)

/** What tells most comes first. */
const telling = ['refused', 'other_machine', 'not_kith'] as const
