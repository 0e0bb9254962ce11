// A contact's card. Its tabs are handed in by the app, which puts those of the features together.
import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { RecordHead } from '#renderer/ui/RecordHead.tsx'
import { RecordLayout, type RecordTab } from '#renderer/ui/RecordLayout.tsx'
import { ArchiveActions, ArchivedNotice } from './ArchiveActions.tsx'
import { ContactProperties } from './ContactProperties.tsx'
import type { ContactCard } from './customer-cards.ts'

export function ContactPage({ tabs }: { readonly tabs: (contact: ContactCard) => readonly RecordTab[] }) {
  const t = useT()
  const api = useApi()
  const { id = '' } = useParams()
  const contact = useQuery(api.contacts.get({ id }))
  const up = (
    <Anchor component={Link} to="/contacts">
      {t('customers.contacts')}
    </Anchor>
  )

  if (contact.isPending) {
    return (
      <Page title={t('customers.contact')} lead={up}>
        <Pending />
      </Page>
    )
  }
  if (contact.isError) {
    return (
      <Page title={t('customers.contact')} lead={up}>
        <ErrorNote error={contact.error} onRetry={() => void contact.refetch()} />
      </Page>
    )
  }
  const { name, ownerName, companies, archivedAt } = contact.data
  const main = companies.find(({ link }) => link.isPrimary) ?? companies[0]
  return (
    <Page title={name} lead={up} layout="fill">
      <RecordLayout
        head={
          <RecordHead
            kind={t('customers.contact')}
            name={name}
            facts={
              <>
                {main?.link.role && <span>{main.link.role}</span>}
                {main && (
                  <Anchor component={Link} to={`/companies/${main.company.id}`} size="sm">
                    {main.company.name}
                  </Anchor>
                )}
                {ownerName !== null && <span>{t('customers.owned_by', { name: ownerName })}</span>}
              </>
            }
            actions={
              <ArchiveActions
                name={name}
                id={id}
                isArchived={archivedAt !== null}
                archive={api.contacts.archive()}
                restore={api.contacts.restore()}
              />
            }
            notice={archivedAt !== null && <ArchivedNotice />}
          />
        }
        properties={<ContactProperties contact={contact.data} />}
        tabs={tabs(contact.data)}
      />
    </Page>
  )
}
