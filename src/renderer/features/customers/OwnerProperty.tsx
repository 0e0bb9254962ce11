// Who is in charge of a record, chosen among the people of the office.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EditableChoice } from '#renderer/ui/EditableChoice.tsx'

interface OwnerPropertyProps {
  readonly ownerId: string | null
  readonly onSave: (ownerId: string | null) => Promise<unknown>
  readonly isReadOnly?: boolean
  /** Its name in the log. */
  readonly field?: string
  /** `Owner`, unless the record calls it otherwise (a ticket's assignee). */
  readonly label?: string
}

export function OwnerProperty({ ownerId, onSave, isReadOnly = false, label, field }: OwnerPropertyProps) {
  const t = useT()
  const users = useQuery(useApi().users.list({}))

  return (
    <EditableChoice
      label={label ?? t('field.ownerId')}
      value={ownerId}
      choices={(users.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      isClearable
      isReadOnly={isReadOnly}
      field={field}
      onSave={onSave}
    />
  )
}
