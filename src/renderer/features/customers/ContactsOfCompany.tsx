// The contacts of a company, on its card.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { RelatedList } from '#renderer/ui/RelatedList.tsx'
import type { Reference } from '#shared/base/fields.ts'
import { LinkForm } from './LinkForm.tsx'
import { LinkRow } from './LinkRow.tsx'
import { NewContactForm } from './NewContactForm.tsx'

export function ContactsOfCompany({ company }: { readonly company: Reference }) {
  const t = useT()
  const [form, setForm] = useState<'new' | 'link' | null>(null)
  const contacts = useQuery(useApi().companies.contacts({ id: company.id }))
  const close = () => setForm(null)

  if (contacts.isPending) return <Pending lines={3} />
  if (contacts.isError) return <ErrorNote error={contacts.error} onRetry={() => void contacts.refetch()} />
  return (
    <RelatedList
      label={t('customers.tab.contacts')}
      empty={contacts.data.length === 0 && <EmptyState isSmall text={t('customers.no_contacts_here')} />}
      actions={
        <>
          <Button variant="default" onClick={() => setForm('new')}>
            {t('customers.new_contact')}
          </Button>
          <Button variant="default" onClick={() => setForm('link')}>
            {t('customers.link_contact')}
          </Button>
          <NewContactForm isOpen={form === 'new'} company={company} onClose={close} onCreated={close} />
          {form === 'link' && <LinkForm company={company} onClose={close} />}
        </>
      }
    >
      {contacts.data.map(({ link, contact }) => (
        <LinkRow
          key={link.id}
          link={link}
          contact={contact}
          company={company}
          shows="contact"
          facts={[contact.phone, contact.email]}
        />
      ))}
    </RelatedList>
  )
}
