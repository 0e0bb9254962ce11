// Where change sets are appended: numbers without gaps, the chain of hashes, and the origins known to this file.
import { SCHEMA_VERSION } from '../migrate.ts'
import type { RawConnection } from '../raw-connection.ts'
import { createHybridClock } from './clock.ts'
import { logSetsOf } from './log-sets.ts'
import { createPacking, PACK_SIZES } from './packing.ts'
import { chainOf, NO_CHAIN, sha256, type StoredSet } from './set-header.ts'
import { oidOf, operationIdOf, seqOf, versionOf } from './version.ts'

export interface ChangeSet {
  readonly seq: number
  /** The first seq of its operation. */
  readonly op: number
  readonly part: number
  readonly isLast: boolean
  readonly actor: string | null
  readonly procedure: string
  readonly undoes: { readonly oid: number; readonly op: number } | null
  readonly rows: number
  /** The versions it replaced: its stamp must be later than theirs. */
  readonly bases: ReadonlySet<number>
  readonly body: Uint8Array
  readonly wallMs: number
}

/** A change set of another machine, as it said it; `chain` follows from the set before, and its body was checked. */
export interface ForeignSet extends Omit<ChangeSet, 'bases' | 'body'> {
  readonly oid: number
  readonly hlc: number
  readonly schemaVersion: number
  /** Null: it was erased. */
  readonly body: Uint8Array | null
  readonly bodyHash: Uint8Array
  readonly chain: Uint8Array
  /** What its writer had come to see of others: versions of this file. */
  readonly saw: readonly number[]
}

/** The end of the log, of this machine's part and of the others'. */
export interface LogHead {
  readonly seq: number
  readonly lsn: number
  readonly hlc: number
  readonly chain: Uint8Array
  /** By origin, but for the own one. */
  readonly foreign: ReadonlyMap<number, { readonly seq: number; readonly chain: Uint8Array }>
  /** By origin: what the own change sets have already said that this machine saw of it. */
  readonly said: ReadonlyMap<number, number>
}

export interface LogStore {
  readonly oid: number
  readonly originHex: string
  readonly workspaceId: string
  readonly originHexOf: (oid: number) => string
  readonly oidOfOrigin: (originHex: string) => number | undefined
  readonly head: () => LogHead
  /** The newest change set of an origin; number 0 where there is none. */
  readonly headOf: (oid: number) => { readonly seq: number; readonly chain: Uint8Array }
  /** Compares the file's end with the one in memory; call inside BEGIN IMMEDIATE. Throws if another engine wrote. */
  readonly assertHead: () => void
  /** What the next own change set has to say that it saw: versions. */
  readonly unsaid: () => number[]
  /** `saw` is what `unsaid` answered, and stands in the body. */
  readonly append: (set: ChangeSet, saw: readonly number[]) => void
  /** Throws a RangeError if it is not the next of its origin. Answers its place in this log. */
  readonly appendForeign: (set: ForeignSet, nowMs: number) => number
  /** The local number of an origin, given to it if it is new. */
  readonly knowOrigin: (originHex: string, device: string, introduction: string | null) => number
  /** Keeps what was signed of origins of which nothing was. */
  readonly vouch: (introductions: ReadonlyMap<string, string>) => void
  /** Packs what is older than the newest change sets; inside the transaction that wrote those. */
  readonly pack: () => void
  readonly restoreHead: (head: LogHead) => void
}

const storedSet = (set: Omit<ForeignSet, 'saw'>, lsn: number): StoredSet => ({
  ...{ lsn, oid: set.oid, seq: set.seq, op: set.op, part: set.part, last: Number(set.isLast), hlc: set.hlc, wall: set.wallMs },
  ...{ sv: set.schemaVersion, actor: set.actor, proc: set.procedure, rows: set.rows },
  ...{ undoes_oid: set.undoes?.oid ?? null, undoes_op: set.undoes?.op ?? null },
  ...{ body_hash: set.bodyHash, chain: set.chain, body: set.body },
})

/** `numberOf`: the local number that an origin is to have; null: the next one. */
export const openLogStore = (
  raw: RawConnection,
  packSizes = PACK_SIZES,
  numberOf: (originHex: string) => number | null = () => null,
): LogStore => {
  const meta = (key: string): unknown => raw.prepare<[string], { v: unknown }>('SELECT v FROM sync_meta WHERE k = ?').get(key)?.v
  const oid = Number(meta('oid'))
  const workspaceId = String(meta('workspaceId'))
  if (!Number.isSafeInteger(oid) || oid < 1) throw new Error('The change log was never begun in this file.')

  const origins = new Map(
    raw
      .prepare<[], { oid: number; origin: Uint8Array }>('SELECT oid, origin FROM sync_origin')
      .all()
      .map((row) => [row.oid, Buffer.from(row.origin).toString('hex')]),
  )
  const oids = new Map([...origins].map(([one, hex]) => [hex, one]))
  const originHexOf = (of: number): string => {
    const hex = origins.get(of)
    if (hex === undefined) throw new Error(`The change log knows no origin ${of}.`)
    return hex
  }

  const selectLsn = raw.prepare<[], { lsn: number | null }>('SELECT max(lsn) AS lsn FROM sync_change')
  const insertSeen = raw.prepare<[number, number, number, number]>(
    'INSERT INTO sync_seen (oid, ofOid, seq, ofSeq) VALUES (?, ?, ?, ?)',
  )
  const insertOrigin = raw.prepare<[number | null, Uint8Array, string, string | null], { oid: number }>(
    'INSERT INTO sync_origin (oid, origin, device, introduction) VALUES (?, ?, ?, ?) RETURNING oid',
  )
  const updateOrigin = raw.prepare<[string, Uint8Array]>(
    'UPDATE sync_origin SET introduction = ? WHERE origin = ? AND introduction IS NULL',
  )
  const selectSaid = raw.prepare<[number], { ofOid: number; ofSeq: number }>(
    'SELECT ofOid, max(ofSeq) AS ofSeq FROM sync_seen WHERE oid = ? GROUP BY ofOid',
  )

  const sets = logSetsOf(raw)
  const packing = createPacking(raw, packSizes)
  const ofOrigin = (one: number): { seq: number; chain: Uint8Array } => {
    const seq = sets.newestOf(one)
    return { seq, chain: sets.chainAt(one, seq) ?? NO_CHAIN }
  }
  const own = ofOrigin(oid)
  let head = { ...own, lsn: selectLsn.get()?.lsn ?? 0, hlc: sets.stampAt(oid, own.seq) ?? 0 }
  let foreign = new Map([...origins.keys()].filter((one) => one !== oid).map((one) => [one, ofOrigin(one)]))
  let said = new Map(selectSaid.all(oid).map(({ ofOid, ofSeq }) => [ofOid, ofSeq]))
  const clock = createHybridClock(head.hlc)
  const originHex = originHexOf(oid)

  return {
    oid,
    originHex,
    workspaceId,
    originHexOf,
    oidOfOrigin: (hex) => oids.get(hex),
    head: () => ({ ...head, foreign: new Map(foreign), said: new Map(said) }),
    headOf: (one) => (one === oid ? head : (foreign.get(one) ?? { seq: 0, chain: NO_CHAIN })),
    assertHead: () => {
      const lsn = selectLsn.get()?.lsn ?? 0
      if (lsn !== head.lsn) throw new Error(`Another engine wrote to this workspace (${lsn} after ${head.lsn}).`)
    },
    unsaid: () => [...foreign].flatMap(([one, { seq }]) => (seq > (said.get(one) ?? 0) ? [versionOf(one, seq)] : [])),
    append: (set, saw) => {
      let newestBase = 0
      for (const base of set.bases) newestBase = Math.max(newestBase, sets.stampAt(oidOf(base), seqOf(base)) ?? 0)
      const hlc = clock.tick(set.wallMs, newestBase)
      const lsn = head.lsn + 1
      const bodyHash = sha256(set.body)
      const undoes = set.undoes && operationIdOf(originHexOf(set.undoes.oid), set.undoes.op)
      const header = { ...set, originHex, hlc, schemaVersion: SCHEMA_VERSION, undoes }
      const chain = chainOf(head.chain, header, bodyHash)
      packing.append(storedSet({ ...set, oid, hlc, schemaVersion: SCHEMA_VERSION, bodyHash, chain }, lsn))
      for (const version of saw) {
        insertSeen.run(oid, oidOf(version), set.seq, seqOf(version))
        said.set(oidOf(version), seqOf(version))
      }
      head = { seq: set.seq, lsn, hlc, chain }
    },
    appendForeign: (set, nowMs) => {
      const before = foreign.get(set.oid)?.seq ?? 0
      if (set.oid === oid || set.seq !== before + 1)
        throw new RangeError(`Set ${set.seq} of origin ${set.oid} comes after ${before}.`)
      clock.receive(nowMs, set.hlc)
      const lsn = head.lsn + 1
      packing.hold(storedSet(set, lsn))
      for (const version of set.saw) insertSeen.run(set.oid, oidOf(version), set.seq, seqOf(version))
      foreign.set(set.oid, { seq: set.seq, chain: set.chain })
      head = { ...head, lsn }
      return lsn
    },
    vouch: (introductions) =>
      raw.transaction(() => {
        for (const [hex, introduction] of introductions) updateOrigin.run(introduction, Buffer.from(hex, 'hex'))
      })(),
    knowOrigin: (hex, device, introduction) => {
      const known = oids.get(hex)
      if (known !== undefined) return known
      const made = insertOrigin.get(numberOf(hex), Buffer.from(hex, 'hex'), device, introduction)
      if (!made) throw new Error('SQLite answered nothing to an insert.')
      origins.set(made.oid, hex)
      oids.set(hex, made.oid)
      foreign.set(made.oid, { seq: 0, chain: NO_CHAIN })
      return made.oid
    },
    pack: () => packing.pack(head.lsn),
    restoreHead: (former) => {
      packing.forget()
      head = former
      foreign = new Map(former.foreign)
      said = new Map(former.said)
      // An origin that became known in the transaction is gone with it.
      for (const [one, hex] of origins) {
        if (one === oid || foreign.has(one)) continue
        origins.delete(one)
        oids.delete(hex)
      }
      clock.reset(former.hlc)
    },
  }
}
