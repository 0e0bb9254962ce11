// What the rows are, and how the file is to be read. Changing one of these makes a new proposal for the columns.
import { Select } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FieldRow } from '#renderer/ui/StepBody.tsx'
import { csvDialect, type CsvDialect, type ImportEntity, importEntity } from '#shared/imports/import.ts'
import type { MessageKey } from '#shared/messages.ts'

const DELIMITERS: Readonly<Record<CsvDialect['delimiter'], MessageKey>> = {
  ',': 'imports.delimiter.comma',
  ';': 'imports.delimiter.semicolon',
  '\t': 'imports.delimiter.tab',
  '|': 'imports.delimiter.bar',
}

interface DialectFieldsProps {
  readonly entity: ImportEntity
  readonly dialect: CsvDialect
  readonly onChange: (change: { readonly entity?: ImportEntity; readonly dialect?: CsvDialect }) => void
}

export function DialectFields({ entity, dialect, onChange }: DialectFieldsProps) {
  const t = useT()
  const { encoding, delimiter } = csvDialect.shape

  return (
    <FieldRow>
      <Select
        label={t('imports.columns.entity')}
        allowDeselect={false}
        data={importEntity.options.map((value) => ({ value, label: t(`imports.entity.${value}`) }))}
        value={entity}
        onChange={(value) => value && onChange({ entity: value })}
      />
      <Select
        label={t('imports.columns.encoding')}
        allowDeselect={false}
        data={encoding.options.map((value) => ({ value, label: t(`imports.encoding.${value}`) }))}
        value={dialect.encoding}
        onChange={(value) => value && onChange({ dialect: { ...dialect, encoding: value } })}
      />
      <Select
        label={t('imports.columns.delimiter')}
        allowDeselect={false}
        data={delimiter.options.map((value) => ({ value, label: t(DELIMITERS[value]) }))}
        value={dialect.delimiter}
        onChange={(value) => value && onChange({ dialect: { ...dialect, delimiter: value } })}
      />
    </FieldRow>
  )
}
