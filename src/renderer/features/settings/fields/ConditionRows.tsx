// The conditions of a rule, one a row, all joined by “and” or by “or”.
import { ActionIcon, Button, Group, Input, SegmentedControl, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { fieldLabel } from '#renderer/records/lists/field-words.ts'
import type { FieldedType } from '#shared/base/fields.ts'
import type { Condition } from '#shared/custom-fields/field-rule.ts'
import { canAskOf } from '#shared/custom-fields/rule-columns.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import { ConditionValue } from './ConditionValue.tsx'
import classes from './Fields.module.css'
import { conditionOperators } from './rule-draft.ts'

interface ConditionRowsProps {
  readonly entity: FieldedType
  readonly fields: readonly ListField[]
  readonly join: 'and' | 'or'
  readonly items: readonly Condition[]
  readonly error: ReactNode
  readonly onJoin: (join: 'and' | 'or') => void
  readonly onChange: (items: Condition[]) => void
}

export function ConditionRows({ entity, fields, join, items, error, onJoin, onChange }: ConditionRowsProps) {
  const t = useT()
  const offered = fields.filter((field) => canAskOf(field, entity))
  const set = (index: number, changes: Partial<Condition>) =>
    onChange(items.map((item, at) => (at === index ? { ...item, ...changes } : item)))

  return (
    <Input.Wrapper label={t('customFields.when')} labelElement="div" error={error}>
      <div className={classes['conditions']}>
        {items.map((item, index) => {
          const field = offered.find(({ id }) => id === item.field)
          const operators = field ? conditionOperators(field.type) : (['filled', 'empty'] as const)
          return (
            // Conditions have no names: their place is what tells them apart.
            <div key={index} className={classes['condition']}>
              <Select
                searchable
                allowDeselect={false}
                aria-label={t('customFields.condition_field')}
                placeholder={t('customFields.condition_field')}
                nothingFoundMessage={t('base.search_nothing')}
                data={offered.map((one) => ({ value: one.id, label: fieldLabel(t, one) }))}
                value={field?.id ?? null}
                onChange={(id) => {
                  const chosen = offered.find((one) => one.id === id)
                  if (chosen) set(index, { field: chosen.id, ...firstComparison(chosen) })
                }}
              />
              <Select
                allowDeselect={false}
                aria-label={t('customFields.condition_operator')}
                data={operators.map((value) => ({ value, label: t(`customFields.operator.${value}`) }))}
                value={item.operator}
                onChange={(operator) => {
                  const chosen = operators.find((one) => one === operator)
                  if (chosen) set(index, { operator: chosen })
                }}
              />
              {field ? <ConditionValue field={field} condition={item} onChange={(values) => set(index, { values })} /> : <span />}
              <ActionIcon
                size={32}
                aria-label={t('customFields.condition_remove')}
                disabled={items.length === 1}
                onClick={() => onChange(items.filter((_, at) => at !== index))}
              >
                <IconX size={16} stroke={1.5} aria-hidden />
              </ActionIcon>
            </div>
          )
        })}
      </div>
      <Group mt="xs" justify="space-between">
        <Button
          size="xs"
          variant="default"
          disabled={items.length >= 20}
          onClick={() => onChange([...items, { field: '', operator: 'filled', values: [] }])}
        >
          {t('customFields.condition_add')}
        </Button>
        {items.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t('customFields.join')}
            data={[
              { value: 'and', label: t('customFields.join_all') },
              { value: 'or', label: t('customFields.join_any') },
            ]}
            value={join}
            onChange={(next) => onJoin(next === 'or' ? 'or' : 'and')}
          />
        )}
      </Group>
    </Input.Wrapper>
  )
}

const firstComparison = ({ type }: ListField): Pick<Condition, 'operator' | 'values'> => ({
  operator: conditionOperators(type)[0] ?? 'filled',
  values: type === 'boolean' ? [true] : [],
})
