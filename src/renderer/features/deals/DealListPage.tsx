// Deals as a list: all pipelines in one, with filter, groups and sums.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ListScreen } from '#renderer/records/lists/ListScreen.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ImportMenu } from '#renderer/ui/ImportMenu.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { NewDealForm } from './NewDealForm.tsx'
import { ShownAs } from './ShownAs.tsx'

const pathOf = (id: string): string => `/deals/${id}`

export function DealListPage({ renderPanel }: { readonly renderPanel: (id: string) => ReactNode }) {
  const t = useT()
  const navigate = useNavigate()
  const address = useAddress()
  const isCreating = address.has('new')
  const board = useQuery({ ...useApi().deals.board({ pipelineId: null, ownerId: null }), enabled: isCreating }).data
  const startCreating = () => address.set({ new: '' })
  useShortcuts([{ keys: 'n', label: t('deals.new.title'), group: 'page', run: startCreating }])

  return (
    <ListScreen
      entity="deals"
      title={t('deals.board.title')}
      searchLabel={t('lists.bar.search')}
      pathOf={pathOf}
      renderPanel={renderPanel}
      lead={<ShownAs shown="list" />}
      actions={
        <>
          <ImportMenu entity="deal" />
          <Button onClick={startCreating}>{t('deals.new.title')}</Button>
        </>
      }
      renderFirst={(viewId) => <EmptyState text={t(viewId === 'mine' ? 'lists.empty.mine' : 'deals.board.empty')} />}
    >
      {isCreating && board && (
        <NewDealForm
          stages={board.columns.map(({ stage }) => stage)}
          onClose={() => address.set({ new: null })}
          onCreated={({ id }) => void navigate(pathOf(id))}
        />
      )}
    </ListScreen>
  )
}
