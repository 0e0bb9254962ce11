// The files of one entry of the timeline, by name below its words; a click shows them.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FileChips } from '#renderer/ui/files/FileChips.tsx'
import { shownFileName } from '#shared/attachments/file-names.ts'
import { shapeOf } from './file-shape.ts'
import { PreviewModal } from './PreviewModal.tsx'
import { useFileActions } from './use-file-actions.tsx'

export function ActivityFiles({ activityId }: { readonly activityId: string }) {
  const t = useT()
  const files = useQuery(useApi().attachments.ofActivity({ activityId })).data ?? []
  const actions = useFileActions()
  const [shown, setShown] = useState<number | null>(null)
  if (files.length === 0) return null
  return (
    <>
      <FileChips
        label={t('attachments.title')}
        files={files.map(({ id, name, mimeType }) => ({ id, name: shownFileName(name), shape: shapeOf(mimeType) }))}
        onOpen={setShown}
      />
      {shown !== null && (
        <PreviewModal files={files} index={shown} onMove={setShown} onClose={() => setShown(null)} actions={actions} />
      )}
      {actions.question}
    </>
  )
}
