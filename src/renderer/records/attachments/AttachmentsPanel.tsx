// The files of a record: what, how large, who and when. A click shows the file; its menu opens, saves, renames and removes it.
import { Button, Menu, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { FileList } from '#renderer/ui/files/FileList.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import type { AttachmentRow } from '#shared/attachments/attachment.ts'
import { AttachmentLine } from './AttachmentLine.tsx'
import { PreviewModal } from './PreviewModal.tsx'
import { RemovedFiles } from './RemovedFiles.tsx'
import { RenameFileForm } from './RenameFileForm.tsx'
import { type RecordPlace, useAddFiles } from './use-add-files.tsx'
import { useArrivals } from './use-arrivals.ts'
import { useFileActions } from './use-file-actions.tsx'

interface AttachmentsPanelProps extends RecordPlace {
  readonly isReadOnly?: boolean
}

export function AttachmentsPanel({ recordType, recordId, isReadOnly = false }: AttachmentsPanelProps) {
  const t = useT()
  const api = useApi()
  const files = useQuery(api.attachments.list({ recordType, recordId }))
  const count = useQuery(api.attachments.count({ recordType, recordId })).data?.count ?? 0
  const { choose, isBusy, dialogs } = useAddFiles({ recordType, recordId })
  const arrivals = useArrivals(recordType, recordId)
  const actions = useFileActions()
  const [shownId, setShownId] = useState<string | null>(null)
  const [renamedId, setRenamed] = useState<string | null>(null)
  const archive = useAction(api.attachments.archive(), {
    said: (_, { id }) => t('attachments.said.removed', { name: nameOf(files.data, id) }),
  })

  if (files.isPending) return <Pending lines={3} />
  if (files.isError) return <ErrorNote error={files.error} onRetry={() => void files.refetch()} />
  const shown = files.data.findIndex(({ id }) => id === shownId)
  const renamed = files.data.find(({ id }) => id === renamedId)

  return (
    <>
      <FileList
        label={t('attachments.title')}
        isEmpty={files.data.length === 0}
        hint={isReadOnly ? null : t('attachments.hint')}
        actions={
          !isReadOnly && (
            <Button variant="default" loading={isBusy} onClick={choose}>
              {t('attachments.add')}
            </Button>
          )
        }
      >
        {files.data.length === 0 && <EmptyState isSmall text={t('attachments.empty')} />}
        {files.data.map((file) => (
          <AttachmentLine
            key={file.id}
            file={file}
            arrival={arrivals.of(file.id)}
            onPreview={() => setShownId(file.id)}
            onOpen={() => actions.open(file)}
            onSaveCopy={() => actions.saveCopy(file)}
          >
            {!isReadOnly && (
              <>
                <Menu.Item onClick={() => setRenamed(file.id)}>{t('attachments.rename')}</Menu.Item>
                <Menu.Item onClick={() => archive.mutate({ id: file.id })}>{t('attachments.remove')}</Menu.Item>
              </>
            )}
          </AttachmentLine>
        ))}
      </FileList>
      {count > files.data.length && <Text c="dimmed">{t('attachments.more', { shown: files.data.length, count })}</Text>}
      {!isReadOnly && <RemovedFiles place={{ recordType, recordId }} />}
      {shown >= 0 && (
        <PreviewModal
          files={files.data}
          index={shown}
          onMove={(index) => setShownId(files.data[index]?.id ?? null)}
          onClose={() => setShownId(null)}
          actions={actions}
        />
      )}
      {renamed && <RenameFileForm file={renamed} onClose={() => setRenamed(null)} />}
      {actions.question}
      {dialogs}
    </>
  )
}

const nameOf = (files: readonly AttachmentRow[] | undefined, id: string): string =>
  files?.find((file) => file.id === id)?.name ?? ''
