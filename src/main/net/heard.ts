// Who was heard lately, and where. What counts is the address a datagram came from, with its %scope: an address written inside one is worth nothing.
import type { Way } from './announcement.ts'

/** How long a machine that fell silent stays in the list: three calls may be lost. */
export const SILENCE_MS = 100_000
const MOST_HEARD = 256
const MOST_ADDRESSES = 8

export interface HeardAddress {
  /** Of the sender, with `%scope` where it is link-local. */
  readonly address: string
  readonly way: Way
  /** ms */
  readonly at: number
}

/** A machine of the same workspace, or an office open for a new machine. */
export interface HeardMachine {
  /** Its boot nonce, or the number of the open office: hex of 8 bytes. */
  readonly id: string
  readonly port: number
  /** The newest first. */
  readonly addresses: readonly HeardAddress[]
}

export interface Hearing {
  readonly id: string
  readonly port: number
  readonly address: string
  readonly way: Way
}

export type News = 'machine' | 'address' | 'nothing'

export interface HeardTable {
  /** What would be new if this were heard. */
  newsOf(hearing: Hearing, now: number): News
  /** The machine as it is known now. */
  hear(hearing: Hearing, now: number): HeardMachine
  forget(id: string): void
  /** Those heard within `SILENCE_MS`, the newest first. */
  list(now: number): readonly HeardMachine[]
}

export const heardTable = (): HeardTable => {
  // In the order of the last call.
  const machines = new Map<string, HeardMachine>()

  /** A program that was started anew speaks from the old place with a new id. */
  const forgetPlace = (address: string, port: number, newId: string): void => {
    for (const machine of [...machines.values()]) {
      if (machine.id === newId || machine.port !== port) continue
      const addresses = machine.addresses.filter((known) => known.address !== address)
      if (addresses.length === 0) machines.delete(machine.id)
      else if (addresses.length < machine.addresses.length) machines.set(machine.id, { ...machine, addresses })
    }
  }

  const placesOf = ({ id, port }: Hearing, now: number): readonly HeardAddress[] => {
    const before = machines.get(id)
    return before?.port === port ? lately(before, now) : []
  }

  return {
    newsOf(hearing, now) {
      const known = placesOf(hearing, now)
      if (known.length === 0) return 'machine'
      return known.some(({ address }) => address === hearing.address) ? 'nothing' : 'address'
    },
    hear(hearing, now) {
      const { id, port, address, way } = hearing
      forgetPlace(address, port, id)
      const others = placesOf(hearing, now).filter((place) => place.address !== address)
      const machine = { id, port, addresses: [{ address, way, at: now }, ...others].slice(0, MOST_ADDRESSES) }
      machines.delete(id)
      machines.set(id, machine)
      if (machines.size > MOST_HEARD) for (const [oldest] of machines.entries().take(1)) machines.delete(oldest)
      return machine
    },
    forget: (id) => void machines.delete(id),
    list: (now) =>
      [...machines.values()]
        .map((machine) => ({ ...machine, addresses: lately(machine, now) }))
        .filter(({ addresses }) => addresses.length > 0)
        .toReversed(),
  }
}

const lately = (machine: HeardMachine | undefined, now: number): readonly HeardAddress[] =>
  machine?.addresses.filter(({ at }) => now - at < SILENCE_MS) ?? []
