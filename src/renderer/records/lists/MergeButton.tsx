// Leads from a few selected companies or people to where they are made into one.
import { IconArrowMerge } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { BarButton } from '#renderer/ui/BarButton.tsx'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import { LEAST_MERGED, MOST_MERGED } from '#shared/merges/merge.ts'
import type { Selection } from './selection.ts'

const TYPES: Readonly<Partial<Record<ListEntity, string>>> = { companies: 'company', contacts: 'contact' }

export function MergeButton({ entity, selection }: { readonly entity: ListEntity; readonly selection: Selection }) {
  const t = useT()
  const navigate = useNavigate()
  const type = TYPES[entity]
  if (type === undefined || selection.kind !== 'some') return null
  const { size } = selection.ids
  if (size < LEAST_MERGED || size > MOST_MERGED) return null
  return (
    <BarButton
      icon={<IconArrowMerge size={16} stroke={1.5} aria-hidden />}
      onClick={() => void navigate(`/merge/${type}?ids=${[...selection.ids].join(',')}`)}
    >
      {t('merges.bulk')}
    </BarButton>
  )
}
