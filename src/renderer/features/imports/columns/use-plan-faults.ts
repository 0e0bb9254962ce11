// What stands in the way of checking the rows, table by table.
import { useQueries } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { fieldedType } from '#shared/base/fields.ts'
import { type ImportSession, useImportSession } from '../import-session.ts'
import type { Planned } from '../use-inspection.ts'
import { fieldKinds } from './field-kinds.ts'
import { faultsOf, type TableFault } from './table-changes.ts'

export interface FaultyTable {
  readonly key: string
  readonly faults: readonly TableFault[]
}

/** Whether it was said how the dates or amounts of a column are written. A saved mapping has said it before. */
export const isAnswered = (session: ImportSession, planned: Planned, key: string, column: number): boolean =>
  planned.inspection.mapping !== null || (session.answered[key]?.includes(column) ?? false)

export const usePlanFaults = (planned: Planned): readonly FaultyTable[] => {
  const { session } = useImportSession()
  const api = useApi()
  const entities = fieldedType.options
  const books = useQueries({ queries: entities.map((entity) => api.customFields.list({ entity })) })

  return planned.chosen.flatMap(({ key, plan }) => {
    const own = books[entities.findIndex((entity) => entity === plan.entity)]?.data?.fields ?? []
    const faults = faultsOf(plan, planned.sheetOf(plan), fieldKinds(plan.entity, own), (column) =>
      isAnswered(session, planned, key, column),
    )
    return faults.length === 0 ? [] : [{ key, faults }]
  })
}
