// Questions about a plan that the screens ask. Pure.
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import { type ImportEntity, importFields, type ImportPlan } from '#shared/imports/import.ts'

type Columns = ImportPlan['columns']

const DAYS = ['openedOn', 'expectedCloseOn', 'closedOn', 'birthday']
const MONEY = ['amount', 'annualRevenue']

export const fieldsOf = (entity: ImportEntity): readonly string[] => importFields[entity]

/** Own fields say by the first letter of their keys what they hold. */
export const hasDays = (columns: Columns): boolean =>
  columns.some((field) => field !== null && (DAYS.includes(field) || ['d', 't'].includes(storageClassOf(field) ?? '')))

export const hasMoney = (columns: Columns): boolean => columns.some((field) => field !== null && MONEY.includes(field))

export const hasStages = ({ entity, columns }: ImportPlan): boolean => entity === 'deal' && columns.includes('stageName')

/** Whether another column goes to the same field. */
export const isTaken = (columns: Columns, column: number): boolean =>
  columns[column] !== null && columns.some((field, other) => other !== column && field === columns[column])

export type PlanFault = 'none' | 'twice'

/** What has to be mended before the rows can be checked; `null`: nothing. */
export const faultOf = (columns: Columns): PlanFault | null => {
  if (columns.every((field) => field === null)) return 'none'
  return columns.some((_field, column) => isTaken(columns, column)) ? 'twice' : null
}

export const withColumn = (plan: ImportPlan, column: number, field: string | null): ImportPlan => ({
  ...plan,
  columns: plan.columns.with(column, field),
})

export const withStage = (plan: ImportPlan, name: string, changes: Partial<ImportPlan['stages'][number]>): ImportPlan => ({
  ...plan,
  stages: plan.stages.map((stage) => (stage.name === name ? { ...stage, ...changes } : stage)),
})
