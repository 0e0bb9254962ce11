// Fields that are the same in every row: the owner of all, the tag of the fair.
import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { PairRows, PairRow } from '#renderer/ui/PairRows.tsx'
import type { TablePlan } from '#shared/imports/plan.ts'
import type { ImportFields } from './use-import-fields.ts'

interface ConstantFieldsProps {
  readonly constants: TablePlan['constants']
  readonly fields: ImportFields
  readonly onChange: (constants: TablePlan['constants']) => void
}

export function ConstantFields({ constants, fields, onChange }: ConstantFieldsProps) {
  const t = useT()
  const data = fields.choices.map(({ group, items }) => ({ group, items: [...items] }))
  const set = (place: number, change: Partial<TablePlan['constants'][number]>) =>
    onChange(constants.map((constant, at) => (at === place ? { ...constant, ...change } : constant)))
  const first = fields.choices.flatMap(({ items }) => items).find(({ value }) => constants.every(({ field }) => field !== value))

  return (
    <PairRows
      title={t('imports.constants.title')}
      text={t('imports.constants.text')}
      action={
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} stroke={1.5} aria-hidden />}
          disabled={!first}
          onClick={() => first && onChange([...constants, { field: first.value, value: '' }])}
        >
          {t('imports.constants.add')}
        </Button>
      }
    >
      {constants.map(({ field, value }, place) => (
        <PairRow key={place}>
          <Select
            aria-label={t('imports.constants.field', { number: place + 1 })}
            allowDeselect={false}
            searchable
            nothingFoundMessage={t('base.search_nothing')}
            data={data}
            value={field}
            onChange={(next) => next && set(place, { field: next })}
          />
          <TextInput
            aria-label={t('imports.constants.value', { field: fields.label(field) })}
            value={value}
            onChange={({ currentTarget }) => set(place, { value: currentTarget.value })}
          />
          <ActionIcon
            size={32}
            variant="subtle"
            aria-label={t('imports.constants.remove', { field: fields.label(field) })}
            onClick={() => onChange(constants.filter((_, at) => at !== place))}
          >
            <IconX size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </PairRow>
      ))}
    </PairRows>
  )
}
