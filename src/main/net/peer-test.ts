// In which directions one other machine can be reached. One direction is enough to sync, so only none at all is trouble.
import type { Address } from './addresses.ts'
import type { AttemptOutcome, TryAddress } from './dial-attempt.ts'
import { good, note, trouble, type Finding } from './finding.ts'

export interface TestedPeer {
  readonly name: string
  readonly addresses: readonly Address[]
  /** Its announcements came lately. */
  readonly isHeard: boolean
  /** Its connections came lately. */
  readonly hasDialledUs: boolean
  /** Asks the other machine over a link that is open to dial this one; null: there is no link, or it is too old to know how. */
  readonly asksToDialBack?: () => Promise<boolean | null>
  /** Who listens there, where the port is open; `reached`: it is the machine that is meant, and lets this one in. */
  readonly meet?: (address: Address) => Promise<AttemptOutcome>
}

export const testPeer = async (peer: TestedPeer, tries: TryAddress): Promise<Finding> => {
  const { name, addresses, isHeard, hasDialledUs } = peer
  const heardOf = await Promise.all(addresses.map(tries))
  const outcomes: AttemptOutcome[] = []
  // One after the other: two links at once would be one too many.
  for (const [index, outcome] of heardOf.entries()) {
    const address = addresses[index]
    outcomes.push(outcome === 'reached' && address && peer.meet ? await peer.meet(address) : outcome)
  }
  const comesIn = hasDialledUs || ((await peer.asksToDialBack?.()) ?? null)

  if (outcomes.includes('reached')) {
    if (comesIn === null) return good('sync.test.peer_reached', { name })
    return comesIn ? good('sync.test.peer_both', { name }) : note('sync.test.peer_only_out', { name })
  }
  if (comesIn) return note('sync.test.peer_only_in', { name })
  if (addresses.length === 0) return trouble('sync.test.peer_no_address', { name })
  return trouble(unreachedKey(outcomes, isHeard), { name, tried: addresses.map(({ host }) => host) })
}

/** The one that tells most. */
const unreachedKey = (outcomes: readonly AttemptOutcome[], isHeard: boolean): string => {
  if (outcomes.includes('left_alone')) return 'sync.test.peer_left_alone'
  if (outcomes.includes('turned_away')) return 'sync.test.peer_turned_away'
  if (outcomes.includes('not_let_in')) return 'sync.test.peer_not_let_in'
  if (outcomes.includes('other_version')) return 'sync.test.peer_other_version'
  if (outcomes.includes('mute')) return 'sync.test.peer_mute'
  if (outcomes.includes('refused')) return 'sync.test.peer_refused'
  if (isHeard) return 'sync.test.peer_heard_only'
  if (outcomes.includes('other_machine')) return 'sync.test.peer_other_machine'
  if (outcomes.includes('not_kith')) return 'sync.test.peer_not_kith'
  if (outcomes.includes('silent')) return 'sync.test.peer_silent'
  return outcomes.includes('no_name') ? 'sync.test.peer_no_name' : 'sync.test.peer_no_way'
}
