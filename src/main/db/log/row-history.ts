// The history of one record: from its present versions back through the versions each change replaced.
import type { ClockedRow } from '../write/row-store.ts'
import type { TableLayout } from '../registry/layout.ts'
import type { CellValue, Body } from './body.ts'
import type { HistoryReach, LoggedRowChange } from './change-log.ts'
import type { LogReader, LogRow } from './log-reader.ts'
import { parseCells, versionOf, versionOfCell } from './version.ts'

type Plain = string | number | boolean | null
type FieldChange = LoggedRowChange['changes'][number]

const isGroup = (value: CellValue): value is readonly Plain[] => Array.isArray(value)
const plainValues = (value: CellValue): readonly Plain[] => (isGroup(value) ? value : [value])

/** A cell's version: one that lost against another, whether anybody has decided about it or not. */
export interface LostEnd {
  readonly cell: number
  readonly ver: number
}

/**
 * The changes of a row, newest first, those that lost against others among them. Change sets whose body was erased are left out. A version is never newer than the one that replaced
 * it, so walking on from the newest of those at hand meets them in order, and may stop where the reach ends.
 */
export const rowHistory = (
  log: LogReader,
  layout: TableLayout,
  { row, lost }: { readonly row: ClockedRow | undefined; readonly lost: readonly LostEnd[] },
  reach: HistoryReach = { before: null, count: Number.POSITIVE_INFINITY },
): LoggedRowChange[] => {
  if (!row) return []
  const seen = new Set<number>()
  const waiting: LogRow[] = []
  const waitFor = (version: number): void => {
    if (seen.has(version)) return
    seen.add(version)
    const set = log.setOf(version)
    if (set) waiting.push(set)
  }
  const versions = parseCells(row.cells)
  for (const version of [row.ver, ...Object.values(versions), ...lost.map(({ ver }) => ver)]) waitFor(version)
  /** What each cell's value was built on, besides the versions of today. */
  const built = new Set<string>()
  const stands = (cellId: number, version: number): boolean =>
    versionOfCell(row, versions, cellId) === version || built.has(`${cellId} ${version}`)

  const found: LoggedRowChange[] = []
  for (let count = 0, set = takeNewest(waiting); set !== undefined && count < reach.count; set = takeNewest(waiting)) {
    const body = log.bodyOf(set)
    if (body === null) continue
    const version = versionOf(set.oid, set.seq)
    const { changes, kind, bases } = changesIn(body, { layout, rowId: row.id }, (cellId) => stands(cellId, version))
    for (const { cellId, base } of bases) {
      const before = log.localBase(body, base)
      if (stands(cellId, version)) built.add(`${cellId} ${before}`)
      waitFor(before)
    }
    if (kind === null) continue
    const at = new Date(set.wall).toISOString()
    if (reach.before === null || at <= reach.before) count += 1
    found.push({
      operation: log.idOf({ oid: set.oid, op: set.op }),
      at,
      actorId: set.actor,
      deviceName: log.deviceOf(set.oid),
      procedure: set.proc,
      kind,
      changes,
    })
  }
  return found
}

const isNewer = (one: LogRow, other: LogRow): boolean => one.wall > other.wall || (one.wall === other.wall && one.lsn > other.lsn)

const takeNewest = (waiting: LogRow[]): LogRow | undefined => {
  let newest = 0
  for (const [index, set] of waiting.entries()) {
    const best = waiting[newest]
    if (best && isNewer(set, best)) newest = index
  }
  return waiting.splice(newest, 1)[0]
}

/** `stands`: whether what it wrote into a cell is the value, or was until another was built on it. */
const changesIn = (
  body: Body,
  { layout, rowId }: { readonly layout: TableLayout; readonly rowId: string },
  stands: (cellId: number) => boolean,
) => {
  const changes: FieldChange[] = []
  const bases: { cellId: number; base: number }[] = []
  let kind: LoggedRowChange['kind'] | null = null
  for (const group of body.g) {
    if (group.t !== layout.id) continue
    const row = group.r.find(([id]) => id === rowId)
    if (!row) continue
    if (group.op === 'i') kind = 'created'
    else kind ??= 'changed'
    for (const [index, cellId] of group.c.entries()) {
      const cell = layout.cellById(cellId)
      if (!cell) continue
      // Written by this program; the chain covers it.
      const to = plainValues(row[group.op === 'i' ? 1 + index : 1 + 3 * index] as CellValue)
      const from = group.op === 'i' ? [] : plainValues(row[2 + 3 * index] as CellValue)
      if (group.op === 'u') bases.push({ cellId, base: Number(row[3 + 3 * index]) })
      for (const [at, { name }] of cell.columns.entries()) {
        const before = from[at] ?? null
        const after = to[at] ?? null
        if (before !== after) changes.push({ field: name, from: before, to: after, ...(stands(cellId) ? {} : { isLost: true }) })
      }
    }
  }
  return { changes, bases, kind }
}
