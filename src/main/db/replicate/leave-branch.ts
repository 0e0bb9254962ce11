// A machine that was set back as a whole does not know that it went another way before. What it wrote since stands under numbers that others know
// for something else; so does what was built on it. Each origin among those is parted in two: what came before keeps its name, the rest goes over
// to another one, which follows from what it is; what is written later has a name of its own. Nothing else is different: who wrote what when, what it
// replaced, who had seen what.
import { type Body, createBodyVersions, decodeBody, encodeBody } from '../log/body.ts'
import { nameOrigin, type NewOrigin, writeUnder } from '../log/incarnation.ts'
import { logSetsOf } from '../log/log-sets.ts'
import { chainOf, headerOf, sha256, type StoredSet } from '../log/set-header.ts'
import { oidOf, operationIdOf, seqOf, versionOf } from '../log/version.ts'
import type { RawConnection } from '../raw-connection.ts'
import { leftName } from './left-ways.ts'
import { moveVersions } from './move-versions.ts'
import { setsOnBranch } from './sets-on-branch.ts'

/** What stands in the log of an origin after `after` is another way than the others'. */
export interface Branch {
  readonly originHex: string
  readonly after: number
  /** It keeps its name, for the others leave theirs: only what is written from now on gets another one. */
  readonly stays?: boolean
}

export interface Left {
  /** The file belongs to an office, and writes under a new origin. */
  readonly isNewInOffice: boolean
  /** Change sets that went over. */
  readonly moved: number
}

/** An origin that is parted: what stands after `after` goes over to `to`. */
interface Parted {
  readonly after: number
  readonly to: number
}

/** To be called while nobody writes, and before the write path is made. All or nothing. */
export const leaveBranch = (raw: RawConnection, branch: Branch, origin: NewOrigin): Left =>
  raw.transaction(() => {
    const known = new Map(
      raw
        .prepare<[], { oid: number; origin: Uint8Array }>('SELECT oid, origin FROM sync_origin')
        .all()
        .map(({ oid, origin: bytes }) => [oid, Buffer.from(bytes)]),
    )
    const oid = [...known].find(([, bytes]) => bytes.toString('hex') === branch.originHex)?.[0]
    if (oid === undefined) throw new Error(`The change log knows no origin ${branch.originHex}.`)
    // What came to lie before the first step of the other way was there when this one was parted from it.
    const log = logSetsOf(raw)
    const [newest] = log.before(log.at(oid, branch.after + 1)?.lsn ?? Number.MAX_SAFE_INTEGER)
    const own = raw.prepare<[], { v: number }>("SELECT v FROM sync_meta WHERE k = 'oid'").get()?.v ?? 0
    const begin = (): boolean => writeUnder(raw, { ...origin, copiedMs: newest?.wall })
    if (branch.stays === true) return { isNewInOffice: oid === own && begin(), moved: 0 }
    const { sets, from } = setsOnBranch(raw, { oid, after: branch.after })
    const parted = new Map<number, Parted>()
    for (const [one, seq] of from) {
      const [old, first] = [known.get(one), log.chainAt(one, seq)]
      if (!old || !first) continue
      const shared = leftName(old, seq, first)
      // What stands there already came from elsewhere, and cannot be told from what is here.
      const isFree = shared && ![...known.values()].some((name) => name.equals(shared))
      parted.set(one, {
        after: seq - 1,
        to: nameOrigin(raw, { ...origin, origin: isFree ? shared : sortedAs(old, origin.origin) }),
      })
    }

    const move = (version: number): number => {
      const part = parted.get(oidOf(version))
      return part && seqOf(version) > part.after ? versionOf(part.to, seqOf(version) - part.after) : version
    }
    if (sets.length > 0) moveSight(raw, parted, move)
    rewrite(raw, sets, move)
    moveVersions(raw, sets, move)
    // What it writes from now on is its alone.
    return { isNewInOffice: from.has(own) && begin(), moved: sets.length }
  })()

/** Begins as the old one does: of two changes with the same stamp, the same one stays the later. */
const sortedAs = (old: Uint8Array, rest: Uint8Array): Buffer =>
  Buffer.concat([old.subarray(0, 8), sha256(Buffer.concat([rest, old])).subarray(0, 8)])

/** What the new names saw: all that the old ones had, what was told them since, and the old ones themselves. */
const moveSight = (raw: RawConnection, parted: ReadonlyMap<number, Parted>, move: (version: number) => number): void => {
  const select = raw.prepare<[number], { ofOid: number; seq: number; ofSeq: number }>(
    'SELECT ofOid, seq, ofSeq FROM sync_seen WHERE oid = ? ORDER BY seq',
  )
  const forget = raw.prepare<[number, number]>('DELETE FROM sync_seen WHERE oid = ? AND seq > ?')
  const note = raw.prepare<[number, number, number, number]>(
    `INSERT INTO sync_seen (oid, ofOid, seq, ofSeq) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET ofSeq = max(ofSeq, excluded.ofSeq)`,
  )
  const sights = [...parted].map(([oid, part]) => ({ oid, ...part, seen: select.all(oid) }))
  for (const { oid, after, to, seen } of sights) {
    forget.run(oid, after)
    const said = new Map<number, number>()
    const say = (version: number, seq: number): void => {
      const of = oidOf(version)
      if (of === to || seqOf(version) <= (said.get(of) ?? 0)) return
      said.set(of, seqOf(version))
      note.run(to, of, seq, seqOf(version))
    }
    if (after > 0) say(versionOf(oid, after), 1)
    for (const { ofOid, seq, ofSeq } of seen) {
      const at = Math.max(1, seq - after)
      const version = move(versionOf(ofOid, ofSeq))
      say(version, at)
      const before = parted.get(ofOid)?.after ?? 0
      // Whoever saw what went over saw what it followed.
      if (oidOf(version) !== ofOid && before > 0) say(versionOf(ofOid, before), at)
    }
  }
}

const rewrite = (raw: RawConnection, sets: readonly StoredSet[], move: (version: number) => number): void => {
  const origins = raw.prepare<[], { oid: number; origin: Uint8Array }>('SELECT oid, origin FROM sync_origin').all()
  const hexes = new Map(origins.map(({ oid, origin }) => [oid, Buffer.from(origin).toString('hex')]))
  const hexOf = (oid: number): string => hexes.get(oid) ?? ''
  const oids = new Map([...hexes].map(([oid, hex]) => [hex, oid]))
  const update = raw.prepare<unknown[]>(
    'UPDATE sync_change SET oid = ?, seq = ?, op = ?, undoes_oid = ?, undoes_op = ?, body_hash = ?, chain = ?, body = ? WHERE lsn = ?',
  )
  const sight = raw.prepare<[number, number], { ofOid: number; ofSeq: number }>(
    'SELECT ofOid, ofSeq FROM sync_seen WHERE oid = ? AND seq = ?',
  )
  const chains = new Map<number, Uint8Array>()
  for (const set of sets) {
    const version = move(versionOf(set.oid, set.seq))
    const [oid, seq, op] = [oidOf(version), seqOf(version), seqOf(move(versionOf(set.oid, set.op)))]
    const undoes = set.undoes_oid === null || set.undoes_op === null ? null : move(versionOf(set.undoes_oid, set.undoes_op))
    // In an order that does not depend on this file.
    const seen = sight.all(oid, seq).toSorted((one, other) => (hexOf(one.ofOid) < hexOf(other.ofOid) ? -1 : 1))
    const saw = seen.map(({ ofOid, ofSeq }) => versionOf(ofOid, ofSeq))
    const moving = { saw, hexOf, toLocal: (hex: string) => oids.get(hex) ?? 0, move }
    const body = set.body && encodeBody(movedBody(decodeBody(set.body), moving))
    const bodyHash = body ? sha256(body) : set.body_hash
    const undone = undoes === null ? null : operationIdOf(hexOf(oidOf(undoes)), seqOf(undoes))
    const header = headerOf({ ...set, seq, op }, hexOf(oid), undone)
    const chain = chainOf(chains.get(oid) ?? new Uint8Array(16), header, bodyHash)
    chains.set(oid, chain)
    const [undoesOid, undoesOp] = undoes === null ? [null, null] : [oidOf(undoes), seqOf(undoes)]
    update.run(oid, seq, op, undoesOid, undoesOp, bodyHash, chain, body, set.lsn)
  }
}

interface MovingBody {
  readonly saw: readonly number[]
  readonly hexOf: (oid: number) => string
  readonly toLocal: (hex: string) => number
  readonly move: (version: number) => number
}

const movedBody = (body: Body, { saw, hexOf, toLocal, move }: MovingBody): Body => {
  const versions = createBodyVersions(hexOf)
  const moved = (version: number): number =>
    versions.toBody(move(versionOf(toLocal(body.o[oidOf(version)] ?? ''), seqOf(version))))
  const movedRow = (row: readonly unknown[]): unknown[] =>
    row.map((value, at) => (at > 0 && at % 3 === 0 ? moved(Number(value)) : value))
  const g = body.g.map((group) => ({
    ...group,
    // `[id, new, old, base, new, old, base…]`; a new row has no bases.
    r: group.op === 'i' ? group.r : group.r.map(movedRow),
  }))
  const k = body.k?.map(([table, row, cell, version]) => [table, row, cell, moved(version)] as const)
  const v = saw.map(versions.toBody)
  return { ...body, o: versions.origins, g, v: v.length > 0 ? v : undefined, k }
}
