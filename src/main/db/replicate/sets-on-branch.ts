// The change sets that stand on a branch of an origin's log: its own after the parting, and all of others that were written by who had seen one.
import { logSetsOf } from '../log/log-sets.ts'
import { unpackFrom } from '../log/packing.ts'
import type { StoredSet } from '../log/set-header.ts'
import type { RawConnection } from '../raw-connection.ts'

export interface OnBranch {
  /** In the order in which they came. */
  readonly sets: readonly StoredSet[]
  /** By origin: the first of its change sets among them. The origin that was asked for is there even if it has none. */
  readonly from: ReadonlyMap<number, number>
}

/** From the first of them on, all change sets have rows of their own afterwards. */
export const setsOnBranch = (raw: RawConnection, { oid, after }: { readonly oid: number; readonly after: number }): OnBranch => {
  const first = logSetsOf(raw).at(oid, after + 1)
  if (!first) return { sets: [], from: new Map([[oid, after + 1]]) }
  const sees = raw.prepare<[number, number], { oid: number; seq: number }>(
    'SELECT oid, min(seq) AS seq FROM sync_seen WHERE ofOid = ? AND ofSeq >= ? GROUP BY oid',
  )
  const from = new Map([[oid, after + 1]])
  // Until nobody is found any more who saw what was found.
  for (const [of, seq] of from) {
    for (const witness of sees.all(of, seq)) {
      if (witness.seq >= (from.get(witness.oid) ?? Number.MAX_SAFE_INTEGER)) continue
      // Put at the end again, so that who saw the earlier ones is asked for, too.
      from.delete(witness.oid)
      from.set(witness.oid, witness.seq)
    }
  }
  unpackFrom(raw, first.lsn)
  const selectFrom = raw.prepare<[number], StoredSet>('SELECT * FROM sync_change WHERE lsn >= ? ORDER BY lsn')
  const found: StoredSet[] = []
  for (const set of selectFrom.iterate(first.lsn)) if (set.seq >= (from.get(set.oid) ?? Number.MAX_SAFE_INTEGER)) found.push(set)
  return { sets: found, from }
}
