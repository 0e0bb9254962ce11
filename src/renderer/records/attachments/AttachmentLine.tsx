// One file of a record's list, with what its menu can do.
import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormat, useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import { FileRow } from '#renderer/ui/files/FileRow.tsx'
import type { AttachmentRow } from '#shared/attachments/attachment.ts'
import type { Arrival } from '#shared/attachments/arrivals.contract.ts'
import { isProgram, shownFileName } from '#shared/attachments/file-names.ts'
import { shapeOf } from './file-shape.ts'
import { useArrivalWords } from './use-arrivals.ts'
import { fileSize } from './file-size.ts'

interface AttachmentLineProps {
  readonly file: AttachmentRow
  /** It is not on this computer yet. */
  readonly arrival: Arrival | undefined
  readonly onPreview: () => void
  readonly onOpen: () => void
  readonly onSaveCopy: () => void
  /** More `<Menu.Item>`s. */
  readonly children: ReactNode
}

export function AttachmentLine({ file, arrival, onPreview, onOpen, onSaveCopy, children }: AttachmentLineProps) {
  const t = useT()
  const wordsOf = useArrivalWords()
  const format = useFormat()
  const language = useLanguage()
  const name = shownFileName(file.name)
  const when = format.nearMoment(file.createdAt)
  return (
    <FileRow
      name={name}
      shape={shapeOf(file.mimeType)}
      warning={isProgram(file.name) ? t('attachments.fact.program') : null}
      facts={[
        file.source === 'mail' || file.source === 'mail-part' ? t('attachments.fact.mail') : null,
        arrival ? wordsOf(arrival) : null,
        fileSize(language, file.size),
        file.addedBy === null ? when : t('attachments.fact.added', { who: file.addedBy, when }),
      ]}
      onOpen={onPreview}
      menuLabel={t('attachments.menu_of', { name })}
      menu={
        <>
          <Menu.Item onClick={onPreview}>{t('attachments.preview')}</Menu.Item>
          <Menu.Item onClick={onOpen}>{t('attachments.open')}</Menu.Item>
          <Menu.Item onClick={onSaveCopy}>{t('attachments.save_copy')}</Menu.Item>
          {children}
        </>
      }
    />
  )
}
