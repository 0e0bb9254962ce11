// Around a record that is shown: files can be dropped on it, and it is remembered as looked at.
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import type { RecordType } from '#shared/base/fields.ts'
import { RecordDropZone } from './attachments/RecordDropZone.tsx'

interface RecordFrameProps {
  readonly recordType: RecordType
  readonly record: { readonly id: string; readonly archivedAt: string | null }
  readonly children: ReactNode
}

export function RecordFrame({ recordType, record, children }: RecordFrameProps) {
  const { id, archivedAt } = record
  const open = useAction(useApi().recents.open())
  const remember = useEffectEvent((recordId: string) => open.mutate({ recordType, recordId }))
  useEffect(() => remember(id), [id])

  return (
    <RecordDropZone recordType={recordType} recordId={id} isReadOnly={archivedAt !== null}>
      {children}
    </RecordDropZone>
  )
}
