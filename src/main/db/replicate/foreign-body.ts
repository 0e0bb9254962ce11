// The body of another machine's change set as this file sees it: versions are local, and each cell is of the kind that its column holds.
import { type Allowance, type Body, type BodyGroup, type CellValue, checkBody } from '../log/body.ts'
import { oidOf, seqOf, versionOf } from '../log/version.ts'
import { holds } from '../registry/column-values.ts'
import { type Cell, layoutById, type TableLayout } from '../registry/layout.ts'
import { BadChangeSet } from './bad-change-set.ts'
import type { IncomingCell } from './merge-row.ts'
import type { CellPlace } from './open-ends.ts'

/** Throws BadChangeSet `body`. */
export const readForeignBody = (bytes: Uint8Array, allowance: Allowance): Body => {
  try {
    return checkBody(bytes, allowance)
  } catch (error) {
    throw new BadChangeSet('body', 'A change set cannot be read.', { cause: error })
  }
}

/** A body's versions as versions of this file. Throws BadChangeSet `causality` for an origin that is not known. */
export const localVersions = (body: Body, oidOfOrigin: (hex: string) => number | undefined) => {
  const oids: (number | undefined)[] = []
  return (version: number): number => {
    const index = oidOf(version)
    const hex = body.o[index]
    // Most bodies speak of one or two, and many of them of none.
    const oid = (oids[index] ??= hex === undefined ? undefined : oidOfOrigin(hex))
    if (oid === undefined) throw new BadChangeSet('causality', 'A change set speaks of an origin that is not known here.')
    return versionOf(oid, seqOf(version))
  }
}

const ROW_ID = { type: 'text', nullable: false } as const

const checkedValue = (cell: Cell, value: unknown): CellValue => {
  const values: readonly unknown[] = cell.columns.length === 1 ? [value] : Array.isArray(value) ? value : []
  if (values.length !== cell.columns.length || !cell.columns.every((column, index) => holds(column, values[index])))
    throw new BadChangeSet('body', `A value of ${cell.columns.map(({ name }) => name).join()} is of the wrong kind.`)
  return value as CellValue // just checked
}

/** A row of a group: which cells it writes, as far as this version knows them. `only`: no others. */
export const readRow = (
  layout: TableLayout,
  group: BodyGroup,
  row: readonly unknown[],
  { toLocal, only }: { readonly toLocal: (version: number) => number; readonly only: ReadonlySet<number> | null },
): { readonly rowId: string; readonly cells: readonly IncomingCell[] } => {
  const rowId = row[0]
  const width = group.op === 'i' ? 1 : 3
  if (
    typeof rowId !== 'string' ||
    rowId === '' ||
    rowId.length > 100 ||
    !holds(ROW_ID, rowId) ||
    row.length !== 1 + width * group.c.length
  )
    throw new BadChangeSet('body', `A row of ${layout.name} is not whole.`)
  const cells: IncomingCell[] = []
  for (const [index, cellId] of group.c.entries()) {
    const cell = layout.cellById(cellId)
    if (!cell || (only && !only.has(cellId))) continue
    const value = checkedValue(cell, row[1 + width * index])
    if (group.op === 'i') {
      cells.push({ cell, value, base: null })
      continue
    }
    // Nobody writes what is written once. A set that does is left out by that, and taken: to refuse it would cut off whoever took it before.
    if (layout.appendOnly.has(cellId)) continue
    const base = row[3 + 3 * index]
    if (!Number.isSafeInteger(base) || Number(base) < 0) throw new BadChangeSet('body', `A row of ${layout.name} has no base.`)
    cells.push({ cell, value, base: toLocal(Number(base)) })
  }
  return { rowId, cells }
}

/** Which of a group's cells this version does not know. */
export const unknownCells = (layout: TableLayout, group: BodyGroup): number[] =>
  group.c.filter((cellId) => !layout.cellById(cellId))

/** Which rows a change set archives: working on them in the same breath does not keep them. */
export const archivedRows = (body: Body): ((layout: TableLayout, rowId: string) => boolean) => {
  let rows: ReadonlySet<string> | null = null
  return (layout, rowId) => (rows ??= archivedIn(body)).has(`${layout.id}:${rowId}`)
}

const archivedIn = (body: Body): Set<string> => {
  const rows = new Set<string>()
  for (const { t, op, c, r } of body.g) {
    const archive = layoutById(t)?.cellOfColumn('archivedAt')
    const index = archive ? c.indexOf(archive.id) : -1
    if (!archive || index < 0) continue
    for (const row of r) {
      const value: unknown = row[op === 'i' ? 1 + index : 1 + 3 * index]
      if (Array.isArray(value) && value[0] !== null) rows.add(`${t}:${String(row[0])}`)
    }
  }
  return rows
}

/** The versions that a change set was built on, as the body names them. */
export const basesIn = (body: Body): number[] => [
  ...body.g
    .flatMap(({ op, r }) => (op === 'u' ? r.flatMap((row) => row.filter((_, at) => at > 0 && at % 3 === 0)) : []))
    .map(Number),
  ...(body.k ?? []).map(([, , , version]) => version),
]

/** Which versions a change set decides about. */
export const decidedVersions = (
  body: Body,
  toLocal: (version: number) => number,
): ((place: CellPlace, version: number) => boolean) => {
  if (body.k === undefined) return () => false
  const named = new Set(body.k.map(([t, rowId, cellId, version]) => `${t}:${rowId}:${cellId}:${toLocal(version)}`))
  return ({ tableId, rowId, cellId }, version) => named.has(`${tableId}:${rowId}:${cellId}:${version}`)
}
