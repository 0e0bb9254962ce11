// The mappings that files of a known shape are taken in by: renamed or removed here.
import { Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ConfirmModal } from '#renderer/ui/ConfirmModal.tsx'
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx'
import { RelatedList, RelatedRow } from '#renderer/ui/RelatedList.tsx'
import { Section } from '#renderer/ui/Section.tsx'
import type { ImportMapping } from '#shared/imports/sources.ts'

export function SavedMappings() {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const mappings = useQuery(api.imports.mappings({}))
  const [going, setGoing] = useState<ImportMapping | null>(null)
  const remove = useAction(api.imports.removeMapping(), { said: () => t('imports.mapping.removed') })
  if (!mappings.data || mappings.data.length === 0) return null

  return (
    <Section title={t('imports.mapping.title')} text={t('imports.mapping.text')} isWide>
      <RelatedList label={t('imports.mapping.list')}>
        {mappings.data.map((mapping) => (
          <RelatedRow
            key={mapping.id}
            name={mapping.name}
            facts={[
              t('imports.list', { names: mapping.entities.map((entity) => t(`imports.entity.${entity}`)) }),
              t('imports.mapping.at', { when: format.nearMoment(mapping.at) }),
            ]}
            action={
              <MoreMenu>
                <Menu.Item onClick={() => setGoing(mapping)}>{t('imports.mapping.remove')}</Menu.Item>
              </MoreMenu>
            }
          />
        ))}
      </RelatedList>
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
    </Section>
  )
}
