// One condition: the field, how it is compared, and what with.
import { Select } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { operandOf, type Operator, operatorsOf } from '#shared/lists/field-type.ts'
import type { Condition } from '#shared/lists/filter.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import { fieldLabel } from './field-words.ts'
import classes from './FilterPanel.module.css'
import { OperandInput } from './OperandInput.tsx'

interface ConditionEditorProps {
  readonly fields: readonly ListField[]
  readonly condition: Condition
  readonly onChange: (condition: Condition) => void
  /** The field is fixed where the condition stands for itself. */
  readonly hasField: boolean
}

export function ConditionEditor({ fields, condition, onChange, hasField }: ConditionEditorProps) {
  const t = useT()
  const field = fields.find(({ id }) => id === condition.field)

  return (
    <div className={classes['condition']} data-alone={!hasField || undefined}>
      {hasField && (
        <Select
          aria-label={t('lists.filter.field')}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t('base.search_nothing')}
          data={fields.filter(({ isFilterable }) => isFilterable).map((one) => ({ value: one.id, label: fieldLabel(t, one) }))}
          value={field ? field.id : null}
          placeholder={field ? '' : t('lists.words.gone_field')}
          onChange={(id) => {
            const next = fields.find((one) => one.id === id)
            if (next) onChange(newCondition(next))
          }}
        />
      )}
      {field && (
        <>
          <Select
            aria-label={t('lists.filter.operator')}
            allowDeselect={false}
            data={operatorsOf[field.type].map((one) => ({ value: one, label: t(`lists.operator.${one}`) }))}
            value={condition.operator}
            onChange={(next) => {
              const operator = operatorsOf[field.type].find((one) => one === next)
              if (operator) onChange(withOperator(field, condition, operator))
            }}
          />
          <OperandInput
            key={`${field.id} ${operandOf(field.type, condition.operator)}`}
            isFirst={!hasField}
            field={field}
            condition={condition}
            onChange={(value, currency) =>
              onChange({ field: field.id, operator: condition.operator, value, ...(currency && { currency }) })
            }
          />
        </>
      )}
    </div>
  )
}

/** The usual question of a field, its answer still open. */
export const newCondition = ({ id, type }: ListField): Condition => ({
  field: id,
  operator: operatorsOf[type][0] ?? 'empty',
  value: operandOf(type, operatorsOf[type][0] ?? 'empty') === 'period' ? 'thisWeek' : null,
})

/** What was compared with stays where the new operator asks for the same kind of thing. */
const withOperator = ({ type }: ListField, condition: Condition, operator: Operator): Condition => {
  const isSame = operandOf(type, operator) === operandOf(type, condition.operator)
  const value = isSame ? condition.value : operandOf(type, operator) === 'period' ? 'thisWeek' : null
  return { ...condition, operator, value }
}
