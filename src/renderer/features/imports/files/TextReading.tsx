// How a text file is read: its encoding and the signs between and around its cells. The sample follows at once.
import { Select } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FieldRow } from '#renderer/ui/StepBody.tsx'
import { delimiters, encodings as allEncodings } from '#shared/imports/dialect.ts'
import type { CsvDialect } from '#shared/imports/plan.ts'
import type { ImportSource } from '../import-source.ts'
import { useImportSession } from '../import-session.ts'
import { without, withoutRows } from '../session-changes.ts'
import { delimiterName, encodingName } from './dialect-words.ts'

interface TextReadingProps {
  readonly source: ImportSource
  readonly dialect: CsvDialect
  /** Those in which the file is text, too; they stand first. */
  readonly encodings: readonly string[]
}

export function TextReading({ source, dialect, encodings }: TextReadingProps) {
  const t = useT()
  const { session, change } = useImportSession()
  const set = (changes: Partial<CsvDialect>) => {
    const isOfFile = (table: string) => table.startsWith(`${source.key}#`)
    change({
      dialects: { ...session.dialects, [source.key]: { ...dialect, ...changes } },
      // Read otherwise it has other columns.
      plans: without(session.plans, isOfFile),
      proposed: without(session.proposed, isOfFile),
      answered: without(session.answered, isOfFile),
      ...withoutRows(session, isOfFile),
    })
  }
  const offered = [...new Set([dialect.encoding, ...encodings, ...allEncodings])]

  return (
    <FieldRow>
      <Select
        label={t('imports.columns.encoding')}
        allowDeselect={false}
        searchable
        nothingFoundMessage={t('base.search_nothing')}
        data={offered.map((value) => ({ value, label: encodingName(t, value) }))}
        value={dialect.encoding}
        onChange={(encoding) => encoding && set({ encoding })}
      />
      <Select
        label={t('imports.columns.delimiter')}
        allowDeselect={false}
        data={[...new Set([...delimiters, dialect.delimiter])].map((value) => ({ value, label: delimiterName(t, value) }))}
        value={dialect.delimiter}
        onChange={(delimiter) => delimiter && set({ delimiter })}
      />
      <Select
        label={t('imports.columns.quote')}
        allowDeselect={false}
        data={['"', "'"]}
        value={dialect.quote}
        onChange={(quote) => (quote === '"' || quote === "'") && set({ quote })}
      />
    </FieldRow>
  )
}
