// The companies of a contact, on its card, with the role at each.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { RelatedList } from '#renderer/ui/RelatedList.tsx'
import type { ContactCard } from './customer-cards.ts'
import { LinkForm } from './LinkForm.tsx'
import { LinkRow } from './LinkRow.tsx'

export function CompaniesOfContact({ contact }: { readonly contact: ContactCard }) {
  const t = useT()
  const [isLinking, setIsLinking] = useState(false)

  return (
    <RelatedList
      label={t('customers.tab.companies')}
      empty={contact.companies.length === 0 && <EmptyState isSmall text={t('customers.no_companies_here')} />}
      actions={
        <>
          <Button variant="default" onClick={() => setIsLinking(true)}>
            {t('customers.link')}
          </Button>
          {isLinking && (
            <LinkForm contact={contact} isPrimary={contact.companies.length === 0} onClose={() => setIsLinking(false)} />
          )}
        </>
      }
    >
      {contact.companies.map(({ link, company }) => (
        <LinkRow key={link.id} link={link} contact={contact} company={company} shows="company" facts={[]} />
      ))}
    </RelatedList>
  )
}
