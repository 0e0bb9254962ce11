// Who wrote last at each machine of the office.
import type { RawConnection } from '../raw-connection.ts'
import { logSetsOf } from './log-sets.ts'

/** A machine may write a lot for nobody: of what is new of an origin only so much is gone through. */
const LOOKED_THROUGH = 1000

interface Last {
  readonly actor: string
  readonly hlc: number
}

/** By machine: the user of its newest change set that has one. Nothing is gone through twice. */
export const createLastActors = (raw: RawConnection): (() => Map<string, string>) => {
  const selectOrigins = raw.prepare<[], { oid: number; deviceId: string }>(
    "SELECT oid, introduction ->> 'deviceId' AS deviceId FROM sync_origin WHERE introduction IS NOT NULL",
  )
  const sets = logSetsOf(raw)
  const found = new Map<number, { readonly upTo: number; readonly last: Last | undefined }>()

  const lastOf = (oid: number): Last | undefined => {
    const newest = sets.newestOf(oid)
    const before = found.get(oid)
    const until = Math.max(before?.upTo ?? 0, newest - LOOKED_THROUGH)
    let last = before?.last
    for (let seq = newest; seq > until; seq--) {
      const set = sets.at(oid, seq)
      if (!set || set.actor === null) continue
      last = { actor: set.actor, hlc: set.hlc }
      break
    }
    found.set(oid, { upTo: newest, last })
    return last
  }

  return () => {
    const lasts = selectOrigins.all().flatMap(({ oid, deviceId }) => {
      const last = lastOf(oid)
      return last ? [{ deviceId, ...last }] : []
    })
    // A machine has several origins after it was brought back from a backup.
    return new Map(lasts.toSorted((one, other) => one.hlc - other.hlc).map(({ deviceId, actor }) => [deviceId, actor]))
  }
}
