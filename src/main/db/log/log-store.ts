// Where change sets are appended: numbers without gaps, the chain of hashes, and the origins known to this file.
import { createHash } from 'node:crypto'
import { SCHEMA_VERSION } from '../migrate.ts'
import type { RawConnection } from '../raw-connection.ts'
import { createHybridClock } from './clock.ts'
import { oidOf, operationIdOf, seqOf } from './version.ts'

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

/** The end of this machine's part of the log. */
export interface LogHead {
  readonly seq: number
  readonly lsn: number
  readonly hlc: number
  readonly chain: Uint8Array
}

export interface LogStore {
  readonly oid: number
  readonly originHex: string
  readonly workspaceId: string
  readonly originHexOf: (oid: number) => string
  readonly oidOfOrigin: (originHex: string) => number | undefined
  readonly head: () => LogHead
  /** Compares the file's end with the one in memory; call inside BEGIN IMMEDIATE. Throws if another engine wrote. */
  readonly assertHead: () => void
  readonly append: (set: ChangeSet) => void
  readonly restoreHead: (head: LogHead) => void
}

const NO_CHAIN = new Uint8Array(16)
const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** 16 bytes over the set before, everything the set says of itself, and the hash of its body: an erased body leaves the chain whole. */
export const chainOf = (before: Uint8Array, header: readonly unknown[], bodyHash: Uint8Array): Buffer =>
  sha256(before, JSON.stringify(header), bodyHash).subarray(0, 16)

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
  const insert = raw.prepare<unknown[]>(
    `INSERT INTO sync_change (lsn, oid, seq, op, part, last, hlc, wall, sv, actor, proc, undoes_oid, undoes_op, rows, body_hash, chain, body)
     VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
  )

  const fromFile = (): LogHead => {
    const own = selectHead.get(oid)
    return { seq: own?.seq ?? 0, lsn: selectLsn.get()?.lsn ?? 0, hlc: own?.hlc ?? 0, chain: own?.chain ?? NO_CHAIN }
  }
  let head = fromFile()
  const clock = createHybridClock(head.hlc)
  const originHex = originHexOf(oid)

  return {
    oid,
    originHex,
    workspaceId,
    originHexOf,
    oidOfOrigin: (hex) => [...origins].find(([, known]) => known === hex)?.[0],
    head: () => head,
    assertHead: () => {
      const lsn = selectLsn.get()?.lsn ?? 0
      if (lsn !== head.lsn) throw new Error(`Another engine wrote to this workspace (${lsn} after ${head.lsn}).`)
    },
    append: (set) => {
      let newestBase = 0
      for (const base of set.bases) newestBase = Math.max(newestBase, selectStamp.get(oidOf(base), seqOf(base))?.hlc ?? 0)
      const hlc = clock.tick(set.wallMs, newestBase)
      const lsn = head.lsn + 1
      const bodyHash = sha256(set.body)
      const undoes = set.undoes && operationIdOf(originHexOf(set.undoes.oid), set.undoes.op)
      const header = [
        originHex,
        set.seq,
        set.op,
        set.part,
        set.isLast,
        hlc,
        set.wallMs,
        SCHEMA_VERSION,
        set.actor,
        set.procedure,
        undoes,
        set.rows,
      ]
      const chain = chainOf(head.chain, header, bodyHash)
      insert.run(
        ...[lsn, oid, set.seq, set.op, set.part, Number(set.isLast), hlc, set.wallMs, SCHEMA_VERSION, set.actor, set.procedure],
        ...[set.undoes?.oid ?? null, set.undoes?.op ?? null, set.rows, bodyHash, chain, set.body],
      )
      head = { seq: set.seq, lsn, hlc, chain }
    },
    restoreHead: (former) => {
      head = former
      clock.reset(former.hlc)
    },
  }
}
