// The list of companies.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ListScreen } from '#renderer/records/lists/ListScreen.tsx'
import { ImportMenu } from '#renderer/ui/ImportMenu.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { CustomersEmpty } from './CustomersEmpty.tsx'
import { NewCompanyForm } from './NewCompanyForm.tsx'

const pathOf = (id: string): string => `/companies/${id}`

/** `renderPanel`: a company beside the list. */
export function CompaniesPage({ renderPanel }: { readonly renderPanel: (id: string) => ReactNode }) {
  const t = useT()
  const navigate = useNavigate()
  const address = useAddress()
  const startCreating = () => address.set({ new: '' })
  useShortcuts([{ keys: 'n', label: t('customers.new_company'), group: 'page', run: startCreating }])

  return (
    <ListScreen
      entity="companies"
      title={t('customers.companies')}
      searchLabel={t('customers.search_companies')}
      pathOf={pathOf}
      renderPanel={renderPanel}
      actions={
        <>
          <ImportMenu entity="company" />
          <Button onClick={startCreating}>{t('customers.new_company')}</Button>
        </>
      }
      renderFirst={(viewId) => <CustomersEmpty kind="companies" viewId={viewId} onCreate={startCreating} />}
    >
      <NewCompanyForm
        isOpen={address.has('new')}
        onClose={() => address.set({ new: null })}
        onCreated={({ id }) => void navigate(pathOf(id))}
      />
    </ListScreen>
  )
}
