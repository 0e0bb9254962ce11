// The list of contacts.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ListScreen } from '#renderer/records/lists/ListScreen.tsx'
import { ImportMenu } from '#renderer/ui/ImportMenu.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { CustomersEmpty } from './CustomersEmpty.tsx'
import { NewContactForm } from './NewContactForm.tsx'

const pathOf = (id: string): string => `/contacts/${id}`

/** `renderPanel`: a contact beside the list. */
export function ContactsPage({ renderPanel }: { readonly renderPanel: (id: string) => ReactNode }) {
  const t = useT()
  const navigate = useNavigate()
  const address = useAddress()
  const startCreating = () => address.set({ new: '' })
  useShortcuts([{ keys: 'n', label: t('customers.new_contact'), group: 'page', run: startCreating }])

  return (
    <ListScreen
      entity="contacts"
      title={t('customers.contacts')}
      searchLabel={t('customers.search_contacts')}
      pathOf={pathOf}
      renderPanel={renderPanel}
      actions={
        <>
          <ImportMenu entity="contact" />
          <Button onClick={startCreating}>{t('customers.new_contact')}</Button>
        </>
      }
      renderFirst={(viewId) => <CustomersEmpty kind="contacts" viewId={viewId} onCreate={startCreating} />}
    >
      <NewContactForm
        isOpen={address.has('new')}
        onClose={() => address.set({ new: null })}
        onCreated={({ id }) => void navigate(pathOf(id))}
      />
    </ListScreen>
  )
}
