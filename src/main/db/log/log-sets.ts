// The change sets of a file as one log, whether they lie in a row of their own or in a pack.
import type { RawConnection } from '../raw-connection.ts'
import { decodePack, type PackedSet } from './pack.ts'
import { chainOf, headerOf, NO_CHAIN, sha256, type StoredSet } from './set-header.ts'
import { oidOf, seqOf, versionOf } from './version.ts'

/** A change set as it lies in the log. */
export interface LogSet extends Omit<StoredSet, 'chain' | 'body_hash'> {
  /** Null: it follows from the body. */
  readonly body_hash: Uint8Array | null
}

/** With what follows from it and from the sets before it. */
export type ChainedSet = StoredSet & { readonly body: Uint8Array }

export interface LogSets {
  /** By version: those of the running transaction that are in the file only at its end. `at`, `stampAt`, `wallsOf` and `chainAt` know of them. */
  readonly held: Map<number, ChainedSet>
  readonly at: (oid: number, seq: number) => LogSet | undefined
  /** The stamp of a change set. */
  readonly stampAt: (oid: number, seq: number) => number | undefined
  /** By version: when each of many change sets was written, ms. What the log has forgotten is left out. */
  readonly wallsOf: (versions: readonly number[]) => ReadonlyMap<number, number>
  /** The chain of a change set. */
  readonly chainAt: (oid: number, seq: number) => Uint8Array | undefined
  /** The number of an origin's newest change set, 0 if there is none. `upTo`: none after it. */
  readonly newestOf: (oid: number, upTo?: number) => number
  /** From a place in the log on, in the order in which they came. */
  readonly from: (lsn: number) => Generator<LogSet>
  /** Before a place in the log and written after a moment (ms), the newest first. */
  readonly before: (lsn: number, after?: number) => Generator<LogSet>
  /** Of these, only what lies in packs. */
  readonly packedBefore: (lsn: number) => Generator<LogSet>
  /** All of a pack, with their chains. `first`: its name. */
  readonly ofPack: (first: number) => ChainedSet[]
  /** After a transaction that failed, or took packs apart: what was unpacked may be something else now. */
  readonly forget: () => void
}

interface Run {
  readonly oid: number
  readonly seq: number
  readonly count: number
  readonly pack: number
  readonly at: number
  readonly chain: Uint8Array
}

/** About 70 KB each. */
const PACKS_KEPT = 24
/** 2 KB each: those of a million change sets. */
const STAMPS_KEPT = 4096

const whole = (set: PackedSet): LogSet => ({
  ...set,
  op: set.seq,
  part: 1,
  last: 1,
  undoes_oid: null,
  undoes_op: null,
  body_hash: null,
})

/** The value of a key, made if it is not in `kept`; the one that was not asked for the longest makes room. */
const recent =
  <Value>(kept: Map<number, Value>, size: number, make: (key: number) => Value): ((key: number) => Value) =>
  (key) => {
    const value = kept.get(key) ?? make(key)
    kept.delete(key)
    kept.set(key, value)
    const [oldest] = kept.keys()
    if (kept.size > size && oldest !== undefined) kept.delete(oldest)
    return value
  }

const known = new WeakMap<RawConnection, LogSets>()

/** One for each connection, which keeps what it unpacked last. */
export const logSetsOf = (raw: RawConnection): LogSets => {
  const made = known.get(raw) ?? createLogSets(raw)
  known.set(raw, made)
  return made
}

const COLUMNS = 'lsn, oid, seq, op, part, last, hlc, wall, sv, actor, proc, undoes_oid, undoes_op, rows, body_hash, body'

const createLogSets = (raw: RawConnection): LogSets => {
  const selectRow = raw.prepare<[number, number], LogSet>(`SELECT ${COLUMNS} FROM sync_change WHERE oid = ? AND seq = ?`)
  const selectStamp = raw.prepare<[number, number], { hlc: number }>('SELECT hlc FROM sync_change WHERE oid = ? AND seq = ?')
  const selectWall = raw.prepare<[number, number], { wall: number }>('SELECT wall FROM sync_change WHERE oid = ? AND seq = ?')
  const selectChain = raw.prepare<[number, number], { chain: Uint8Array }>(
    'SELECT chain FROM sync_change WHERE oid = ? AND seq = ?',
  )
  const selectNewest = raw.prepare<[number, number], { seq: number | null }>(
    'SELECT max(seq) AS seq FROM sync_change WHERE oid = ? AND seq <= ?',
  )
  const rowsFrom = raw.prepare<[number], LogSet>(`SELECT ${COLUMNS} FROM sync_change WHERE lsn >= ? ORDER BY lsn`)
  const rowsBefore = raw.prepare<[number, number], LogSet>(
    `SELECT ${COLUMNS} FROM sync_change WHERE lsn < ? AND wall > ? ORDER BY lsn DESC`,
  )
  const selectPack = raw.prepare<[number], { sets: Uint8Array }>('SELECT sets FROM sync_pack WHERE first = ?')
  const packsFrom = raw.prepare<[number, number], { first: number }>(
    `SELECT first FROM sync_pack
     WHERE first >= ifnull((SELECT max(first) FROM sync_pack WHERE first <= ?), 0) AND last >= ? ORDER BY first`,
  )
  const packsBefore = raw.prepare<[number, number], { first: number }>(
    'SELECT first FROM sync_pack WHERE first < ? AND wall > ? ORDER BY first DESC',
  )
  const selectRun = raw.prepare<[number, number], Run>(
    'SELECT * FROM sync_run WHERE oid = ? AND seq <= ? ORDER BY seq DESC LIMIT 1',
  )
  const selectRuns = raw.prepare<[number], Run>('SELECT * FROM sync_run WHERE pack = ? ORDER BY at')
  const selectOrigin = raw.prepare<[number], { origin: Uint8Array }>('SELECT origin FROM sync_origin WHERE oid = ?')

  const held = new Map<number, ChainedSet>()
  const packs = new Map<number, PackedSet[]>()
  const stamps = new Map<number, Float64Array>()
  const walls = new Map<number, Float64Array>()
  const packOf = recent(packs, PACKS_KEPT, (first) => {
    const found = selectPack.get(first)
    if (!found) throw new Error(`The change log has no pack ${first}.`)
    return decodePack(found.sets)
  })
  const stampsOf = recent(stamps, STAMPS_KEPT, (first) => Float64Array.from(packOf(first), ({ hlc }) => hlc))
  const wallsIn = recent(walls, STAMPS_KEPT, (first) => Float64Array.from(packOf(first), ({ wall }) => wall))
  const runOf = (oid: number, seq: number): Run | undefined => {
    const run = selectRun.get(oid, seq)
    return run && seq < run.seq + run.count ? run : undefined
  }
  const inPack = (oid: number, seq: number): PackedSet | undefined => {
    const run = runOf(oid, seq)
    return run && packOf(run.pack)[run.at + seq - run.seq]
  }

  /** A run's change sets with their chains, from the first on. */
  function* chained(run: Run): Generator<ChainedSet> {
    let chain = run.seq === 1 ? NO_CHAIN : chainAt(run.oid, run.seq - 1)
    const origin = Buffer.from(selectOrigin.get(run.oid)?.origin ?? '').toString('hex')
    if (!chain) throw new Error(`The change log has nothing before ${run.seq} of origin ${run.oid}.`)
    for (const packed of packOf(run.pack).slice(run.at, run.at + run.count)) {
      const set = whole(packed)
      const hash = sha256(packed.body)
      chain = chainOf(chain, headerOf(set, origin, null), hash)
      yield { ...set, body: packed.body, body_hash: hash, chain }
    }
  }
  const chainAt: LogSets['chainAt'] = (oid, seq) => {
    const row = held.get(versionOf(oid, seq)) ?? selectChain.get(oid, seq)
    if (row) return row.chain
    const run = runOf(oid, seq)
    if (!run || seq === run.seq + run.count - 1) return run?.chain
    return chained(run).find((set) => set.seq === seq)?.chain
  }

  function* packedFrom(lsn: number): Generator<LogSet> {
    for (const { first } of packsFrom.iterate(lsn, lsn))
      for (const set of packOf(first).toSorted((one, other) => one.lsn - other.lsn)) if (set.lsn >= lsn) yield whole(set)
  }
  function* packedBefore(lsn: number, after: number): Generator<LogSet> {
    for (const { first } of packsBefore.iterate(lsn, after))
      for (const set of packOf(first).toSorted((one, other) => other.lsn - one.lsn))
        if (set.lsn < lsn && set.wall > after) yield whole(set)
  }

  return {
    held,
    at: (oid, seq) => {
      const row = held.get(versionOf(oid, seq)) ?? selectRow.get(oid, seq)
      const packed = row ? undefined : inPack(oid, seq)
      return packed ? whole(packed) : row
    },
    stampAt: (oid, seq) => {
      const row = held.get(versionOf(oid, seq)) ?? selectStamp.get(oid, seq)
      const run = row ? undefined : runOf(oid, seq)
      return run ? stampsOf(run.pack)[run.at + seq - run.seq] : row?.hlc
    },
    wallsOf: (versions) => {
      const found = new Map<number, number>()
      let run: Run | undefined
      // In order, so that a run and its pack are looked up once for all that lies in them.
      for (const version of new Float64Array(versions).sort()) {
        const [oid, seq] = [oidOf(version), seqOf(version)]
        if (run?.oid !== oid || seq >= run.seq + run.count) run = undefined
        const row = run ? undefined : (held.get(version) ?? selectWall.get(oid, seq))
        if (!row) run ??= runOf(oid, seq)
        const wall = run ? wallsIn(run.pack)[run.at + seq - run.seq] : row?.wall
        if (wall !== undefined) found.set(version, wall)
      }
      return found
    },
    chainAt,
    newestOf: (oid, upTo = Number.MAX_SAFE_INTEGER) => {
      const run = selectRun.get(oid, upTo)
      return Math.max(selectNewest.get(oid, upTo)?.seq ?? 0, run ? Math.min(upTo, run.seq + run.count - 1) : 0)
    },
    from: (lsn) => merged(rowsFrom.iterate(lsn), packedFrom(lsn), (one, other) => one.lsn < other.lsn),
    before: (lsn, after = Number.MIN_SAFE_INTEGER) =>
      merged(rowsBefore.iterate(lsn, after), packedBefore(lsn, after), (one, other) => one.lsn > other.lsn),
    packedBefore: (lsn) => packedBefore(lsn, Number.MIN_SAFE_INTEGER),
    ofPack: (first) => selectRuns.all(first).flatMap((run) => [...chained(run)]),
    forget: () => {
      held.clear()
      packs.clear()
      stamps.clear()
      walls.clear()
    },
  }
}

/** Both as one; they are in order themselves. */
function* merged(
  rows: Iterator<LogSet>,
  packed: Iterator<LogSet>,
  isFirst: (one: LogSet, other: LogSet) => boolean,
): Generator<LogSet> {
  try {
    let [row, other] = [rows.next(), packed.next()]
    for (;;) {
      if (row.done !== true && (other.done === true || isFirst(row.value, other.value))) {
        yield row.value
        row = rows.next()
      } else if (other.done !== true) {
        yield other.value
        other = packed.next()
      } else return
    }
  } finally {
    rows.return?.()
    packed.return?.()
  }
}
