// What is sent to the engine: its own proposal, with what the user changed laid over it. Pure.
import type { ImportInspection } from '#shared/imports/inspection.ts'
import type { CsvDialect } from '#shared/imports/plan.ts'
import { importEntity, type ImportPlan, type TablePlan } from '#shared/imports/plan.ts'
import type { ImportSession, TableKey } from './import-session.ts'

type Located = Pick<TablePlan, 'file' | 'table' | 'entity' | 'isBeside'>
type Sources = ImportSession['sources']

/** What is named by others comes in first. */
const ORDER = importEntity.options

/** A sheet of a file, whatever is made of it. */
export const sheetKey = (sources: Sources, { file, table }: Pick<Located, 'file' | 'table'>): string =>
  `${sources[file]?.key ?? file}#${table}`

/** A table of the plan: a sheet may be read for several kinds of records, one of them its own. */
export const tableKey = (sources: Sources, located: Located): TableKey =>
  sheetKey(sources, located) + (located.isBeside ? `+${located.entity}` : '')

/** How each file is to be read, as far as the user said so. */
export const dialectsOf = ({ sources, dialects }: Pick<ImportSession, 'sources' | 'dialects'>): (CsvDialect | null)[] =>
  sources.map(({ key }) => dialects[key] ?? null)

export const headingRowsOf = ({
  sources,
  headingRows,
}: Pick<ImportSession, 'sources' | 'headingRows'>): ImportPlan['headingRows'] =>
  Object.entries(headingRows).flatMap(([key, { table, row }]) => {
    const file = sources.findIndex((source) => sheetKey([source], { file: 0, table }) === key)
    return file === -1 ? [] : [{ file, table, row }]
  })

export interface PlannedTable {
  readonly key: TableKey
  /** What was proposed for it. */
  readonly proposed: TablePlan
  readonly plan: TablePlan
}

/** All tables that something is planned for, in the order in which they come in. */
export const plannedTables = (session: ImportSession, inspection: ImportInspection): readonly PlannedTable[] => {
  const { sources, plans, proposed } = session
  const known = (inspection.plan?.tables ?? []).map((table) => [tableKey(sources, table), table] as const)
  const all = new Map<TableKey, TablePlan>([...known, ...Object.entries(proposed)])
  return [...all]
    .flatMap(([key, table]) => {
      const file = sources.findIndex((source) => key.startsWith(`${source.key}#`))
      return file === -1 ? [] : [{ key, proposed: table, plan: { ...(plans[key] ?? table), file } }]
    })
    .toSorted((one, other) => ORDER.indexOf(one.plan.entity) - ORDER.indexOf(other.plan.entity))
}

/** Those of them that are not left out. */
export const chosenTables = (session: ImportSession, inspection: ImportInspection): readonly PlannedTable[] =>
  plannedTables(session, inspection).filter(({ key }) => !session.left.includes(key))

/** `null` while no table comes in. */
export const planOf = (session: ImportSession, inspection: ImportInspection): ImportPlan | null => {
  const { plan: proposed, files } = inspection
  const tables = chosenTables(session, inspection)
  if (tables.length === 0) return null
  const placed = <T extends object>(byKey: Readonly<Record<TableKey, readonly T[]>>) =>
    tables.flatMap(({ key }, table) => (byKey[key] ?? []).map((each) => ({ ...each, table })))
  return {
    dialects: files.map(({ dialect }) => dialect),
    headingRows: headingRowsOf(session),
    tables: tables.map(({ plan }) => plan),
    sourceId: session.sourceId === undefined ? (proposed?.sourceId ?? null) : session.sourceId,
    mappingId: session.mappingId ?? inspection.mapping?.id ?? null,
    edits: placed(session.edits),
    decisions: placed(session.decisions),
  }
}
