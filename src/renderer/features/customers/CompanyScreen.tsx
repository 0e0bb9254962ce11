// A company, as a page or beside a list. Its tabs are handed in by the app, which puts those of the features together.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { RecordFrame } from '#renderer/records/RecordFrame.tsx'
import { RecordLayout, type RecordTab } from '#renderer/ui/RecordLayout.tsx'
import { type RecordPlace, RecordScreen } from '#renderer/ui/RecordScreen.tsx'
import { CompanyProperties } from './CompanyProperties.tsx'
import { CustomerAside } from './CustomerAside.tsx'
import { CustomerHead } from './CustomerHead.tsx'
import type { CompanyCard } from './customer-cards.ts'

interface CompanyScreenProps {
  readonly id: string
  readonly place: RecordPlace
  readonly tabs: (company: CompanyCard) => readonly RecordTab[]
}

export function CompanyScreen({ id, place, tabs }: CompanyScreenProps) {
  const t = useT()
  const card = useQuery(useApi().companies.get({ id }))

  return (
    <RecordScreen
      place={place}
      card={card}
      kind={t('customers.company')}
      nameOf={({ name }) => name}
      up={{ to: '/companies', label: t('customers.companies') }}
    >
      {(company) => (
        <RecordFrame recordType="company" record={company}>
          <RecordLayout
            head={<CustomerHead customer={{ type: 'company', ...company }} />}
            properties={<CompanyProperties company={company} />}
            tabs={tabs(company)}
            aside={<CustomerAside customer={{ type: 'company', ...company }} />}
          />
        </RecordFrame>
      )}
    </RecordScreen>
  )
}
