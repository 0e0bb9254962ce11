// Everything that was done after a moment, taken back at once: what each cell held then is found by following its versions back, newest change set
// first. Nothing is written here.
import type { RawConnection } from '../raw-connection.ts'
import { unpackCustom } from '../custom/custom-columns.ts'
import { layoutById, type StoredValues, type TableLayout } from '../registry/layout.ts'
import { columnsOfCell } from '../write/change-set-builder.ts'
import { type CellValue, decodeBody } from './body.ts'
import type { LogReader } from './log-reader.ts'
import { type LogSet, logSetsOf } from './log-sets.ts'
import type { RowOf } from './row-lookup.ts'
import { parseCells, versionOf, versionOfCell } from './version.ts'

/** Why something stays: setting up the workspace, its computers, what only a newer version knows, what was erased, what older work stands on. */
export type KeptReason = 'set_up' | 'office' | 'newer' | 'erased' | 'worked_on'

export interface GoingBackStep {
  readonly layout: TableLayout
  readonly rowId: string
  /** What the row held then; null: it was not there. */
  readonly values: StoredValues | null
}

export interface GoingBack {
  readonly steps: readonly GoingBackStep[]
  /** What is taken back, by what it was and who did it. */
  readonly done: readonly { readonly procedure: string; readonly actorId: string | null; readonly count: number }[]
  readonly kept: readonly { readonly reason: KeptReason; readonly count: number }[]
}

export interface GoingBackSources {
  readonly raw: RawConnection
  readonly log: LogReader
  readonly rowOf: RowOf
}

/** A row that was written after the moment. `cells`: as far as they were followed back. */
interface Followed {
  readonly layout: TableLayout
  readonly rowId: string
  isNew: boolean
  readonly cells: Map<number, { version: number; value: CellValue | undefined }>
}

const keptBy = ({ proc, body }: LogSet): KeptReason | null =>
  proc.startsWith('workspace.') ? 'set_up' : proc.startsWith('devices.') ? 'office' : body === null ? 'erased' : null

/** `until`: ms; by the clocks of the machines that wrote. */
export const planGoingBack = ({ raw, log, rowOf }: GoingBackSources, until: number, check: () => void): GoingBack => {
  const done = new Map<string, { procedure: string; actorId: string | null; count: number }>()
  const kept = new Map<KeptReason, number>()
  const keep = (reason: KeptReason): void => void kept.set(reason, (kept.get(reason) ?? 0) + 1)
  const gone = new Set<number>()
  const rows = new Map<string, Followed>()

  const followed = (layout: TableLayout, rowId: string): Followed => {
    const key = `${layout.id}:${rowId}`
    let row = rows.get(key)
    if (!row) rows.set(key, (row = { layout, rowId, isNew: false, cells: new Map() }))
    return row
  }
  const follow = (row: Followed, cellId: number, version: number, before: () => { value: CellValue; version: number }): void => {
    let cell = row.cells.get(cellId)
    if (!cell) {
      const now = rowOf(row.layout, row.rowId)
      const current = now ? versionOfCell(now, parseCells(now.cells), cellId) : 0
      row.cells.set(cellId, (cell = { version: current, value: undefined }))
    }
    // Another way that lost against what the row shows is none of it.
    if (cell.version === version) Object.assign(cell, before())
  }

  for (const set of logSetsOf(raw).before(Number.MAX_SAFE_INTEGER, until)) {
    const reason = keptBy(set)
    if (reason !== null) {
      if (set.last === 1) keep(reason)
      continue
    }
    check()
    const version = versionOf(set.oid, set.seq)
    gone.add(version)
    if (set.last === 1) {
      const key = JSON.stringify([set.proc, set.actor])
      const known = done.get(key) ?? { procedure: set.proc, actorId: set.actor, count: 0 }
      known.count += 1
      done.set(key, known)
    }
    const body = set.body && decodeBody(set.body)
    for (const group of body?.g ?? []) {
      const layout = layoutById(group.t)
      if (!layout || group.c.some((cellId) => !layout.cellById(cellId))) keep('newer')
      if (!layout || !body) continue
      for (const [id, ...rest] of group.r) {
        const row = followed(layout, String(id))
        if (group.op === 'i') row.isNew = true
        else
          for (const [index, cellId] of group.c.entries())
            follow(row, cellId, version, () => ({
              // Written by this program; the chain covers it.
              value: rest[1 + 3 * index] as CellValue,
              version: log.localBase(body, Number(rest[2 + 3 * index])),
            }))
      }
    }
  }

  const steps: GoingBackStep[] = []
  for (const row of rows.values()) {
    const step = row.isNew ? withoutRow(row, rowOf, gone, keep) : withOldValues(row, rowOf)
    if (step) steps.push(step)
  }
  return {
    steps,
    done: [...done.values()].toSorted((one, other) => other.count - one.count),
    kept: [...kept].map(([reason, count]) => ({ reason, count })),
  }
}

/** A row that older work stands on, by a clock that was behind, stays. */
const withoutRow = (
  { layout, rowId }: Followed,
  rowOf: RowOf,
  gone: ReadonlySet<number>,
  keep: (reason: KeptReason) => void,
): GoingBackStep | null => {
  const now = rowOf(layout, rowId)
  if (!now || now.archivedAt !== null) return null
  if ([now.ver, ...Object.values(parseCells(now.cells))].every((version) => gone.has(version)))
    return { layout, rowId, values: null }
  keep('worked_on')
  return null
}

const withOldValues = ({ layout, rowId, cells }: Followed, rowOf: RowOf): GoingBackStep | null => {
  const row = rowOf(layout, rowId)
  if (!row) return null
  const now: StoredValues = layout.customFor === null ? row : { ...row, ...unpackCustom(row['custom']) }
  const values: StoredValues = {}
  for (const [cellId, { value }] of cells) {
    const cell = layout.cellById(cellId)
    if (!cell || value === undefined) continue
    const old = columnsOfCell(cell, value)
    if (Object.entries(old).some(([column, was]) => (now[column] ?? null) !== was)) Object.assign(values, old)
  }
  return Object.keys(values).length > 0 ? { layout, rowId, values } : null
}
