// Where the data comes from. Named sources are ranked, so that a weak one never overwrites what a strong one said.
import { Anchor, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Column, Section } from '#renderer/ui/Section.tsx'
import { BY_HAND } from '#shared/imports/sources.ts'
import { useImportSession } from '../import-session.ts'
import { useSourceName } from '../sources/use-source-name.ts'
import { SourceForm } from './SourceForm.tsx'

const NEW = 'new'
const NONE = 'none'

/** `proposed`: what the mapping says. */
export function SourceField({ proposed }: { readonly proposed: string | null }) {
  const t = useT()
  const { session, change } = useImportSession()
  const sources = useQuery(useApi().imports.sources({}))
  const [isNew, setIsNew] = useState(false)
  const nameOf = useSourceName()
  if (sources.isError) return <ErrorNote error={sources.error} onRetry={() => void sources.refetch()} />

  const all = sources.data ?? []
  const chosen = session.sourceId === undefined ? proposed : session.sourceId
  return (
    <Section title={t('imports.source.title')} text={t('imports.source.text')}>
      <Column>
        <Select
          label={t('imports.source.label')}
          allowDeselect={false}
          data={[
            { value: NONE, label: t('imports.source.none') },
            ...all.filter(({ id }) => id !== BY_HAND).map(({ id, name }) => ({ value: id, label: name })),
            { value: NEW, label: t('imports.source.new') },
          ]}
          value={chosen ?? NONE}
          onChange={(value) => {
            if (value === NEW) setIsNew(true)
            else change({ sourceId: value === NONE ? null : value })
          }}
        />
      </Column>
      {all.length > 1 && (
        <Text size="sm" c="dimmed">
          {t('imports.source.order', { names: all.map(nameOf) })}{' '}
          <Anchor component={Link} to="/import?tab=sources" size="sm">
            {t('imports.sources.arrange')}
          </Anchor>
        </Text>
      )}
      {isNew && <SourceForm sources={all} onClose={() => setIsNew(false)} onMade={(sourceId) => change({ sourceId })} />}
    </Section>
  )
}
