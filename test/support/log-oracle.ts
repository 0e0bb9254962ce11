// What every machine must show, found out of nothing but the change sets of all: the versions of each cell as a tree, its leaves, and who had
// seen what. It shares no code with the merging, only the reading of the log.
import { zstdDecompressSync } from 'node:zlib'
import { type LogSet, logSetsOf } from '#main/db/log/log-sets.ts'
import type { RawConnection } from '#main/db/raw-connection.ts'

interface SetRow {
  readonly origin: string
  readonly seq: number
  readonly op: number
  readonly hlc: number
  readonly undoes: string | null
  readonly body: Uint8Array
}

interface Version {
  readonly name: string
  readonly origin: string
  readonly seq: number
  readonly hlc: number
  readonly value: unknown
  readonly base: string | null
  /** The operation that it is part of. */
  readonly operation: string
}

export interface Expected {
  /** By `table:row:cell`. */
  readonly winners: ReadonlyMap<string, unknown>
  /** `table:row:cell:version=value`, sorted. */
  readonly open: readonly string[]
  /** By `table:row`: whether it is archived. */
  readonly isArchived: ReadonlyMap<string, boolean>
  /** `table:row:version` of archivings that work elsewhere outlived, sorted. */
  readonly revived: readonly string[]
}

const ARCHIVE_CELL = 2

const parse = (body: Uint8Array) =>
  JSON.parse((body[0] === 0x28 && body[1] === 0xb5 ? zstdDecompressSync(body) : Buffer.from(body)).toString()) as {
    o: string[]
    g: { t: number; op: 'i' | 'u'; c: number[]; r: unknown[][] }[]
    v?: number[]
    k?: [number, string, number, number][]
    p?: [number, string][]
  }

const LIMIT = 2 ** 36

/**
 * `tables`: only these, by number. `after`: the place in the log after which all began that is asked about. `ground`: the place of one more change
 * set, which everybody had before that.
 */
export const expectedOf = (raw: RawConnection, tables: ReadonlySet<number>, after: number, ground?: number): Expected => {
  const origins = new Map(
    raw
      .prepare<[], { oid: number; origin: string }>('SELECT oid, lower(hex(origin)) AS origin FROM sync_origin')
      .all()
      .map(({ oid, origin }) => [oid, origin]),
  )
  const originOf = (oid: number): string => origins.get(oid) ?? ''
  const told = ({ oid, undoes_oid: undone, undoes_op: undoneOp, ...set }: LogSet): SetRow => ({
    ...set,
    origin: originOf(oid),
    undoes: undone === null ? null : `${originOf(undone)}-${String(undoneOp)}`,
    body: set.body ?? new Uint8Array(),
  })
  const log = logSetsOf(raw)
  const sets = [...(ground === undefined ? [] : log.from(ground).take(1).map(told)), ...log.from(after + 1).map(told)]
  const known = ground === undefined ? undefined : sets[0]

  const seen = new Map<string, ReadonlyMap<string, number>>()
  const newest = new Map<string, Map<string, number>>()
  const cells = new Map<string, Version[]>()
  const touches = new Map<string, { version: Version; isArchiving: boolean }[]>()
  const closings: { head: string; by: string }[] = []
  const undoneBy = new Map<string, Set<string>>()
  const add = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
    map.set(key, [...(map.get(key) ?? []), value])
  }

  for (const set of sets) {
    const body = parse(set.body)
    const nameOf = (version: number): string => `${body.o[Math.floor(version / LIMIT)]}-${version % LIMIT}`
    const own = newest.get(set.origin) ?? new Map(known && [[known.origin, known.seq]])
    for (const version of body.v ?? []) own.set(body.o[Math.floor(version / LIMIT)] ?? '', version % LIMIT)
    newest.set(set.origin, own)
    const name = `${set.origin}-${set.seq}`
    seen.set(name, new Map([...own, [set.origin, set.seq]]))
    const operation = `${set.origin}-${set.op}`
    if (set.undoes) undoneBy.set(set.undoes, (undoneBy.get(set.undoes) ?? new Set()).add(operation))
    for (const [table, row, cell, version] of body.k ?? [])
      closings.push({ head: `${table}:${row}:${cell}:${nameOf(version)}`, by: operation })
    const touched = new Map<string, boolean>()
    for (const group of body.g) {
      if (!tables.has(group.t)) continue
      for (const [row, ...rest] of group.r) {
        const key = `${group.t}:${String(row)}`
        touched.set(key, touched.get(key) ?? false)
        for (const [index, cell] of group.c.entries()) {
          const value = group.op === 'i' ? rest[index] : rest[3 * index]
          const base = group.op === 'i' ? null : nameOf(Number(rest[3 * index + 2]))
          if (cell === ARCHIVE_CELL && (value as unknown[])[0] !== null) touched.set(key, true)
          add(cells, `${key}:${cell}`, { name, origin: set.origin, seq: set.seq, hlc: set.hlc, value, base, operation })
        }
      }
    }
    // What its rows stand on was worked on, too.
    for (const [table, row] of body.p ?? []) touched.set(`${table}:${row}`, touched.get(`${table}:${row}`) ?? false)
    for (const [key, isArchiving] of touched)
      add(touches, key, {
        version: { name, origin: set.origin, seq: set.seq, hlc: set.hlc, value: null, base: null, operation },
        isArchiving,
      })
  }

  const stands = (operation: string): boolean => ![...(undoneBy.get(operation) ?? [])].some(stands)
  const closersOf = Map.groupBy(closings, ({ head }) => head)
  /** Nobody built on it but decisions about it, and none of those stands. */
  const isOpen = (head: string, builders: readonly Version[]): boolean => {
    const closers = new Set((closersOf.get(head) ?? []).map(({ by }) => by))
    return builders.every(({ operation }) => closers.has(operation)) && ![...closers].some(stands)
  }
  const saw = (later: Version, earlier: Version): boolean => (seen.get(later.name)?.get(earlier.origin) ?? 0) >= earlier.seq
  const isNewer = (one: Version, other: Version): boolean =>
    one.hlc !== other.hlc ? one.hlc > other.hlc : one.origin !== other.origin ? one.origin > other.origin : one.seq > other.seq

  const winners = new Map<string, unknown>()
  const open: string[] = []
  const isArchived = new Map<string, boolean>()
  const revived: string[] = []
  for (const [place, versions] of cells) {
    const winner = versions.reduce((best, one) => (isNewer(one, best) ? one : best))
    winners.set(place, winner.value)
    for (const one of versions) {
      const head = `${place}:${one.name}`
      const builders = versions.filter(({ base }) => base === one.name)
      if (one !== winner && isOpen(head, builders)) open.push(`${head}=${JSON.stringify(one.value)}`)
    }
    const [table, row, cell] = place.split(':')
    if (Number(cell) !== ARCHIVE_CELL) continue
    const key = `${table}:${row}`
    const [at] = winner.value as [string | null]
    const isOutlived =
      at !== null &&
      (touches.get(key) ?? []).some(({ version, isArchiving }) => !isArchiving && !saw(winner, version) && !saw(version, winner))
    isArchived.set(key, at !== null && !isOutlived)
    if (isOutlived) revived.push(`${key}:${winner.name}`)
  }
  return { winners, open: open.sort(), isArchived, revived: revived.sort() }
}
