// How the cells of one column are read. What is certain or does not matter is not asked; the rest can be opened.
import { Checkbox, Select } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { InlineField } from '#renderer/ui/MappingTable.tsx'
import type { InspectedColumn } from '#shared/imports/inspection.ts'
import type { ColumnPlan, ImportEntity, ReferenceBy } from '#shared/imports/plan.ts'
import { ChoiceButton } from './ChoiceButton.tsx'
import { answerOf, questionOf } from './column-questions.ts'
import { ColumnMore } from './ColumnMore.tsx'
import { OpenQuestion } from './OpenQuestion.tsx'
import type { ImportField } from './use-import-fields.ts'

interface ColumnReadingProps {
  readonly entity: ImportEntity
  readonly heading: string
  readonly inspected: InspectedColumn | undefined
  readonly field: ImportField
  readonly column: ColumnPlan
  /** Whether the user, or a saved mapping, has said how its dates or amounts are written. */
  readonly isAnswered: boolean
  readonly onChange: (change: Partial<ColumnPlan>) => void
}

/** Fields that can be taken apart: a person's name into family and given name, an address into street, city and postcode. */
const isSplittable = (entity: ImportEntity, { key, kind }: ImportField): boolean =>
  (entity === 'contact' && kind === 'name') || key === 'address'

export function ColumnReading({ entity, heading, inspected, field, column, isAnswered, onChange }: ColumnReadingProps) {
  const t = useT()
  const question = questionOf(inspected, field.kind)
  const ways: readonly ReferenceBy[] = field.spec?.by ?? []

  return (
    <>
      {question && (
        <OpenQuestion question={question} answer={isAnswered ? answerOf(question, column) : null} onAnswer={onChange} />
      )}
      {ways.length > 1 && (
        <InlineField label={t('imports.columns.by')}>
          <Select
            aria-label={t('imports.columns.by_of', { heading })}
            w={148}
            allowDeselect={false}
            data={ways.map((value) => ({ value, label: t(`imports.by.${value}`) }))}
            value={column.by}
            onChange={(by) => by && onChange({ by })}
          />
        </InlineField>
      )}
      {isSplittable(entity, field) && (
        <Checkbox
          label={t(field.kind === 'name' ? 'imports.columns.split_name' : 'imports.columns.split_address')}
          checked={column.isSplit}
          onChange={({ currentTarget }) => onChange({ isSplit: currentTarget.checked })}
        />
      )}
      {inspected !== undefined && inspected.carried !== null && (
        <Checkbox
          label={t('imports.columns.carried', { rows: inspected.carried.rows })}
          checked={column.isCarriedDown}
          onChange={({ currentTarget }) => onChange({ isCarriedDown: currentTarget.checked })}
        />
      )}
      <ChoiceButton heading={heading} field={field} values={inspected?.values ?? []} column={column} onChange={onChange} />
      <ColumnMore heading={heading} field={field} column={column} isAsked={question !== null} onChange={onChange} />
    </>
  )
}
