// The mappings that files of a known shape are taken in by: renamed or removed here.
import { Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ConfirmModal } from '#renderer/ui/ConfirmModal.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { RelatedList, RelatedRow } from '#renderer/ui/RelatedList.tsx'
import { Section } from '#renderer/ui/Section.tsx'
import type { ImportMapping } from '#shared/imports/sources.ts'
import { RenameMapping } from './RenameMapping.tsx'

export function SavedMappings() {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const mappings = useQuery(api.imports.mappings({}))
  const sources = useQuery(api.imports.sources({})).data
  const [going, setGoing] = useState<ImportMapping | null>(null)
  const [renamed, setRenamed] = useState<ImportMapping | null>(null)
  const remove = useAction(api.imports.removeMapping(), { said: () => t('imports.mapping.removed') })

  return (
    <Section title={t('imports.mapping.title')} text={t('imports.mapping.text')} isWide>
      {mappings.isPending && <Pending lines={2} />}
      {mappings.isError && <ErrorNote error={mappings.error} onRetry={() => void mappings.refetch()} />}
      {mappings.data?.length === 0 && <EmptyState isSmall text={t('imports.mapping.none')} />}
      {mappings.data && mappings.data.length > 0 && (
        <RelatedList label={t('imports.mapping.list')}>
          {mappings.data.map((mapping) => (
            <RelatedRow
              key={mapping.id}
              name={mapping.name}
              facts={[
                t('imports.list', { names: mapping.entities.map((entity) => t(`imports.entity.${entity}`)) }),
                sources?.find(({ id }) => id === mapping.sourceId)?.name ?? null,
                t('imports.mapping.at', { when: format.nearDay(format.dayOf(mapping.at)) }),
              ]}
              action={
                <MoreMenu>
                  <Menu.Item onClick={() => setRenamed(mapping)}>{t('imports.mapping.rename')}</Menu.Item>
                  <Menu.Item onClick={() => setGoing(mapping)}>{t('imports.mapping.remove')}</Menu.Item>
                </MoreMenu>
              }
            />
          ))}
        </RelatedList>
      )}
      <ConfirmModal
        isOpen={going !== null}
        title={t('imports.mapping.remove_title', { name: going?.name ?? '' })}
        confirmLabel={t('imports.mapping.remove')}
        onClose={() => setGoing(null)}
        onConfirm={() => {
          if (going) remove.mutate({ id: going.id })
          setGoing(null)
        }}
      >
        {t('imports.mapping.remove_text')}
      </ConfirmModal>
      {renamed && <RenameMapping mapping={renamed} onClose={() => setRenamed(null)} />}
    </Section>
  )
}
