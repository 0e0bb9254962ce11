// Imports that were done, the newest first: what came in from which file, and a way to take it back.
import { Anchor, Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Grid, GridGroup } from '#renderer/ui/Grid.tsx'
import { Section } from '#renderer/ui/Section.tsx'
import type { PastImport } from '#shared/imports/sources.ts'
import { comingIn } from '../check/fates.ts'
import { importedList } from './imported-list.ts'
import { TakeBack } from './TakeBack.tsx'

interface PastImportsProps {
  readonly imports: readonly PastImport[]
}

export function PastImportTable({ imports }: PastImportsProps) {
  const t = useT()
  const format = useFormat()
  const [going, setGoing] = useState<PastImport | null>(null)
  const countsOf = ({ id, tables, isTakenBack, operation }: PastImport) => {
    const done = tables.filter(({ counts }) => comingIn(counts) > 0)
    if (done.length === 0) return t('imports.past.nothing')
    return done.map(({ entity, counts }, place) => {
      const words = t('imports.past.counts', { entity: t(`imports.entity.${entity}`), new: counts.new, update: counts.update })
      const list = isTakenBack || operation === null ? null : importedList(entity, id)
      return (
        <div key={place}>
          {list === null ? (
            words
          ) : (
            <Anchor component={Link} to={list} inherit>
              {words}
            </Anchor>
          )}
        </div>
      )
    })
  }

  return (
    <>
      <Grid
        label={t('imports.past.title')}
        headings={[
          t('imports.past.file'),
          t('imports.past.counts_heading'),
          t('imports.past.source'),
          t('imports.past.when'),
          t('imports.past.who'),
          t('imports.past.action'),
        ]}
        layout="past"
      >
        <GridGroup
          rows={imports.map((one) => ({
            id: one.id,
            cells: [
              one.fileName,
              countsOf(one),
              one.source ?? '',
              format.nearMoment(one.at),
              one.byName ?? t('imports.past.nobody'),
              one.isTakenBack ? (
                <Text key="taken" component="span" size="sm" c="dimmed">
                  {t('imports.past.taken_back')}
                </Text>
              ) : one.operation === null ? null : (
                <Button key="undo" variant="subtle" size="compact-sm" onClick={() => setGoing(one)}>
                  {t('imports.past.undo')}
                </Button>
              ),
            ],
          }))}
        />
      </Grid>
      {going && <TakeBack importId={going.id} fileName={going.fileName} onClose={() => setGoing(null)} />}
    </>
  )
}

/** The last few, on the first step; nothing where there are none. */
export function PastImports({ limit }: { readonly limit: number }) {
  const t = useT()
  const past = useQuery(useApi().imports.past({ limit }))
  if (past.isError) return <ErrorNote error={past.error} onRetry={() => void past.refetch()} />
  if (!past.data || past.data.imports.length === 0) return null

  return (
    <Section title={t('imports.past.recent')} isWide>
      <PastImportTable imports={past.data.imports} />
    </Section>
  )
}
