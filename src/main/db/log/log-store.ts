// Where change sets are appended: numbers without gaps, the chain of hashes, and the origins known to this file.
import { hash } from 'node:crypto'
import { SCHEMA_VERSION } from '../migrate.ts'
import type { RawConnection } from '../raw-connection.ts'
import { createHybridClock } from './clock.ts'
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
  readonly restoreHead: (head: LogHead) => void
}

const NO_CHAIN = new Uint8Array(16)
/** In one call: a hash that is added to costs three times as much, and each change set has two. */
export const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

/** What a change set says of itself, in words that mean the same on every machine. */
export interface SetHeader extends Pick<ChangeSet, 'seq' | 'op' | 'part' | 'isLast' | 'wallMs' | 'actor' | 'procedure' | 'rows'> {
  readonly originHex: string
  readonly hlc: number
  readonly schemaVersion: number
  /** The name of an operation. */
  readonly undoes: string | null
}

/** What a change set says of itself, as it lies in the table. */
export interface StoredHeader {
  readonly seq: number
  readonly op: number
  readonly part: number
  readonly last: number
  readonly hlc: number
  readonly wall: number
  readonly sv: number
  readonly actor: string | null
  readonly proc: string
  readonly rows: number
}

/** A change set as it lies in the table. */
export interface StoredSet extends StoredHeader {
  readonly lsn: number
  readonly oid: number
  readonly undoes_oid: number | null
  readonly undoes_op: number | null
  readonly body_hash: Uint8Array
  readonly chain: Uint8Array
  /** Null: it was erased. */
  readonly body: Uint8Array | null
}

/** `undoes`: the name of an operation, of which the table knows local numbers. */
export const headerOf = (stored: StoredHeader, originHex: string, undoes: string | null): SetHeader => {
  const { seq, op, part, last, hlc, wall, sv, actor, proc, rows } = stored
  return {
    ...{ originHex, seq, op, part, isLast: last === 1, hlc, wallMs: wall },
    ...{ schemaVersion: sv, actor, procedure: proc, undoes, rows },
  }
}

/** 16 bytes over the set before, everything the set says of itself, and the hash of its body: an erased body leaves the chain whole. */
export const chainOf = (before: Uint8Array, set: SetHeader, bodyHash: Uint8Array): Buffer => {
  const header = [
    ...[set.originHex, set.seq, set.op, set.part, set.isLast, set.hlc, set.wallMs, set.schemaVersion],
    ...[set.actor, set.procedure, set.undoes, set.rows],
  ]
  return sha256(Buffer.concat([before, Buffer.from(JSON.stringify(header)), bodyHash])).subarray(0, 16)
}

export const openLogStore = (raw: RawConnection): LogStore => {
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
  const originHexOf = (of: number): string => {
    const hex = origins.get(of)
    if (hex === undefined) throw new Error(`The change log knows no origin ${of}.`)
    return hex
  }

  const selectHead = raw.prepare<[number], { seq: number; hlc: number; chain: Uint8Array }>(
    'SELECT seq, hlc, chain FROM sync_change WHERE oid = ? ORDER BY seq DESC LIMIT 1',
  )
  const selectLsn = raw.prepare<[], { lsn: number | null }>('SELECT max(lsn) AS lsn FROM sync_change')
  const selectStamp = raw.prepare<[number, number], { hlc: number }>('SELECT hlc FROM sync_change WHERE oid = ? AND seq = ?')
  const insertSeen = raw.prepare<[number, number, number, number]>(
    'INSERT INTO sync_seen (oid, ofOid, seq, ofSeq) VALUES (?, ?, ?, ?)',
  )
  const insertOrigin = raw.prepare<[Uint8Array, string, string | null], { oid: number }>(
    'INSERT INTO sync_origin (origin, device, introduction) VALUES (?, ?, ?) RETURNING oid',
  )
  const updateOrigin = raw.prepare<[string, Uint8Array]>(
    'UPDATE sync_origin SET introduction = ? WHERE origin = ? AND introduction IS NULL',
  )
  const insert = raw.prepare<unknown[]>(
    `INSERT INTO sync_change (lsn, oid, seq, op, part, last, hlc, wall, sv, actor, proc, undoes_oid, undoes_op, rows, body_hash, chain, body)
     VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
  )

  const selectSaid = raw.prepare<[number], { ofOid: number; ofSeq: number }>(
    'SELECT ofOid, max(ofSeq) AS ofSeq FROM sync_seen WHERE oid = ? GROUP BY ofOid',
  )

  const own = selectHead.get(oid)
  let head = { seq: own?.seq ?? 0, lsn: selectLsn.get()?.lsn ?? 0, hlc: own?.hlc ?? 0, chain: own?.chain ?? NO_CHAIN }
  const ofOrigin = (one: number): { seq: number; chain: Uint8Array } => selectHead.get(one) ?? { seq: 0, chain: NO_CHAIN }
  let foreign = new Map([...origins.keys()].filter((one) => one !== oid).map((one) => [one, ofOrigin(one)]))
  let said = new Map(selectSaid.all(oid).map(({ ofOid, ofSeq }) => [ofOid, ofSeq]))
  const clock = createHybridClock(head.hlc)
  const originHex = originHexOf(oid)

  return {
    oid,
    originHex,
    workspaceId,
    originHexOf,
    oidOfOrigin: (hex) => [...origins].find(([, known]) => known === hex)?.[0],
    head: () => ({ ...head, foreign: new Map(foreign), said: new Map(said) }),
    headOf: (one) => (one === oid ? head : (foreign.get(one) ?? { seq: 0, chain: NO_CHAIN })),
    assertHead: () => {
      const lsn = selectLsn.get()?.lsn ?? 0
      if (lsn !== head.lsn) throw new Error(`Another engine wrote to this workspace (${lsn} after ${head.lsn}).`)
    },
    unsaid: () => [...foreign].flatMap(([one, { seq }]) => (seq > (said.get(one) ?? 0) ? [versionOf(one, seq)] : [])),
    append: (set, saw) => {
      let newestBase = 0
      for (const base of set.bases) newestBase = Math.max(newestBase, selectStamp.get(oidOf(base), seqOf(base))?.hlc ?? 0)
      const hlc = clock.tick(set.wallMs, newestBase)
      const lsn = head.lsn + 1
      const bodyHash = sha256(set.body)
      const undoes = set.undoes && operationIdOf(originHexOf(set.undoes.oid), set.undoes.op)
      const header = { ...set, originHex, hlc, schemaVersion: SCHEMA_VERSION, undoes }
      const chain = chainOf(head.chain, header, bodyHash)
      insert.run(
        ...[lsn, oid, set.seq, set.op, set.part, Number(set.isLast), hlc, set.wallMs, SCHEMA_VERSION, set.actor, set.procedure],
        ...[set.undoes?.oid ?? null, set.undoes?.op ?? null, set.rows, bodyHash, chain, set.body],
      )
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
      insert.run(
        ...[lsn, set.oid, set.seq, set.op, set.part, Number(set.isLast), set.hlc, set.wallMs, set.schemaVersion, set.actor],
        ...[set.procedure, set.undoes?.oid ?? null, set.undoes?.op ?? null, set.rows, set.bodyHash, set.chain, set.body],
      )
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
      const known = [...origins].find(([, one]) => one === hex)?.[0]
      if (known !== undefined) return known
      const made = insertOrigin.get(Buffer.from(hex, 'hex'), device, introduction)
      if (!made) throw new Error('SQLite answered nothing to an insert.')
      origins.set(made.oid, hex)
      foreign.set(made.oid, { seq: 0, chain: NO_CHAIN })
      return made.oid
    },
    restoreHead: (former) => {
      head = former
      foreign = new Map(former.foreign)
      said = new Map(former.said)
      // An origin that became known in the transaction is gone with it.
      for (const one of origins.keys()) if (one !== oid && !foreign.has(one)) origins.delete(one)
      clock.reset(former.hlc)
    },
  }
}
