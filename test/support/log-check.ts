// Whether the change log of a file is whole, read from outside: no gap, chains that follow, packs that hold what is said of them.
import { type LogSet, logSetsOf } from '#main/db/log/log-sets.ts'
import { decodePack } from '#main/db/log/pack.ts'
import { chainOf, headerOf, NO_CHAIN, sha256 } from '#main/db/log/set-header.ts'
import { operationIdOf } from '#main/db/log/version.ts'
import type { RawConnection } from '#main/db/raw-connection.ts'
import { createOutgoing } from '#main/db/replicate/outgoing.ts'

interface Run {
  readonly oid: number
  readonly seq: number
  readonly count: number
  readonly at: number
}

/** The pages and the log. Throws a sentence for the first thing that does not hold; answers the change sets by origin in hex, in order. */
export const checkLog = (raw: RawConnection): ReadonlyMap<string, readonly LogSet[]> => {
  const integrity = raw.pragma('integrity_check', { simple: true })
  if (integrity !== 'ok') throw new Error(`integrity_check: ${String(integrity)}`)
  checkPacks(raw)
  const selectOrigins = raw.prepare<[], { oid: number; origin: string }>(
    'SELECT oid, lower(hex(origin)) AS origin FROM sync_origin',
  )
  const origins = new Map(selectOrigins.all().map(({ oid, origin }) => [oid, origin]))
  const byOrigin = Map.groupBy([...logSetsOf(raw).from(0)], ({ oid }) => origins.get(oid) ?? `unknown ${oid}`)
  const { chains, vector } = createOutgoing(raw)
  const newest = vector()
  for (const [origin, unsorted] of byOrigin) {
    const sets = unsorted.sort((one, other) => one.seq - other.seq)
    let chain = NO_CHAIN
    for (const [index, set] of sets.entries()) {
      if (set.seq !== index + 1) throw new Error(`The change log has a gap before ${set.seq}.`)
      if (!set.body) throw new Error(`The change log has nothing at ${set.seq}.`)
      const { undoes_oid: undone, undoes_op: undoneOp } = set
      const undoes = undone === null || undoneOp === null ? null : operationIdOf(origins.get(undone) ?? '', undoneOp)
      chain = chainOf(chain, headerOf(set, origin, undoes), sha256(set.body))
      if (chains([[origin, set.seq]])[0] !== Buffer.from(chain).toString('hex'))
        throw new Error(`The chain breaks at ${set.seq}.`)
    }
    const end = newest.get(origin) ?? 0
    if (sets.length !== end) throw new Error(`The change log ends at ${sets.length} and not at ${end}.`)
  }
  return byOrigin
}

const checkPacks = (raw: RawConnection): void => {
  const packs = raw
    .prepare<[], { first: number; last: number; sets: Uint8Array }>('SELECT first, last, sets FROM sync_pack')
    .all()
  const runs = Map.groupBy(
    raw.prepare<[], Run & { pack: number }>('SELECT pack, oid, seq, count, at FROM sync_run ORDER BY pack, at').all(),
    ({ pack }) => pack,
  )
  for (const { first, last, sets } of packs) {
    const packed = decodePack(sets)
    const places = packed.map(({ lsn }) => lsn)
    if (Math.min(...places) !== first || Math.max(...places) !== last)
      throw new Error(`Pack ${first} does not go from ${first} to ${last}.`)
    const said = (runs.get(first) ?? []).flatMap(({ oid, seq, count }) =>
      Array.from({ length: count }, (_, index) => `${oid} ${seq + index}`),
    )
    if (said.join() !== packed.map(({ oid, seq }) => `${oid} ${seq}`).join())
      throw new Error(`Pack ${first} does not hold what is said of it.`)
    runs.delete(first)
  }
  if (runs.size > 0) throw new Error(`There are no packs ${[...runs.keys()].join()}.`)
}
