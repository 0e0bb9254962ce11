// The columns of a table and the fields they go to. Those that nothing was proposed for stand first, so that none is left out unseen.
import { Select } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { MappingGroup, MappingRow, MappingTable } from '#renderer/ui/MappingTable.tsx'
import type { InspectedTable } from '#shared/imports/inspection.ts'
import type { ColumnPlan, TablePlan } from '#shared/imports/plan.ts'
import { ColumnReading } from './ColumnReading.tsx'
import { JoinField } from './JoinField.tsx'
import { columnsOf } from './table-changes.ts'
import type { ImportFields } from './use-import-fields.ts'

interface ColumnListProps {
  readonly table: InspectedTable
  readonly plan: TablePlan
  /** Decides the order, so that a row does not jump away while it is being chosen for. */
  readonly proposed: TablePlan
  readonly fields: ImportFields
  readonly isAnswered: (column: number) => boolean
  readonly onColumn: (column: number, change: Partial<ColumnPlan>) => void
  readonly onJoin: (field: string, text: string) => void
}

export function ColumnList({ table, plan, proposed, fields, isAnswered, onColumn, onJoin }: ColumnListProps) {
  const t = useT()
  const columns = table.columns.map((inspected, place) => ({
    inspected,
    place,
    name: inspected.heading === '' ? t('imports.columns.no_heading', { number: place + 1 }) : inspected.heading,
  }))
  const data = fields.choices.map(({ group, items }) => ({ group, items: [...items] }))

  const rows = (some: typeof columns) =>
    some.map(({ inspected, place, name }) => {
      const column = plan.columns[place]
      if (!column) return null
      const field = column.field === null ? null : fields.fieldOf(column.field)
      return (
        <MappingRow
          key={place}
          name={name}
          note={inspected.samples.length === 0 ? t('imports.columns.no_values') : inspected.samples.join(' · ')}
          target={
            <Select
              aria-label={t('imports.columns.field_of', { heading: name })}
              placeholder={t('imports.columns.leave_out')}
              clearable
              clearButtonProps={{ 'aria-label': t('base.clear') }}
              searchable
              nothingFoundMessage={t('base.search_nothing')}
              maxDropdownHeight={320}
              data={data}
              value={column.field}
              onChange={(next) => onColumn(place, { field: next, choices: [] })}
            />
          }
        >
          {field && (
            <>
              <ColumnReading
                heading={name}
                inspected={inspected}
                field={field}
                column={column}
                isAnswered={isAnswered(place)}
                onChange={(change) => onColumn(place, change)}
              />
              <JoinField plan={plan} field={field} isFirst={columnsOf(plan, field.key)[0] === place} onJoin={onJoin} />
            </>
          )}
        </MappingRow>
      )
    })
  const isTaken = ({ place }: { readonly place: number }) => (proposed.columns[place]?.field ?? null) !== null
  const leftOut = columns.filter((column) => !isTaken(column))
  const taken = columns.filter(isTaken)
  return (
    <MappingTable
      label={t('imports.screen.step.columns')}
      headings={[t('imports.columns.heading'), t('imports.columns.field'), t('imports.columns.how')]}
    >
      {leftOut.length > 0 && (
        <MappingGroup title={t('imports.columns.left_out', { count: leftOut.length })}>{rows(leftOut)}</MappingGroup>
      )}
      {taken.length > 0 && <MappingGroup title={t('imports.columns.taken', { count: taken.length })}>{rows(taken)}</MappingGroup>}
    </MappingTable>
  )
}
