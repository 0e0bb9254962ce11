// A person, as a page or beside a list. The tabs are handed in by the app, which puts those of the features together.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { RecordFrame } from '#renderer/records/RecordFrame.tsx'
import { RecordLayout, type RecordTab } from '#renderer/ui/RecordLayout.tsx'
import { type RecordPlace, RecordScreen } from '#renderer/ui/RecordScreen.tsx'
import { ContactProperties } from './ContactProperties.tsx'
import { CustomerAside } from './CustomerAside.tsx'
import { CustomerHead } from './CustomerHead.tsx'
import type { ContactCard } from './customer-cards.ts'

interface ContactScreenProps {
  readonly id: string
  readonly place: RecordPlace
  readonly tabs: (contact: ContactCard) => readonly RecordTab[]
}

export function ContactScreen({ id, place, tabs }: ContactScreenProps) {
  const t = useT()
  const card = useQuery(useApi().contacts.get({ id }))

  return (
    <RecordScreen
      place={place}
      card={card}
      kind={t('customers.contact')}
      nameOf={({ name }) => name}
      up={{ to: '/contacts', label: t('customers.contacts') }}
    >
      {(contact) => (
        <RecordFrame recordType="contact" record={contact}>
          <RecordLayout
            head={<CustomerHead customer={{ type: 'contact', ...contact }} />}
            properties={<ContactProperties contact={contact} />}
            tabs={tabs(contact)}
            aside={<CustomerAside customer={{ type: 'contact', ...contact }} />}
          />
        </RecordFrame>
      )}
    </RecordScreen>
  )
}
