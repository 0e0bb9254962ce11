// How the file writes days and amounts. Only asked where a column holds some.
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import { locales } from '#renderer/i18n/translate.ts'
import { currencyChoices } from '#renderer/ui/currencies.ts'
import { FieldRow } from '#renderer/ui/StepBody.tsx'
import { dateOrder, decimalMark, type ImportPlan } from '#shared/imports/import.ts'
import { hasDays, hasMoney } from './plan.ts'

const UNITS = [1, 1000, 10000, 1_000_000] as const

interface WritingFieldsProps {
  readonly plan: ImportPlan
  readonly onChange: (plan: ImportPlan) => void
}

export function WritingFields({ plan, onChange }: WritingFieldsProps) {
  const t = useT()
  const locale = locales[useLanguage()]
  const settings = useQuery(useApi().settings.get({}))
  const asksForDays = hasDays(plan.columns)
  const asksForMoney = hasMoney(plan.columns)
  if (!asksForDays && !asksForMoney) return null

  return (
    <FieldRow title={t('imports.columns.how')}>
      {asksForDays && (
        <Select
          label={t('imports.columns.date_order')}
          allowDeselect={false}
          data={dateOrder.options.map((value) => ({ value, label: t(`imports.date_order.${value}`) }))}
          value={plan.dateOrder}
          onChange={(value) => value && onChange({ ...plan, dateOrder: value })}
        />
      )}
      {asksForMoney && (
        <>
          <Select
            label={t('imports.columns.decimal_mark')}
            allowDeselect={false}
            data={decimalMark.options.map((value) => ({
              value,
              label: t(value === '.' ? 'imports.decimal.point' : 'imports.decimal.comma'),
            }))}
            value={plan.decimalMark}
            onChange={(value) => value && onChange({ ...plan, decimalMark: value })}
          />
          <Select
            label={t('imports.columns.unit')}
            allowDeselect={false}
            data={UNITS.map((unit) => ({ value: String(unit), label: t(`imports.unit.${unit}`) }))}
            value={String(plan.amountUnit)}
            onChange={(value) => onChange({ ...plan, amountUnit: UNITS.find((unit) => String(unit) === value) ?? 1 })}
          />
          <Select
            label={t('imports.columns.currency')}
            allowDeselect={false}
            searchable
            nothingFoundMessage={t('base.search_nothing')}
            data={currencyChoices(locale)}
            value={plan.currency ?? settings.data?.currency ?? null}
            onChange={(currency) => onChange({ ...plan, currency })}
          />
        </>
      )}
    </FieldRow>
  )
}
