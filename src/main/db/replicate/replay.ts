// Has the log of a file tell its history once more, to a file that holds nothing else.
import type { RawConnection } from '../raw-connection.ts'
import type { Digests } from './digests.ts'
import type { Outgoing } from './outgoing.ts'
import type { Receive } from './receive.ts'

/** A file that holds what a log said, and no more. */
export interface Replayed {
  readonly raw: RawConnection
  readonly outgoing: Outgoing
  readonly digests: Digests
  readonly receive: Receive
  readonly close: () => void
}

const BATCH_BYTES = 256 * 1024

/**
 * What `to` lacks of the log of `from`. `onBatch` is told of so many change sets, and may throw. Throws BadChangeSet where the log does not say a
 * history.
 */
export const replay = (
  from: { readonly missing: Outgoing['missing']; readonly origins: Outgoing['origins'] },
  to: Pick<Replayed, 'outgoing' | 'receive'>,
  onBatch: (sets: number) => void = () => undefined,
): void => {
  const have = to.outgoing.vector()
  let after = 0
  for (;;) {
    const { sets, upTo } = from.missing(have, after, BATCH_BYTES)
    if (sets.length === 0) return
    to.receive(sets, from.origins())
    after = upTo
    onBatch(sets.length)
  }
}
