// What stands between the texts of several columns that go to one field. Asked once, at the first of them.
import { Select } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { InlineField } from '#renderer/ui/MappingTable.tsx'
import type { TablePlan } from '#shared/imports/plan.ts'
import { columnsOf } from './table-changes.ts'
import type { ImportField } from './use-import-fields.ts'

const SEPARATORS = [
  [' ', 'space'],
  ['', 'nothing'],
  [', ', 'comma'],
  ['\n', 'line'],
  [' / ', 'slash'],
] as const

interface JoinFieldProps {
  readonly plan: TablePlan
  readonly field: ImportField
  readonly isFirst: boolean
  readonly onJoin: (field: string, text: string) => void
}

const JOINED: ReadonlySet<string> = new Set(['text', 'longText', 'name'])

export function JoinField({ plan, field, isFirst, onJoin }: JoinFieldProps) {
  const t = useT()
  const count = columnsOf(plan, field.key).length
  if (count < 2 || !JOINED.has(field.kind)) return null
  if (!isFirst) return <span>{t('imports.columns.joined')}</span>

  return (
    <InlineField label={t('imports.columns.join', { count })}>
      <Select
        aria-label={t('imports.columns.join_of', { field: field.label })}
        w={132}
        allowDeselect={false}
        data={SEPARATORS.map(([value, name]) => ({ value, label: t(`imports.join.${name}`) }))}
        value={plan.joins[field.key] ?? ' '}
        onChange={(text) => text !== null && onJoin(field.key, text)}
      />
    </InlineField>
  )
}
