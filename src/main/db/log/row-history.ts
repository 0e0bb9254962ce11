// The history of one record: from its present versions back through the versions each change replaced.
import type { ClockedRow } from '../write/row-writer.ts'
import type { TableLayout } from '../registry/layout.ts'
import type { CellValue, Body } from './body.ts'
import type { LoggedRowChange } from './change-log.ts'
import type { LogReader } from './log-reader.ts'
import { parseCells } from './version.ts'

type Plain = string | number | boolean | null
type FieldChange = LoggedRowChange['changes'][number]

const isGroup = (value: CellValue): value is readonly Plain[] => Array.isArray(value)
const plainValues = (value: CellValue): readonly Plain[] => (isGroup(value) ? value : [value])

/** All changes of a row, newest first. Change sets whose body was erased are left out. */
export const rowHistory = (log: LogReader, layout: TableLayout, row: ClockedRow | undefined): LoggedRowChange[] => {
  if (!row) return []
  const waiting = new Set([row.ver, ...Object.values(parseCells(row.cells))])
  const found: { readonly lsn: number; readonly change: LoggedRowChange }[] = []
  for (const version of waiting) {
    const set = log.setOf(version)
    const body = set && log.bodiesOf({ oid: set.oid, op: set.op }).find(({ seq }) => seq === set.seq)?.body
    if (!set || !body) continue
    const { changes, kind, bases } = changesIn(body, layout, row.id)
    // A Set that grows while it is walked is walked to its end.
    for (const base of bases) waiting.add(log.localBase(body, base))
    if (kind === null) continue
    found.push({
      lsn: set.lsn,
      change: {
        operation: log.idOf({ oid: set.oid, op: set.op }),
        at: new Date(set.wall).toISOString(),
        actorId: set.actor,
        deviceName: log.deviceOf(set.oid),
        procedure: set.proc,
        kind,
        changes,
      },
    })
  }
  return found.sort((a, b) => b.lsn - a.lsn).map(({ change }) => change)
}

const changesIn = (body: Body, layout: TableLayout, rowId: string) => {
  const changes: FieldChange[] = []
  const bases: number[] = []
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
      if (group.op === 'u') bases.push(Number(row[3 + 3 * index]))
      for (const [at, { name }] of cell.columns.entries()) {
        const before = from[at] ?? null
        const after = to[at] ?? null
        if (before !== after) changes.push({ field: name, from: before, to: after })
      }
    }
  }
  return { changes, bases, kind }
}
