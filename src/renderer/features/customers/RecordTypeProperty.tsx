// Which of the office's own kinds of company, person, deal or ticket a record is; not shown where the office has none.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EditableChoice } from '#renderer/ui/EditableChoice.tsx'
import type { FieldedType } from '#shared/base/fields.ts'

interface RecordTypePropertyProps {
  readonly entity: FieldedType
  readonly value: string | null
  readonly isReadOnly: boolean
  readonly onSave: (recordTypeId: string | null) => Promise<unknown>
}

export function RecordTypeProperty({ entity, value, isReadOnly, onSave }: RecordTypePropertyProps) {
  const t = useT()
  const types = useQuery(useApi().customFields.list({ entity })).data?.recordTypes ?? []
  if (types.length === 0) return null
  return (
    <EditableChoice
      label={t('field.recordTypeId')}
      field="recordTypeId"
      value={value}
      choices={types.map(({ id, name }) => ({ value: id, label: name }))}
      isClearable
      isReadOnly={isReadOnly}
      onSave={onSave}
    />
  )
}
