// What the chosen files hold, and the plan for them as it stands.
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import type { ActionOf } from '#renderer/api/api.ts'
import type { AppError } from '#shared/base/app-error.ts'
import type { ImportInspection, InspectedTable } from '#shared/imports/inspection.ts'
import type { ImportEntity, ImportPlan, TablePlan } from '#shared/imports/plan.ts'
import { type ImportSession, type TableKey, useImportSession } from './import-session.ts'
import { withoutRows } from './session-changes.ts'
import { chosenTables, dialectsOf, headingRowsOf, plannedTables, type PlannedTable, planOf, sheetKey } from './session-plan.ts'

/** The keys of queries name a file by its own: a dropped one has no name for the engine yet. */
const inspectKey = ({ sources, entity, dialects, headingRows }: ImportSession) => [
  'imports.inspect',
  sources.map(({ key }) => key),
  entity,
  dialects,
  headingRows,
]

export const useInspection = () => {
  const hold = useImportSession()
  const { session } = hold
  const inspect = useReading(useApi().imports.inspect.act())
  const query = useQuery<ImportInspection, AppError>({
    queryFn: ({ signal }) =>
      inspect(
        {
          files: session.sources.map(({ file }) => file),
          entity: session.entity,
          dialects: dialectsOf(session),
          headingRows: headingRowsOf(session),
        },
        signal,
      ),
    queryKey: inspectKey(session),
    enabled: session.sources.length > 0,
    placeholderData: keepPreviousData,
  })
  return { ...hold, query }
}

/** Asks for what takes a while on large files, and tells the session how far it is. */
export const useReading = <Input, Output>({ run }: ActionOf<Input, Output>) => {
  const { change } = useImportSession()
  return async (input: Input, signal: AbortSignal): Promise<Output> => {
    try {
      const { data } = await run(input, { signal, onProgress: (reading) => change({ reading }) })
      return data
    } finally {
      change({ reading: null })
    }
  }
}

export interface Planned {
  readonly inspection: ImportInspection
  readonly tables: readonly PlannedTable[]
  /** Those that come in; their places are those in the plan. */
  readonly chosen: readonly PlannedTable[]
  readonly plan: ImportPlan | null
  readonly sheetOf: (table: TablePlan) => InspectedTable | undefined
}

type PlanPart = 'sources' | 'headingRows' | 'proposed' | 'plans' | 'left' | 'sourceId' | 'mappingId' | 'edits' | 'decisions'

interface Last {
  readonly session: Pick<ImportSession, PlanPart>
  readonly planned: Planned
}

const last = new WeakMap<ImportInspection, Last>()

const isSamePlan = (one: Last['session'], other: Last['session']): boolean =>
  one.sources === other.sources &&
  one.headingRows === other.headingRows &&
  one.proposed === other.proposed &&
  one.plans === other.plans &&
  one.left === other.left &&
  one.sourceId === other.sourceId &&
  one.mappingId === other.mappingId &&
  one.edits === other.edits &&
  one.decisions === other.decisions

/** The same object as long as nothing of it changed: a plan with many decisions is not to be built and compared with every drawing. */
export const planned = (session: ImportSession, inspection: ImportInspection): Planned => {
  const before = last.get(inspection)
  if (before && isSamePlan(before.session, session)) return before.planned
  const now: Planned = {
    inspection,
    tables: plannedTables(session, inspection),
    chosen: chosenTables(session, inspection),
    plan: planOf(session, inspection),
    sheetOf: ({ file, table }) => inspection.tables.find((sheet) => sheet.file === file && sheet.table === table),
  }
  last.set(inspection, { session, planned: now })
  return now
}

const planKeys = new WeakMap<ImportPlan, number>()
let plans = 0

/** Tells plans apart in the keys of queries, by identity: it may hold a hundred thousand decisions. */
export const planKey = (plan: ImportPlan): number => {
  const key = planKeys.get(plan) ?? ++plans
  planKeys.set(plan, key)
  return key
}

/** Has a sheet proposed for anew, as what the user says that its rows are. */
export const useOtherEntity = () => {
  const api = useApi()
  const queryClient = useQueryClient()
  const { session, change } = useImportSession()

  return async (sheet: Pick<InspectedTable, 'file' | 'table'>, entity: ImportEntity): Promise<void> => {
    const source = session.sources[sheet.file]
    if (!source) return
    const only = { ...session, sources: [source], entity }
    const { plan } = await queryClient.fetchQuery({
      ...api.imports.inspect({
        files: [source.file],
        entity,
        dialects: dialectsOf(only),
        headingRows: headingRowsOf(only),
      }),
      queryKey: inspectKey(only),
    })
    const proposal = plan?.tables.find(({ table, isBeside }) => table === sheet.table && !isBeside)
    if (!proposal) return
    const key: TableKey = sheetKey(session.sources, sheet)
    const { [key]: _plan, ...plans } = session.plans
    const { [key]: _answers, ...answered } = session.answered
    change({
      proposed: { ...session.proposed, [key]: { ...proposal, file: sheet.file } },
      plans,
      answered,
      left: session.left.filter((other) => other !== key),
      ...withoutRows(session, (table) => table === key),
    })
  }
}
