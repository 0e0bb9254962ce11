// One table: what its rows are, where its columns go, what is the same in every row, and where the stages of its deals go.
import { Text } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { InspectedTable } from '#shared/imports/inspection.ts'
import type { ColumnPlan, TablePlan } from '#shared/imports/plan.ts'
import type { PlannedTable } from '../session-plan.ts'
import { withoutRows } from '../session-changes.ts'
import { useInspection, useOtherEntity } from '../use-inspection.ts'
import { ColumnList } from './ColumnList.tsx'
import { ConstantFields } from './ConstantFields.tsx'
import { StageTable } from './StageTable.tsx'
import { type TableFault, withColumn } from './table-changes.ts'
import { TableSettings } from './TableSettings.tsx'
import { useImportFields } from './use-import-fields.ts'

interface TableColumnsProps {
  readonly table: PlannedTable
  readonly sheet: InspectedTable | undefined
  /** What else is read from the same sheet. */
  readonly beside: readonly TablePlan[]
  readonly faults: readonly TableFault[]
}

export function TableColumns({ table: { key, plan, proposed }, sheet, beside, faults }: TableColumnsProps) {
  const t = useT()
  const { session, change, query } = useInspection()
  const setEntity = useOtherEntity()
  const fields = useImportFields(plan.entity)
  const answered = session.answered[key] ?? []
  const hasMapping = (query.data?.mapping ?? null) !== null
  const set = (next: TablePlan, more: Partial<typeof session> = {}) =>
    change({ plans: { ...session.plans, [key]: next }, ...withoutRows(session, (table) => table === key), ...more })
  const setColumn = (column: number, changes: Partial<ColumnPlan>) => {
    // Saying how the dates are written answers the question, also by leaving them as they were read.
    const answers = changes.dateOrder !== undefined || changes.decimalMark !== undefined
    set(withColumn(plan, column, changes), answers ? { answered: { ...session.answered, [key]: [...answered, column] } } : {})
  }

  return (
    <>
      {plan.isBeside && <Text c="dimmed">{t('imports.columns.beside')}</Text>}
      <TableSettings
        plan={plan}
        fields={fields}
        onChange={(changes) => set({ ...plan, ...changes })}
        onEntity={(entity) => void setEntity(plan, entity)}
      />
      {sheet && (
        <ColumnList
          table={sheet}
          plan={plan}
          proposed={proposed}
          beside={beside}
          fields={fields}
          isAnswered={(column) => hasMapping || answered.includes(column)}
          hasMapping={hasMapping}
          onColumn={setColumn}
          onJoin={(field, text) => set({ ...plan, joins: { ...plan.joins, [field]: text } })}
        />
      )}
      {faults.includes('nothing') && (
        <Text role="alert" c="red">
          {t('imports.columns.none')}
        </Text>
      )}
      {faults.includes('unnamed') && (
        <Text role="alert" c="red">
          {t('imports.columns.unnamed')}
        </Text>
      )}
      {plan.entity === 'deal' && plan.stages.length > 0 && plan.columns.some(({ field }) => field === 'stage') && (
        <StageTable plan={plan} onChange={set} />
      )}
      <ConstantFields constants={plan.constants} fields={fields} onChange={(constants) => set({ ...plan, constants })} />
    </>
  )
}
