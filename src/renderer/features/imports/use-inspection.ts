// What the chosen files hold, and the plan for them as it stands.
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import type { ImportInspection, InspectedTable } from '#shared/imports/inspection.ts'
import type { ImportEntity, ImportPlan, TablePlan } from '#shared/imports/plan.ts'
import { type SessionHold, type TableKey, useImportSession } from './import-session.ts'
import { withoutRows } from './session-changes.ts'
import { chosenTables, dialectsOf, headingRowsOf, plannedTables, type PlannedTable, planOf, sheetKey } from './session-plan.ts'

/** The keys of queries name a file by its own: a dropped one has no name for the engine yet. */
const inspectKey = ({ sources, entity, dialects, headingRows }: SessionHold['session']) => [
  'imports.inspect',
  sources.map(({ key }) => key),
  entity,
  dialects,
  headingRows,
]

export const useInspection = () => {
  const hold = useImportSession()
  const { session } = hold
  const query = useQuery({
    ...useApi().imports.inspect({
      files: session.sources.map(({ file }) => file),
      entity: session.entity,
      dialects: dialectsOf(session),
      headingRows: headingRowsOf(session),
    }),
    queryKey: inspectKey(session),
    enabled: session.sources.length > 0,
    placeholderData: keepPreviousData,
  })
  return { ...hold, query }
}

export interface Planned {
  readonly inspection: ImportInspection
  readonly tables: readonly PlannedTable[]
  /** Those that come in; their places are those in the plan. */
  readonly chosen: readonly PlannedTable[]
  readonly plan: ImportPlan | null
  readonly sheetOf: (table: TablePlan) => InspectedTable | undefined
}

export const planned = (session: SessionHold['session'], inspection: ImportInspection): Planned => ({
  inspection,
  tables: plannedTables(session, inspection),
  chosen: chosenTables(session, inspection),
  plan: planOf(session, inspection),
  sheetOf: ({ file, table }) => inspection.tables.find((sheet) => sheet.file === file && sheet.table === table),
})

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
