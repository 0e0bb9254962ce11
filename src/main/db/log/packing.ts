// Puts the older change sets of the log into packs, and takes them out again.
import type { RawConnection } from '../raw-connection.ts'
import { logSetsOf } from './log-sets.ts'
import { encodePack, type PackedSet } from './pack.ts'
import type { StoredSet } from './set-header.ts'
import { versionOf } from './version.ts'

export interface Packing {
  /** Puts a change set at the end of the log; the last one of a transaction must be put so. */
  readonly append: (set: StoredSet) => void
  /** Of many that come at once: puts it there when the transaction ends, perhaps into a pack at once. */
  readonly hold: (set: StoredSet) => void
  /** To be called at the end of the transaction that wrote up to `lsn`. */
  readonly pack: (lsn: number) => void
  /** After a transaction that failed. */
  readonly forget: () => void
}

export interface PackSizes {
  /** Change sets in a pack. */
  readonly sets: number
  /** The newest places of the log that are not packed: those are asked for the most. */
  readonly loose: number
}

/** A pack of so many takes a hundredth of a millisecond a set to make, and a fifth of a millisecond to read one of. */
export const PACK_SIZES: PackSizes = { sets: 256, loose: 256 }
/** A log that was never packed catches up by so many a transaction. */
const PACKS_AT_ONCE = 8
/** Longer bodies are packed by themselves. */
const LONGEST = 1024

type Packable = PackedSet & Pick<StoredSet, 'chain'>

/** An operation of its own, small, not erased, and nobody waits for it. */
const isPackable = ({ op, seq, part, last, undoes_op: undone, body }: StoredSet): boolean =>
  op === seq && part === 1 && last === 1 && undone === null && body !== null && body.length <= LONGEST
const PACKABLE = `op = seq AND part = 1 AND last = 1 AND undoes_op IS NULL AND length(body) <= ${LONGEST}
  AND lsn NOT IN (SELECT lsn FROM sync_pending)`

const COLUMNS = [
  'lsn',
  'oid',
  'seq',
  'op',
  'part',
  'last',
  'hlc',
  'wall',
  'sv',
  'actor',
  'proc',
  'undoes_oid',
  'undoes_op',
  'rows',
] as const
// A row that does not fit takes the whole transaction with it: see the guard.
const INSERT = `INSERT OR FAIL INTO sync_change (${COLUMNS.join()}, body_hash, chain, body) VALUES (${COLUMNS.map(() => '?').join()}, ?, ?, ?)`

const createAppend = (raw: RawConnection): ((set: StoredSet) => void) => {
  const insert = raw.prepare<unknown[]>(INSERT)
  return (set) => void insert.run(...COLUMNS.map((column) => set[column]), set.body_hash, set.chain, set.body)
}

export const createPacking = (raw: RawConnection, { sets: size, loose }: PackSizes): Packing => {
  const { held, forget } = logSetsOf(raw)
  const selectLast = raw.prepare<[], { last: number | null }>('SELECT last FROM sync_pack ORDER BY first DESC LIMIT 1')
  const select = raw.prepare<[number, number, number], Packable>(
    `SELECT lsn, oid, seq, hlc, wall, sv, actor, proc, rows, chain, body FROM sync_change
     WHERE lsn > ? AND lsn <= ? AND ${PACKABLE} ORDER BY lsn LIMIT ?`,
  )
  const selectParked = raw.prepare<[number], number>('SELECT lsn FROM sync_pending WHERE lsn > ?').pluck()
  const insertPack = raw.prepare<[number, number, number, Uint8Array]>('INSERT INTO sync_pack VALUES (?, ?, ?, ?)')
  const insertRun = raw.prepare<[number, number, number, number, number, Uint8Array]>(
    'INSERT INTO sync_run VALUES (?, ?, ?, ?, ?, ?)',
  )
  const remove = raw.prepare<[number, number]>(`DELETE FROM sync_change WHERE lsn BETWEEN ? AND ? AND ${PACKABLE}`)
  const append = createAppend(raw)

  const write = (found: readonly Packable[]): void => {
    const sets = found.toSorted((one, other) => one.oid - other.oid || one.seq - other.seq)
    const [first, last] = [found[0]?.lsn ?? 0, found.at(-1)?.lsn ?? 0]
    const wall = found.reduce((latest, set) => Math.max(latest, set.wall), Number.MIN_SAFE_INTEGER)
    insertPack.run(first, last, wall, encodePack(sets))
    let begin = 0
    for (const [index, { oid, seq, chain }] of sets.entries()) {
      const next = sets[index + 1]
      if (next?.oid === oid && next.seq === seq + 1) continue
      insertRun.run(oid, seq - (index - begin), index - begin + 1, first, begin, chain)
      begin = index + 1
    }
    remove.run(first, last)
  }

  /** Up to where all is packed that can be, and where it is worth to look again. */
  const whereWeAre = () => {
    const packed = selectLast.get()?.last ?? 0
    return { packed, again: packed + loose + size }
  }
  let at = whereWeAre()

  /** What lies in rows, then what is held. */
  const oldUpTo = (lsn: number, first: number): { readonly old: readonly Packable[]; readonly isAll: boolean } => {
    const most = PACKS_AT_ONCE * size
    const rows = select.all(at.packed, Math.min(lsn, first - 1), most)
    if (rows.length === most) return { old: rows, isAll: false }
    const parked = new Set(selectParked.all(first - 1))
    const more = [...held.values()].filter((set) => set.lsn <= lsn && !parked.has(set.lsn))
    return { old: [...rows, ...more], isAll: true }
  }

  return {
    append,
    hold: (set) => {
      if (isPackable(set) && set.body) held.set(versionOf(set.oid, set.seq), { ...set, body: set.body })
      else append(set)
    },
    pack: (lsn) => {
      const [first] = held.values()
      if (lsn >= at.again) {
        const { old, isAll } = oldUpTo(lsn - loose, first?.lsn ?? Number.MAX_SAFE_INTEGER)
        const whole = old.length - (old.length % size)
        for (let done = 0; done < whole; done += size) write(old.slice(done, done + size))
        for (const { oid, seq } of old.slice(0, whole)) held.delete(versionOf(oid, seq))
        const packed = old[whole - 1]?.lsn ?? at.packed
        at = { packed, again: isAll ? lsn + size - (old.length - whole) : lsn }
      }
      for (const set of held.values()) append(set)
      held.clear()
    },
    forget: () => {
      forget()
      at = whereWeAre()
    },
  }
}

/** Gives each change set of the log from a place on a row of its own again. To be called inside a transaction. */
export const unpackFrom = (raw: RawConnection, lsn: number): void => {
  const packs = raw
    .prepare<[number], { first: number }>('SELECT first FROM sync_pack WHERE last >= ? ORDER BY first DESC')
    .all(lsn)
  const append = createAppend(raw)
  const removePack = raw.prepare<[number]>('DELETE FROM sync_pack WHERE first = ?')
  const removeRuns = raw.prepare<[number]>('DELETE FROM sync_run WHERE pack = ?')
  const { ofPack, forget } = logSetsOf(raw)
  for (const { first } of packs) {
    for (const set of ofPack(first)) append(set)
    removePack.run(first)
    removeRuns.run(first)
  }
  forget()
}
