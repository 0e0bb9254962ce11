// A file that cannot be read, with its reason and a way to go on without it.
import { Button } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { FileCard } from '#renderer/ui/FileCard.tsx'
import type { ImportSource } from '../import-source.ts'
import { useImportSession } from '../import-session.ts'
import { TextReading } from './TextReading.tsx'

interface BadFileProps {
  readonly source: ImportSource
  readonly error: unknown
  readonly onRetry: () => void
}

export function BadFile({ source, error, onRetry }: BadFileProps) {
  const t = useT()
  const { session, change } = useImportSession()
  // It may be the way it was to be read in that is wrong.
  const dialect = session.dialects[source.key]

  return (
    <FileCard
      name={source.name}
      facts={[]}
      actions={
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => change({ sources: session.sources.filter(({ key }) => key !== source.key) })}
        >
          {t('imports.files.remove', { name: source.name })}
        </Button>
      }
    >
      <ErrorNote error={error} onRetry={onRetry} />
      {dialect && <TextReading source={source} dialect={dialect} encodings={[]} />}
    </FileCard>
  )
}
