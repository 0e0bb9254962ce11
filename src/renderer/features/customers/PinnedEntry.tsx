// A pinned entry of the timeline, beside the record; it can be let go from here.
import { ActionIcon } from '@mantine/core'
import { IconPinnedOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { AsideItem } from '#renderer/ui/Aside.tsx'
import type { CompanyCard } from './customer-cards.ts'

interface PinnedEntryProps {
  readonly entry: CompanyCard['pinned'][number]
  readonly icon: ReactNode
}

export function PinnedEntry({ entry, icon }: PinnedEntryProps) {
  const t = useT()
  const format = useFormat()
  const { id, title, text, happenedAt, ownerName } = entry
  const unpin = useAction(useApi().activities.pin(), { said: () => t('activities.said.unpinned') })

  return (
    <AsideItem
      icon={icon}
      detail={[ownerName, format.nearDay(format.dayOf(happenedAt))].filter(Boolean).join(' · ')}
      action={
        <ActionIcon
          size="sm"
          aria-label={t('activities.unpin')}
          title={t('activities.unpin')}
          disabled={unpin.isPending}
          onClick={() => unpin.mutate({ id, isPinned: false })}
        >
          <IconPinnedOff size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      }
    >
      {[title, text].filter(Boolean).join('\n')}
    </AsideItem>
  )
}
