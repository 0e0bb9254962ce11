// The files of a record one after the other: pictures, PDFs and texts are shown, everything else says how to get at it.
import { Button } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { NoView, PictureView, TextView } from '#renderer/ui/files/FileViews.tsx'
import { PreviewFrame } from '#renderer/ui/files/PreviewFrame.tsx'
import { PdfPreview } from '#renderer/ui/PdfPreview.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import type { Attachment } from '#shared/attachments/attachment.ts'
import { type PreviewKind, previewOf } from '#shared/attachments/file-kinds.ts'
import { shownFileName } from '#shared/attachments/file-names.ts'
import { decodeText } from './decode-text.ts'
import type { FileActions } from './use-file-actions.tsx'
import { useArrivals, useArrivalWords } from './use-arrivals.ts'
import { useFileContent } from './use-file-content.ts'

const MEGABYTE = 1024 * 1024
/** What can be drawn at once without the page running out of memory. */
const MOST: Readonly<Record<PreviewKind, number>> = { picture: 50 * MEGABYTE, pdf: 100 * MEGABYTE, text: 2 * MEGABYTE }

interface PreviewModalProps {
  readonly files: readonly Attachment[]
  readonly index: number
  readonly onMove: (index: number) => void
  readonly onClose: () => void
  readonly actions: FileActions
}

export function PreviewModal({ files, index, onMove, onClose, actions }: PreviewModalProps) {
  const t = useT()
  const file = files[index]
  if (!file) return null
  const name = shownFileName(file.name)
  const step = (to: number) => (files[to] ? () => onMove(to) : null)

  return (
    <PreviewFrame
      label={t('attachments.preview_of', { name })}
      name={name}
      place={t('attachments.place', { index: index + 1, count: files.length })}
      previous={{ label: t('attachments.previous'), go: step(index - 1) }}
      next={{ label: t('attachments.next'), go: step(index + 1) }}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" size="xs" onClick={() => actions.open(file)}>
            {t('attachments.open')}
          </Button>
          <Button variant="default" size="xs" onClick={() => actions.saveCopy(file)}>
            {t('attachments.save_copy')}
          </Button>
        </>
      }
    >
      <FileView key={file.id} file={file} name={name} />
    </PreviewFrame>
  )
}

function FileView({ file, name }: { readonly file: Attachment; readonly name: string }) {
  const t = useT()
  const kind = previewOf(file.mimeType)
  const isTooBig = kind !== null && kind !== 'text' && file.size > MOST[kind]
  const wordsOf = useArrivalWords()
  const arrivals = useArrivals(file.recordType, file.recordId)
  const arrival = arrivals.of(file.id)
  const isRead = kind !== null && !isTooBig && arrivals.isKnown && !arrival
  const content = useFileContent(file.id, isRead ? MOST[kind] : 0)

  if (kind === null) return <NoView text={t('attachments.no_preview')} />
  if (isTooBig) return <NoView text={t('attachments.preview_too_big')} />
  if (arrival) return <NoView text={arrival.state === 'nowhere' ? t('arrivals.preview.nowhere') : wordsOf(arrival)} />
  if (content.isError) return <ErrorNote error={content.error} onRetry={() => void content.refetch()} />
  if (content.isPending) return <Pending lines={6} />
  if (kind === 'picture') {
    return <PictureView bytes={content.data} mimeType={file.mimeType} name={name} broken={t('attachments.picture_broken')} />
  }
  if (kind === 'pdf') {
    return (
      <PdfPreview
        bytes={content.data}
        waiting={t('base.loading')}
        pageLabel={(page, pages) => t('attachments.page', { page, pages })}
      />
    )
  }
  const isCut = file.size > content.data.length
  return (
    <TextView
      text={decodeText(content.data, isCut)}
      note={isCut ? t('attachments.text_cut', { megabytes: MOST.text / MEGABYTE }) : null}
    />
  )
}
