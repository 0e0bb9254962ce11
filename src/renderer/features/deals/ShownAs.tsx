// Deals as a board or as a list: the same deals, so the choice stands in the same place on both.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { ViewTabs } from '#renderer/ui/ViewTabs.tsx'

export function ShownAs({ shown }: { readonly shown: 'board' | 'list' }) {
  const t = useT()
  const address = useAddress()
  return (
    <ViewTabs
      label={t('lists.as.label')}
      views={[
        { id: 'board', title: t('lists.as.board') },
        { id: 'list', title: t('lists.as.list') },
      ]}
      current={shown}
      onChange={(as) => address.set({ as: as === 'list' ? 'list' : null })}
    />
  )
}
