// The cards of records with their tabs.
import { CompanyPage } from '#renderer/features/customers/CompanyPage.tsx'
import { ContactPage } from '#renderer/features/customers/ContactPage.tsx'
import { DealPage } from '#renderer/features/deals/DealPage.tsx'
import { TicketPage } from '#renderer/features/tickets/TicketPage.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { companyTabs, contactTabs, dealTabs, ticketTabs } from './record-tabs.tsx'

export function CompanyRecordPage() {
  const t = useT()
  return <CompanyPage tabs={(company) => companyTabs(t, company)} />
}

export function ContactRecordPage() {
  const t = useT()
  return <ContactPage tabs={(contact) => contactTabs(t, contact)} />
}

export function DealRecordPage() {
  const t = useT()
  return <DealPage tabs={(deal) => dealTabs(t, deal)} />
}

export function TicketRecordPage() {
  const t = useT()
  return <TicketPage tabs={(ticket) => ticketTabs(t, ticket)} />
}
