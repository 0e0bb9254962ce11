// The columns of the file and the fields they go to. Those that nothing was proposed for stand first, so that none is left out unseen.
import { Select } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Grid, GridGroup } from '#renderer/ui/Grid.tsx'
import type { ImportPlan } from '#shared/imports/import.ts'
import { faultOf, isTaken, withColumn } from './plan.ts'
import { useImportFields } from './use-import-fields.ts'

interface ColumnTableProps {
  readonly headings: readonly string[]
  readonly samples: readonly (readonly string[])[]
  readonly plan: ImportPlan
  /** Decides the order, so that a row does not jump away while it is being chosen for. */
  readonly proposed: ImportPlan
  readonly onChange: (plan: ImportPlan) => void
}

export function ColumnTable({ headings, samples, plan, proposed, onChange }: ColumnTableProps) {
  const t = useT()
  const { choices } = useImportFields(plan.entity)
  const columns = headings.map((heading, column) => ({
    column,
    name: heading === '' ? t('imports.columns.no_heading', { number: column + 1 }) : heading,
    values: samples[column] ?? [],
    isProposed: proposed.columns[column] !== null,
  }))

  const rowsOf = (some: typeof columns) =>
    some.map(({ column, name, values }) => ({
      id: String(column),
      cells: [
        name,
        values.length === 0 ? t('imports.columns.no_values') : values.join(' · '),
        <Select
          key="field"
          aria-label={t('imports.columns.field_of', { heading: name })}
          placeholder={t('imports.columns.leave_out')}
          clearable
          searchable
          nothingFoundMessage={t('base.search_nothing')}
          data={[...choices]}
          value={plan.columns[column] ?? null}
          error={isTaken(plan.columns, column) && t('imports.columns.twice')}
          onChange={(field) => onChange(withColumn(plan, column, field))}
        />,
      ],
    }))
  const leftOut = columns.filter(({ isProposed }) => !isProposed)
  const taken = columns.filter(({ isProposed }) => isProposed)
  return (
    <Grid
      label={t('imports.screen.step.columns')}
      headings={[t('imports.columns.heading'), t('imports.columns.samples'), t('imports.columns.field')]}
      layout="mapping"
      error={faultOf(plan.columns) === 'none' ? t('imports.columns.none') : null}
    >
      {leftOut.length > 0 && (
        <GridGroup title={t('imports.columns.left_out', { count: leftOut.length })} rows={rowsOf(leftOut)} />
      )}
      {taken.length > 0 && <GridGroup title={t('imports.columns.taken', { count: taken.length })} rows={rowsOf(taken)} />}
    </Grid>
  )
}
