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
}

export const testPeer = async (peer: TestedPeer, tries: TryAddress): Promise<Finding> => {
  const { name, addresses, isHeard, hasDialledUs } = peer
  const outcomes = await Promise.all(addresses.map(tries))
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
  if (outcomes.includes('refused')) return 'sync.test.peer_refused'
  if (isHeard) return 'sync.test.peer_heard_only'
  if (outcomes.includes('silent')) return 'sync.test.peer_silent'
  return outcomes.includes('no_name') ? 'sync.test.peer_no_name' : 'sync.test.peer_no_way'
}
