// What the rows of a table are, what is done with what is there already, and by what a row is recognised.
import { Checkbox, MultiSelect, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { CurrencySelect } from '#renderer/ui/CurrencySelect.tsx'
import { FieldRow } from '#renderer/ui/StepBody.tsx'
import { entitySpecs } from '#shared/imports/entities/entity-specs.ts'
import { importEntity, importMode, type ImportEntity, type TablePlan } from '#shared/imports/plan.ts'
import type { ImportFields } from './use-import-fields.ts'

const PSEUDO: ReadonlySet<string> = new Set(['row', 'link', 'lineNo', 'product'])

interface TableSettingsProps {
  readonly plan: TablePlan
  readonly fields: ImportFields
  readonly onChange: (change: Partial<TablePlan>) => void
  /** Makes another proposal for the columns. */
  readonly onEntity: (entity: ImportEntity) => void
}

export function TableSettings({ plan, fields, onChange, onEntity }: TableSettingsProps) {
  const t = useT()
  const settings = useQuery(useApi().settings.get({}))
  const { keys, usualKeys } = entitySpecs[plan.entity]
  const keyName = (key: string) => (PSEUDO.has(key) && keys.includes(key) ? keyLabel(key) : fields.label(key))
  const keyLabel = (key: string) => t.known(`imports.key.${key}`, 'imports.field.unknown')
  const isMoney = plan.columns.some(({ field }) => {
    const kind = field === null ? null : fields.fieldOf(field)?.kind
    return kind === 'money' || kind === 'price'
  })

  return (
    <FieldRow>
      <Select
        label={t('imports.columns.entity')}
        allowDeselect={false}
        data={importEntity.options.map((value) => ({ value, label: t(`imports.entity.${value}`) }))}
        value={plan.entity}
        onChange={(value) => value && value !== plan.entity && onEntity(value)}
      />
      <Select
        label={t('imports.columns.mode')}
        allowDeselect={false}
        data={importMode.options.toReversed().map((value) => ({ value, label: t(`imports.mode.${value}`) }))}
        value={plan.mode}
        onChange={(mode) => mode && onChange({ mode })}
      />
      <MultiSelect
        style={{ gridColumn: 'span 2' }}
        label={t('imports.columns.keys')}
        description={t('imports.columns.keys_text')}
        inputWrapperOrder={['label', 'input', 'description']}
        data={keys.map((value) => ({ value, label: keyName(value) }))}
        value={[...(plan.keys.length > 0 ? plan.keys : usualKeys)]}
        onChange={(next) => onChange({ keys: next })}
      />
      {isMoney && (
        <CurrencySelect
          label={t('imports.columns.currency')}
          value={plan.currency ?? settings.data?.currency ?? null}
          onChange={(currency) => onChange({ currency })}
        />
      )}
      {plan.mode !== 'create' && (
        <Checkbox
          label={t('imports.columns.clearing')}
          description={t('imports.columns.clearing_text')}
          checked={plan.isClearing}
          onChange={({ currentTarget }) => onChange({ isClearing: currentTarget.checked })}
        />
      )}
    </FieldRow>
  )
}
