// The rest of what can be said about how a column is read, behind a button: what was recognised is nearly always right.
import { ActionIcon, Checkbox, Popover, Select, Stack } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { type ColumnPlan, dateOrder, decimalMark } from '#shared/imports/plan.ts'
import { AMOUNTS, DAYS } from './column-questions.ts'
import type { ImportField } from './use-import-fields.ts'

const UNITS = [1, 1000, 10_000, 1_000_000] as const

interface ColumnMoreProps {
  readonly heading: string
  readonly field: ImportField
  readonly column: ColumnPlan
  /** The order of its dates or the mark of its amounts is asked beside it already. */
  readonly isAsked: boolean
  readonly onChange: (change: Partial<ColumnPlan>) => void
}

export function ColumnMore({ heading, field, column, isAsked, onChange }: ColumnMoreProps) {
  const t = useT()
  const label = t('imports.columns.more', { heading })
  const isAmount = AMOUNTS.has(field.kind)

  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon size={28} variant="subtle" aria-label={label} title={label} data-changed={column.unit !== 1 || undefined}>
          <IconAdjustmentsHorizontal size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Stack gap="sm" w={240}>
          {DAYS.has(field.kind) && !isAsked && (
            <Select
              label={t('imports.columns.date_order')}
              comboboxProps={{ withinPortal: false }}
              allowDeselect={false}
              data={dateOrder.options.map((value) => ({ value, label: t(`imports.date_order.${value}`) }))}
              value={column.dateOrder}
              onChange={(value) => value && onChange({ dateOrder: value })}
            />
          )}
          {isAmount && !isAsked && (
            <Select
              label={t('imports.columns.decimal_mark')}
              comboboxProps={{ withinPortal: false }}
              allowDeselect={false}
              data={decimalMark.options.map((value) => ({
                value,
                label: t(value === '.' ? 'imports.decimal.point' : 'imports.decimal.comma'),
              }))}
              value={column.decimalMark}
              onChange={(value) => value && onChange({ decimalMark: value })}
            />
          )}
          {isAmount && (
            <Select
              label={t('imports.columns.unit')}
              comboboxProps={{ withinPortal: false }}
              allowDeselect={false}
              data={UNITS.map((unit) => ({ value: String(unit), label: t(`imports.unit.${unit}`) }))}
              value={String(column.unit)}
              onChange={(value) => onChange({ unit: UNITS.find((unit) => String(unit) === value) ?? 1 })}
            />
          )}
          <Checkbox
            label={t('imports.columns.nothing')}
            description={t('imports.columns.nothing_text')}
            checked={column.isNothingEmpty}
            onChange={({ currentTarget }) => onChange({ isNothingEmpty: currentTarget.checked })}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
