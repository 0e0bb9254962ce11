// Which tabs the cards of records have. The features know nothing of each other; they meet here.
import { Timeline } from '#renderer/features/activities/Timeline.tsx'
import { CompaniesOfContact } from '#renderer/features/customers/CompaniesOfContact.tsx'
import { ContactsOfCompany } from '#renderer/features/customers/ContactsOfCompany.tsx'
import type { CompanyCard, ContactCard } from '#renderer/features/customers/customer-cards.ts'
import { DealsOfRecord } from '#renderer/features/deals/DealsOfRecord.tsx'
import { RecordHistory } from '#renderer/features/history/RecordHistory.tsx'
import { TicketsOfRecord } from '#renderer/features/tickets/TicketsOfRecord.tsx'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { RecordTab } from '#renderer/ui/RecordLayout.tsx'
import type { RecordType, Reference } from '#shared/base/fields.ts'

interface CardRecord {
  readonly id: string
  readonly archivedAt: string | null
}

const TABLES = { company: 'companies', contact: 'contacts', deal: 'deals', ticket: 'tickets' } as const

const timelineTab = (t: Translate, recordType: RecordType, { id, archivedAt }: CardRecord): RecordTab => ({
  id: 'timeline',
  title: t('activities.timeline'),
  content: <Timeline key={id} recordType={recordType} recordId={id} isReadOnly={archivedAt !== null} />,
})

const historyTab = (t: Translate, recordType: RecordType, { id }: CardRecord): RecordTab => ({
  id: 'history',
  title: t('history.tab'),
  content: <RecordHistory table={TABLES[recordType]} id={id} />,
})

const dealsTab = (
  t: Translate,
  recordType: 'company' | 'contact',
  { id, name, archivedAt }: CardRecord & Reference,
): RecordTab => ({
  id: 'deals',
  title: t('deals.of_record.title'),
  content: <DealsOfRecord recordType={recordType} record={{ id, name }} isReadOnly={archivedAt !== null} />,
})

const ticketsTab = (
  t: Translate,
  recordType: 'company' | 'contact',
  { id, name, archivedAt }: CardRecord & Reference,
): RecordTab => ({
  id: 'tickets',
  title: t('tickets.of_record.title'),
  content: <TicketsOfRecord recordType={recordType} record={{ id, name }} isReadOnly={archivedAt !== null} />,
})

export const companyTabs = (t: Translate, company: CompanyCard): readonly RecordTab[] => [
  timelineTab(t, 'company', company),
  {
    id: 'contacts',
    title: t('customers.tab.contacts'),
    count: company.counts.contacts,
    content: <ContactsOfCompany company={company} />,
  },
  dealsTab(t, 'company', company),
  ticketsTab(t, 'company', company),
  historyTab(t, 'company', company),
]

export const contactTabs = (t: Translate, contact: ContactCard): readonly RecordTab[] => [
  timelineTab(t, 'contact', contact),
  {
    id: 'companies',
    title: t('customers.tab.companies'),
    count: contact.companies.length,
    content: <CompaniesOfContact contact={contact} />,
  },
  dealsTab(t, 'contact', contact),
  ticketsTab(t, 'contact', contact),
  historyTab(t, 'contact', contact),
]

/** Deals and tickets: the timeline and the history beside what their own card shows. */
export const dealTabs = (t: Translate, deal: CardRecord): readonly RecordTab[] => [
  timelineTab(t, 'deal', deal),
  historyTab(t, 'deal', deal),
]

export const ticketTabs = (t: Translate, ticket: CardRecord): readonly RecordTab[] => [
  timelineTab(t, 'ticket', ticket),
  historyTab(t, 'ticket', ticket),
]
