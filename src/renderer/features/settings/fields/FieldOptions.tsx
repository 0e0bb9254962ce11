// What a type has to be told: the digits of a number, the currency of an amount, where a link leads, how a number is written.
import { Group, NumberInput, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { CurrencySelect } from '#renderer/ui/CurrencySelect.tsx'
import { fieldedType } from '#shared/base/fields.ts'
import type { CustomFieldType } from '#shared/custom-fields/field-type.ts'
import type { FieldOptionValues } from './field-options.ts'

interface FieldOptionsProps {
  readonly type: CustomFieldType
  /** Currency and kind of record are said once. */
  readonly isNew: boolean
  readonly field: <Name extends keyof FieldOptionValues>(name: Name) => { readonly value: FieldOptionValues[Name] }
}

export function FieldOptions({ type, isNew, field }: FieldOptionsProps) {
  const t = useT()
  const settings = useQuery(useApi().settings.get({}))

  return (
    <>
      {type === 'number' && (
        <Group grow align="flex-start">
          <NumberInput label={t('customFields.decimals')} min={0} max={6} allowDecimal={false} {...field('decimals')} />
          <TextInput label={t('customFields.unit')} placeholder="kg" {...field('unit')} />
        </Group>
      )}
      {type === 'money' && isNew && (
        <CurrencySelect {...field('currency')} value={field('currency').value ?? settings.data?.currency ?? null} />
      )}
      {type === 'reference' && isNew && (
        <Select
          allowDeselect={false}
          label={t('customFields.target')}
          data={fieldedType.options.map((value) => ({ value, label: t(`customFields.entity.${value}`) }))}
          {...field('target')}
        />
      )}
      {type === 'autoNumber' && (
        <Group grow align="flex-start">
          <TextInput label={t('customFields.prefix')} placeholder="HT" {...field('prefix')} />
          <NumberInput label={t('customFields.width')} min={1} max={12} allowDecimal={false} {...field('width')} />
        </Group>
      )}
      <TextInput label={t('customFields.help_text')} description={t('customFields.help_hint')} {...field('help')} />
    </>
  )
}
