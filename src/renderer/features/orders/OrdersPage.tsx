// The list of all orders.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ListScreen } from '#renderer/records/lists/ListScreen.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ImportMenu } from '#renderer/ui/ImportMenu.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { NewOrderForm } from './NewOrderForm.tsx'

const VIEWS = ['all', 'open', 'mine'] as const
const pathOf = (id: string): string => `/orders/${id}`

/** `renderPanel`: an order beside the list. */
export function OrdersPage({ renderPanel }: { readonly renderPanel: (id: string) => ReactNode }) {
  const t = useT()
  const navigate = useNavigate()
  const address = useAddress()
  const startCreating = () => address.set({ new: '' })
  useShortcuts([{ keys: 'n', label: t('orders.new.title'), group: 'page', run: startCreating }])

  return (
    <ListScreen
      entity="orders"
      title={t('orders.list.title')}
      searchLabel={t('orders.list.search')}
      pathOf={pathOf}
      renderPanel={renderPanel}
      actions={
        <>
          <ImportMenu entity="order" />
          <Button onClick={startCreating}>{t('orders.new.title')}</Button>
        </>
      }
      renderFirst={(viewId) => (
        <EmptyState
          text={t(`orders.empty.${VIEWS.find((view) => view === viewId) ?? 'all'}`)}
          action={
            <Button variant="default" onClick={startCreating}>
              {t('orders.new.title')}
            </Button>
          }
        />
      )}
    >
      {address.has('new') && (
        <NewOrderForm onClose={() => address.set({ new: null })} onCreated={({ id }) => void navigate(pathOf(id))} />
      )}
    </ListScreen>
  )
}
