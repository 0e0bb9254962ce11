// Changes to the plan of one table, and what stands in its way. Pure.
import type { InspectedTable } from '#shared/imports/inspection.ts'
import type { ColumnPlan, StagePlan, TablePlan } from '#shared/imports/plan.ts'
import { entitySpecs } from '#shared/imports/entities/entity-specs.ts'
import { questionOf } from './column-questions.ts'
import type { KindOf } from './field-kinds.ts'

export const withColumn = (plan: TablePlan, column: number, change: Partial<ColumnPlan>): TablePlan => ({
  ...plan,
  columns: plan.columns.map((each, place) => (place === column ? { ...each, ...change } : each)),
})

export const withStage = (plan: TablePlan, name: string, changes: Partial<StagePlan>): TablePlan => ({
  ...plan,
  stages: plan.stages.map((stage) => (stage.name === name ? { ...stage, ...changes } : stage)),
})

/** The columns that go to one field, in their order. */
export const columnsOf = ({ columns }: TablePlan, field: string): readonly number[] =>
  columns.flatMap((each, place) => (each.field === field ? [place] : []))

export type TableFault = 'nothing' | 'unnamed' | 'unanswered'

/** What has to be mended before its rows can be checked. */
export const faultsOf = (
  plan: TablePlan,
  inspected: InspectedTable | undefined,
  kindOf: KindOf,
  isAnswered: (column: number) => boolean,
): readonly TableFault[] => {
  const taken = new Set([...plan.columns.flatMap(({ field }) => field ?? []), ...plan.constants.map(({ field }) => field)])
  const { named } = entitySpecs[plan.entity]
  const isOpen = plan.columns.some(({ field }, column) => {
    const kind = field === null ? null : kindOf(field)
    return questionOf(inspected?.columns[column], kind) !== null && !isAnswered(column)
  })
  if (plan.columns.every(({ field }) => field === null)) return ['nothing']
  return [...(named.some((field) => taken.has(field)) ? [] : ['unnamed' as const]), ...(isOpen ? ['unanswered' as const] : [])]
}
