// The cards of records with their tabs.
import { CompanyPage } from '#renderer/features/customers/CompanyPage.tsx'
import { ContactPage } from '#renderer/features/customers/ContactPage.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { companyTabs, contactTabs } from './record-tabs.tsx'

export function CompanyRecordPage() {
  const t = useT()
  return <CompanyPage tabs={(company) => companyTabs(t, company)} />
}

export function ContactRecordPage() {
  const t = useT()
  return <ContactPage tabs={(contact) => contactTabs(t, contact)} />
}
