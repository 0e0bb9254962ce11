// Looks at the rows again in which the user mended a cell or decided otherwise, and at no others, where nothing depends on these rows.
import type { ImportPlan } from '#shared/imports/plan.ts'
import { sheetFor } from './carried-columns.ts'
import { alongCounts } from './along-counts.ts'
import { type ImportDone, shapesOf } from './import-all.ts'
import { hasField } from './row-steps.ts'
import { editsOf, type ImportFiles, mended } from './sheets.ts'
import type { TableImport } from './table-work.ts'
import { numberOfRow } from './touches.ts'

interface Seen {
  readonly plan: ImportPlan
  readonly files: ImportFiles
  readonly done: ImportDone
}

/** So many are as quickly looked at all together. */
const MOST_ROWS = 200

/** What makes two plans the same but for their edits and decisions. */
export const frameOf = (plan: ImportPlan): string => JSON.stringify({ ...plan, edits: [], decisions: [] })

/**
 * The preview of a plan that differs from the one that was looked at in edits and decisions alone. Null where others depend on the rows: by a key,
 * a record, a tag or a stage that they share. What was looked at is of no use any more then.
 */
export const takeAgain = ({ plan: before, files, done }: Seen, plan: ImportPlan): ImportDone | null => {
  const rows = changedRows(before, plan)
  if (rows.length > MOST_ROWS || plan.tables.some((table, place) => !isSeparable(table, done.tables[place]))) return null
  const { touches } = done.world
  for (const { place, row } of rows) {
    const number = numberOfRow(plan, place, row)
    if (!touches.isAlone(number)) return null
    takeOut(done, plan, { place, row, number })
  }
  for (const place of plan.tables.keys()) takeRows(done.tables[place], { plan, files, place, rows: rowsOf(plan, rows, place) })
  touches.begin(0)
  if (rows.some(({ place, row }) => !touches.isAlone(numberOfRow(plan, place, row)))) return null
  if (done.tables.some(({ results }) => results.keptByStronger.count > 0)) return null
  const along = alongCounts(done.world, plan.tables.length)
  return {
    ...done,
    counts: done.tables.map(({ results }) => results.counts()),
    made: done.made.map((made, place) => ({ ...made, ...along[place] })),
  }
}

interface Place {
  /** The first table of the plan that reads the sheet. */
  readonly place: number
  readonly row: number
}

const isSameSheet = ({ tables }: ImportPlan, one: number, other: number): boolean =>
  tables[one]?.file === tables[other]?.file && tables[one]?.table === tables[other]?.table

const changedRows = (before: ImportPlan, after: ImportPlan): Place[] => {
  const said = ({ edits, decisions }: ImportPlan): Map<string, string> => {
    const grouped = Map.groupBy([...edits, ...decisions], ({ table, row }) => `${table} ${row}`)
    return new Map([...grouped].map(([place, some]) => [place, JSON.stringify(some)]))
  }
  const [then, now] = [said(before), said(after)]
  const places = new Set([...then.keys(), ...now.keys()].filter((place) => then.get(place) !== now.get(place)))
  const found = [...places].map((text) => {
    const [table = 0, row = 0] = text.split(' ').map(Number)
    return { place: after.tables.findIndex((_table, place) => isSameSheet(after, place, table)), row }
  })
  return [...new Map(found.map((one) => [`${one.place} ${one.row}`, one])).values()].toSorted((a, b) => a.row - b.row)
}

const rowsOf = (plan: ImportPlan, rows: readonly Place[], place: number): number[] =>
  rows.filter((one) => isSameSheet(plan, one.place, place)).map(({ row }) => row)

/** Tags, stages, photos and colleagues are counted over all rows together. */
const isSeparable = (table: ImportPlan['tables'][number], one: TableImport | undefined): boolean =>
  one !== undefined &&
  table.entity !== 'deal' &&
  table.entity !== 'user' &&
  one.results.keptByStronger.count === 0 &&
  !['tags', 'photo', 'attendees'].some((field) => hasField(table, field))

/** Takes out what became of the row, the records that it made and its claims. */
const takeOut = (
  { world, tables }: ImportDone,
  plan: ImportPlan,
  { place, row, number }: Place & { readonly number: number },
): void => {
  for (const [other, table] of plan.tables.entries()) {
    if (!isSameSheet(plan, place, other)) continue
    const result = tables[other]?.results.takeOut(row)
    if (!result || result.record === null) continue
    const claims = world.claims(table.entity)
    const claim = claims.get(result.record)
    if (claim?.table === other && claim.row === row) claims.free(result.record)
    if (result.fate === 'new') world.setOf(table.entity).forget(result.record)
  }
  for (const { entity, record, row: namedIn } of world.madeAlong.all()) {
    if (namedIn !== number) continue
    world.madeAlong.drop(entity, record)
    world.setOf(entity).forget(record)
  }
}

interface Taken {
  readonly plan: ImportPlan
  readonly files: ImportFiles
  readonly place: number
  readonly rows: readonly number[]
}

const takeRows = (one: TableImport | undefined, { plan, files, place, rows }: Taken): void => {
  const table = plan.tables[place]
  if (!one || !table || rows.length === 0) return
  const { spool, faults } = sheetFor(files, table)
  const [edits, shape] = [editsOf(plan, place), shapesOf(faults)]
  const decided = new Map(
    plan.decisions.filter((decision) => decision.table === place).map((decision) => [decision.row, decision]),
  )
  for (const row of spool.rowsAt(rows)) {
    const decision = decided.get(row.row)
    if (decision) one.decisions.set(row.row, decision)
    else one.decisions.delete(row.row)
    one.take([{ ...mended(row, edits), faults: shape(row.row) }])
  }
}
