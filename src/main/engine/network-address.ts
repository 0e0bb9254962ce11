// What came of looking for the computers of the office where somebody said, in words: at an address, or all around.
import { type Address, formatAddress } from '#main/net/addresses.ts'
import { type Finding, good, note, trouble } from '#main/net/finding.ts'
import { isElsewhere } from '#main/sync/calling.ts'
import type { Unmet } from '#main/sync/office.ts'

export interface TypedAddress {
  /** Of the computer that is meant. */
  readonly name: string
  readonly at: Address
  readonly wasThere: boolean
  readonly isThere: boolean
  /** Why it is not reached there; null: it was not called, or is there now. */
  readonly reason: Unmet | null
}

export const addressFindings = ({ name, at, wasThere, isThere, reason }: TypedAddress): readonly Finding[] => {
  if (wasThere) return [good('network.address.there', { name })]
  if (isThere) return [good('network.address.connected', { name })]
  if (reason === null) return [note('network.address.kept')]
  if (reason === 'left_alone' || reason === 'turned_away') return [trouble(`network.address.${reason}`, { name })]
  if (reason === 'refused') return [trouble('network.trouble.refused', { name })]
  const why = trouble(`sync.dial.${reason}`, { address: formatAddress(at) })
  return [why, isElsewhere(reason) ? note('network.address.elsewhere', { name }) : note('network.address.kept')]
}

export interface Searched {
  /** Of those that came. */
  readonly names: readonly string[]
  /** One of the office answered and hung up. */
  readonly isRefused: boolean
}

/** `ranges`: where was searched. */
export const searchFinding = ({ names, isRefused }: Searched, ranges: readonly string[]): Finding => {
  if (ranges.length === 0) return trouble('network.search.nowhere')
  if (names.length > 0) return good('network.search.found', { count: names.length, names })
  return isRefused ? trouble('network.search.refused') : note('network.search.none', { ranges })
}
