// The list of all products.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ListScreen } from '#renderer/records/lists/ListScreen.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ImportMenu } from '#renderer/ui/ImportMenu.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { NewProductForm } from './NewProductForm.tsx'

const pathOf = (id: string): string => `/products/${id}`

/** `renderPanel`: a product beside the list. */
export function ProductsPage({ renderPanel }: { readonly renderPanel: (id: string) => ReactNode }) {
  const t = useT()
  const navigate = useNavigate()
  const address = useAddress()
  const startCreating = () => address.set({ new: '' })
  useShortcuts([{ keys: 'n', label: t('products.new.title'), group: 'page', run: startCreating }])

  return (
    <ListScreen
      entity="products"
      title={t('products.list.title')}
      searchLabel={t('products.list.search')}
      pathOf={pathOf}
      renderPanel={renderPanel}
      actions={
        <>
          <ImportMenu entity="product" />
          <Button onClick={startCreating}>{t('products.new.title')}</Button>
        </>
      }
      renderFirst={(viewId) => (
        <EmptyState
          text={t(viewId === 'current' ? 'products.empty.current' : 'products.empty.all')}
          action={
            <Button variant="default" onClick={startCreating}>
              {t('products.new.title')}
            </Button>
          }
        />
      )}
    >
      {address.has('new') && (
        <NewProductForm onClose={() => address.set({ new: null })} onCreated={({ id }) => void navigate(pathOf(id))} />
      )}
    </ListScreen>
  )
}
