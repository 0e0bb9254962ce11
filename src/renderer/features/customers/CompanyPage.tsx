// A company's card. Its tabs are handed in by the app, which puts those of the features together.
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
import { CompanyProperties } from './CompanyProperties.tsx'
import type { CompanyCard } from './customer-cards.ts'

export function CompanyPage({ tabs }: { readonly tabs: (company: CompanyCard) => readonly RecordTab[] }) {
  const t = useT()
  const api = useApi()
  const { id = '' } = useParams()
  const company = useQuery(api.companies.get({ id }))
  const up = (
    <Anchor component={Link} to="/companies">
      {t('customers.companies')}
    </Anchor>
  )

  if (company.isPending) {
    return (
      <Page title={t('customers.company')} lead={up}>
        <Pending />
      </Page>
    )
  }
  if (company.isError) {
    return (
      <Page title={t('customers.company')} lead={up}>
        <ErrorNote error={company.error} onRetry={() => void company.refetch()} />
      </Page>
    )
  }
  const { name, ownerName, counts, archivedAt } = company.data
  return (
    <Page title={name} lead={up} layout="fill">
      <RecordLayout
        head={
          <RecordHead
            kind={t('customers.company')}
            name={name}
            facts={
              <>
                {ownerName !== null && <span>{t('customers.owned_by', { name: ownerName })}</span>}
                {counts.openDeals > 0 && <span>{t('customers.open_deals', { count: counts.openDeals })}</span>}
                {counts.openTickets > 0 && <span>{t('customers.open_tickets', { count: counts.openTickets })}</span>}
              </>
            }
            actions={
              <ArchiveActions
                name={name}
                id={id}
                isArchived={archivedAt !== null}
                archive={api.companies.archive()}
                restore={api.companies.restore()}
              />
            }
            notice={archivedAt !== null && <ArchivedNotice />}
          />
        }
        properties={<CompanyProperties company={company.data} />}
        tabs={tabs(company.data)}
      />
    </Page>
  )
}
