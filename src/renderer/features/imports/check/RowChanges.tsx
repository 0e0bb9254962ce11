// What an update does, field by field, before and after; and what stays because a stronger source wrote it.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { PropertyTable } from '#renderer/ui/PropertyTable.tsx'
import type { PreviewedRow } from '#shared/imports/preview.ts'
import { BY_HAND } from '#shared/imports/sources.ts'
import type { ImportFields } from '../columns/use-import-fields.ts'

interface RowChangesProps {
  readonly changes: PreviewedRow['changes']
  readonly fields: ImportFields
}

export function RowChanges({ changes, fields }: RowChangesProps) {
  const t = useT()
  const said = (value: string | null) => (value === null || value === '' ? t('history.empty_value') : value)

  return (
    <PropertyTable
      rows={changes.map(({ field, before, after, keptBy }) => ({
        id: field,
        name: fields.label(field),
        value: keptBy === null ? t('history.values', { from: said(before), to: said(after) }) : said(before),
        note:
          keptBy === null
            ? null
            : t('imports.detail.kept', { source: keptBy === BY_HAND ? t('imports.source.by_hand') : keptBy, value: said(after) }),
      }))}
    />
  )
}
