// A file that cannot be read, with its reason and a way to go on without it. Where there are several, each is asked for itself.
import { Button } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { FileCard } from '#renderer/ui/FileCard.tsx'
import { useImportSession } from '../import-session.ts'
import { dialectsOf } from '../session-plan.ts'
import { TextReading } from './TextReading.tsx'

interface BadFilesProps {
  /** Of all files together. */
  readonly error: unknown
  readonly onRetry: () => void
}

export function BadFiles({ error, onRetry }: BadFilesProps) {
  const t = useT()
  const api = useApi()
  const { session, change } = useImportSession()
  const each = useQueries({
    queries: session.sources.map((source) => {
      const only = { ...session, sources: [source] }
      return {
        ...api.imports.inspect({ files: [source.file], dialects: dialectsOf(only) }),
        queryKey: ['imports.inspect', [source.key], null, dialectsOf(only), 'alone'],
      }
    }),
  })
  const bad = session.sources.flatMap((source, place) => {
    const failure = each[place]?.error
    return failure ? [{ source, failure }] : []
  })
  // Each can be read, but not together.
  if (bad.length === 0) return each.some(({ isPending }) => isPending) ? null : <ErrorNote error={error} onRetry={onRetry} />

  return bad.map(({ source, failure }) => {
    const dialect = session.dialects[source.key]
    return (
      <FileCard
        key={source.key}
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
        <ErrorNote error={failure} onRetry={onRetry} />
        {dialect && <TextReading source={source} dialect={dialect} encodings={[]} />}
      </FileCard>
    )
  })
}
