// Leads from a few selected companies or people to where they are made into one.
import { IconArrowMerge } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { BarButton } from '#renderer/ui/BarButton.tsx'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import { LEAST_MERGED, MOST_MERGED } from '#shared/merges/merge.ts'
import type { SelectedRows } from './use-selection.ts'

const TYPES: Readonly<Partial<Record<ListEntity, string>>> = { companies: 'company', contacts: 'contact' }

interface MergeButtonProps {
  readonly entity: ListEntity
  readonly selected: SelectedRows
}

export function MergeButton({ entity, selected: { asked, count } }: MergeButtonProps) {
  const t = useT()
  const navigate = useNavigate()
  const type = TYPES[entity]
  const isFew = type !== undefined && count >= LEAST_MERGED && count <= MOST_MERGED
  const question = 'question' in asked ? asked.question : { entity }
  // Selected by the list's question: which ones they are is asked for.
  const found = useQuery({
    ...useApi().lists.page({ ...question, columns: ['name'], limit: MOST_MERGED * 2 }),
    enabled: isFew && 'question' in asked,
  })
  const ids = 'ids' in asked ? asked.ids : found.data?.rows.map(({ id }) => id).filter((id) => !asked.except.includes(id))
  if (!isFew || ids?.length !== count) return null
  return (
    <BarButton
      icon={<IconArrowMerge size={16} stroke={1.5} aria-hidden />}
      onClick={() => void navigate(`/merge/${type}?ids=${ids.join(',')}`)}
    >
      {t('merges.bulk')}
    </BarButton>
  )
}
