// The machines that were removed from the office, as its page lists them: when, at which one, and which others have heard of it.
import type { KnownDevice } from '#shared/devices/devices.contract.ts'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import { membersIn } from '#main/sync/charter.ts'
import type { CharterKeeper } from '#main/sync/charter-keeper.ts'
import type { Heard } from '#main/sync/removals-heard.ts'

/** Of a removal that everybody has heard of nothing is left to say after so long. */
const TOLD_MS = 90 * 86_400_000

export interface RemovedParts {
  readonly charter: CharterKeeper
  readonly heard: Heard
  readonly known: readonly KnownDevice[]
  readonly nameOf: (deviceId: string) => string
  /** ms */
  readonly now: number
}

/** The last one first. */
export const removedComputers = ({ charter, heard, known, nameOf, now }: RemovedParts): NetworkStatus['removed'] => {
  // Who is out itself hears nothing any more.
  if (charter.isOut()) return []
  const { ever, removed } = membersIn(charter.charter())
  const removals = charter.charter().entries.filter(({ kind, by }) => kind === 'removed' && ever.has(by))
  const isOld = (at: string | null): boolean => at === null || now - Date.parse(at) > TOLD_MS
  return [...removed]
    .map((id) => {
      const isHeardBy = (deviceId: string): boolean => heard[id]?.includes(deviceId) === true
      const by = removals.find(({ device }) => device === id)?.by
      return {
        ...{ id, name: nameOf(id), at: known.find((one) => one.id === id)?.removedAt ?? null },
        by: by === undefined ? '' : nameOf(by),
        heard: charter.members().filter(isHeardBy).map(nameOf),
        unheard: charter
          .members()
          .filter((deviceId) => !isHeardBy(deviceId))
          .map(nameOf),
      }
    })
    .filter(({ at, unheard }) => unheard.length > 0 || !isOld(at))
    .toSorted((one, other) => (other.at ?? '').localeCompare(one.at ?? ''))
}
