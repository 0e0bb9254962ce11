// The columns of a table and the fields they go to. Those that nothing was proposed for stand first, so that none is left out unseen.
import { Select } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { MappingGroup, MappingRow, MappingTable } from '#renderer/ui/MappingTable.tsx'
import type { InspectedTable } from '#shared/imports/inspection.ts'
import type { ColumnPlan, TablePlan } from '#shared/imports/plan.ts'
import { questionOf } from './column-questions.ts'
import { ColumnReading } from './ColumnReading.tsx'
import { JoinField } from './JoinField.tsx'
import { columnsOf } from './table-changes.ts'
import type { ImportFields } from './use-import-fields.ts'

const GROUPS = ['asked', 'left_out', 'taken', 'elsewhere'] as const

interface ColumnListProps {
  readonly table: InspectedTable
  readonly plan: TablePlan
  /** Decides the order, so that a row does not jump away while it is being chosen for. */
  readonly proposed: TablePlan
  /** What else is read from the same sheet. */
  readonly beside: readonly TablePlan[]
  readonly fields: ImportFields
  readonly isAnswered: (column: number) => boolean
  /** A saved mapping has answered all questions. */
  readonly hasMapping: boolean
  readonly onColumn: (column: number, change: Partial<ColumnPlan>) => void
  readonly onJoin: (field: string, text: string) => void
}

export function ColumnList({ table, plan, proposed, beside, fields, isAnswered, hasMapping, onColumn, onJoin }: ColumnListProps) {
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
              // Choosing what is chosen already is no wish to leave the column out; the cross is.
              allowDeselect={false}
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
                entity={plan.entity}
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
  // As it was proposed, and not as it stands now: a row that was just seen to stays where it is.
  const groupOf = ({ inspected, place }: (typeof columns)[number]): (typeof GROUPS)[number] => {
    const key = proposed.columns[place]?.field ?? null
    if (key === null)
      return beside.some(({ columns: other }) => (other[place]?.field ?? null) !== null) ? 'elsewhere' : 'left_out'
    return questionOf(inspected, fields.fieldOf(key)?.kind ?? null) && !hasMapping ? 'asked' : 'taken'
  }
  return (
    <MappingTable
      label={t('imports.screen.step.columns')}
      headings={[t('imports.columns.heading'), t('imports.columns.field'), t('imports.columns.how')]}
    >
      {GROUPS.map((group) => {
        const some = columns.filter((column) => groupOf(column) === group)
        return (
          some.length > 0 && (
            <MappingGroup key={group} title={t(`imports.columns.${group}`, { count: some.length })}>
              {rows(some)}
            </MappingGroup>
          )
        )
      })}
    </MappingTable>
  )
}
