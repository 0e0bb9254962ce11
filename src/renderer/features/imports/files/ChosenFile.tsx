// One chosen file: what it was recognised as, a way to read it otherwise, and its tables.
import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import { fileSize } from '#renderer/records/attachments/file-size.ts'
import { FileCard } from '#renderer/ui/FileCard.tsx'
import type { ImportInspection } from '#shared/imports/inspection.ts'
import { useImportSession } from '../import-session.ts'
import type { Planned } from '../use-inspection.ts'
import { delimiterName, encodingName } from './dialect-words.ts'
import { SheetLine } from './SheetLine.tsx'
import { TextReading } from './TextReading.tsx'

interface ChosenFileProps {
  /** In the list of files. */
  readonly place: number
  readonly file: ImportInspection['files'][number]
  readonly planned: Planned
  readonly isOld: boolean
}

export function ChosenFile({ place, file, planned, isOld }: ChosenFileProps) {
  const t = useT()
  const language = useLanguage()
  const { session, change } = useImportSession()
  const [isOpen, setIsOpen] = useState(false)
  const source = session.sources[place]
  const sheets = planned.inspection.tables.filter((sheet) => sheet.file === place)
  if (!source) return null
  const { dialect } = file
  const facts = [
    fileSize(language, file.bytes),
    ...(file.kind ? [t(`imports.kind.${file.kind}`)] : []),
    ...(dialect
      ? [
          t('imports.files.read_as', {
            encoding: encodingName(t, dialect.encoding),
            delimiter: delimiterName(t, dialect.delimiter),
          }),
        ]
      : []),
    ...(sheets.length > 1 ? [t('imports.files.sheets', { count: sheets.length })] : []),
  ]

  return (
    <FileCard
      name={file.name}
      facts={facts}
      actions={
        <>
          {dialect && (
            <Button variant="subtle" size="compact-sm" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {t('imports.files.reading')}
            </Button>
          )}
          <ActionIcon
            size={28}
            variant="subtle"
            aria-label={t('imports.files.remove', { name: file.name })}
            title={t('imports.files.remove', { name: file.name })}
            onClick={() => change({ sources: session.sources.filter(({ key }) => key !== source.key) })}
          >
            <IconX size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </>
      }
    >
      {sheets.map((sheet) => (
        <SheetLine
          key={sheet.table}
          sheet={sheet}
          planned={planned}
          isAlone={planned.inspection.tables.length === 1}
          isOld={isOld}
          isReading={isOpen}
          reading={
            isOpen && dialect && sheet === sheets[0] ? (
              <TextReading source={source} dialect={dialect} encodings={file.encodings} />
            ) : null
          }
        />
      ))}
    </FileCard>
  )
}
