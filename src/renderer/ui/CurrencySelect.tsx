// A currency in a form, found by its code or its name. One is always chosen.
import { Select, type SelectProps } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useCurrencyChoices } from './use-currency-choices.ts'

export function CurrencySelect(props: Omit<SelectProps, 'data' | 'searchable' | 'allowDeselect' | 'nothingFoundMessage'>) {
  const t = useT()
  return (
    <Select
      searchable
      allowDeselect={false}
      nothingFoundMessage={t('base.search_nothing')}
      data={useCurrencyChoices()}
      label={props['aria-label'] === undefined ? t('field.currency') : undefined}
      {...props}
    />
  )
}
