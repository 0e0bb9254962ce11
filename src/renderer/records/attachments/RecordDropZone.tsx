// Around a record's page: files dropped or pictures pasted anywhere on it are added to the record.
import type { ReactNode } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { DropArea } from '#renderer/ui/files/DropArea.tsx'
import { fromPage, withPastedName } from './given-files.ts'
import { type RecordPlace, useAddFiles } from './use-add-files.tsx'

interface RecordDropZoneProps extends RecordPlace {
  /** An archived record takes nothing. */
  readonly isReadOnly?: boolean
  readonly children: ReactNode
}

export function RecordDropZone({ recordType, recordId, isReadOnly = false, children }: RecordDropZoneProps) {
  const t = useT()
  const format = useFormat()
  const { add, dialogs } = useAddFiles({ recordType, recordId })
  const paste = (files: readonly File[]) => {
    const name = t('attachments.pasted_name', { when: `${format.today()} ${format.timeNow().replace(':', '.')}` })
    add(files.map((file) => fromPage(withPastedName(file, name))))
  }
  return (
    <DropArea
      hint={t('attachments.drop_here')}
      isDisabled={isReadOnly}
      onFiles={(files) => add(files.map(fromPage))}
      onPaste={paste}
    >
      {children}
      {dialogs}
    </DropArea>
  )
}
