// Which tabs the cards of records have. The features know nothing of each other; they meet here.
import { Timeline } from '#renderer/features/activities/Timeline.tsx'
import { CompaniesOfContact } from '#renderer/features/customers/CompaniesOfContact.tsx'
import { ContactsOfCompany } from '#renderer/features/customers/ContactsOfCompany.tsx'
import type { CompanyCard, ContactCard } from '#renderer/features/customers/customer-cards.ts'
import { RelationsOfContact } from '#renderer/features/customers/RelationsOfContact.tsx'
import { DealsOfRecord } from '#renderer/features/deals/DealsOfRecord.tsx'
import { RecordHistory } from '#renderer/features/history/RecordHistory.tsx'
import { OrdersOfRecord } from '#renderer/features/orders/OrdersOfRecord.tsx'
import { TicketsOfRecord } from '#renderer/features/tickets/TicketsOfRecord.tsx'
import { AttachmentsPanel } from '#renderer/records/attachments/AttachmentsPanel.tsx'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { RecordTab } from '#renderer/ui/RecordLayout.tsx'
import type { RecordType, Reference } from '#shared/base/fields.ts'
import { recordPlaces } from '#shared/base/record-places.ts'

interface CardRecord {
  readonly id: string
  readonly archivedAt: string | null
}

const timelineTab = (t: Translate, recordType: RecordType, { id, archivedAt }: CardRecord): RecordTab => ({
  id: 'timeline',
  title: t('activities.timeline'),
  content: <Timeline key={id} recordType={recordType} recordId={id} isReadOnly={archivedAt !== null} />,
})

const historyTab = (t: Translate, recordType: RecordType, { id, archivedAt }: CardRecord): RecordTab => ({
  id: 'history',
  title: t('history.tab'),
  content: <RecordHistory table={recordPlaces[recordType]} id={id} isReadOnly={archivedAt !== null} />,
})

const filesTab = (t: Translate, recordType: RecordType, { id, archivedAt }: CardRecord, count?: number): RecordTab => ({
  id: 'files',
  title: t('record.tab.files'),
  count,
  content: <AttachmentsPanel recordType={recordType} recordId={id} isReadOnly={archivedAt !== null} />,
})

const dealsTab = (
  t: Translate,
  recordType: 'company' | 'contact',
  { id, name, archivedAt, counts }: CardRecord & Reference & { readonly counts: { readonly openDeals: number } },
): RecordTab => ({
  id: 'deals',
  title: t('deals.of_record.title'),
  count: counts.openDeals,
  content: <DealsOfRecord recordType={recordType} record={{ id, name }} isReadOnly={archivedAt !== null} />,
})

const ordersTab = (
  t: Translate,
  recordType: 'company' | 'contact',
  { id, name, archivedAt, counts }: CardRecord & Reference & { readonly counts: { readonly orders: number } },
): RecordTab => ({
  id: 'orders',
  title: t('orders.of_record.title'),
  count: counts.orders,
  content: <OrdersOfRecord key={id} recordType={recordType} record={{ id, name }} isReadOnly={archivedAt !== null} />,
})

const ticketsTab = (
  t: Translate,
  recordType: 'company' | 'contact',
  { id, name, archivedAt, counts }: CardRecord & Reference & { readonly counts: { readonly openTickets: number } },
): RecordTab => ({
  id: 'tickets',
  title: t('tickets.of_record.title'),
  count: counts.openTickets,
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
  ordersTab(t, 'company', company),
  ticketsTab(t, 'company', company),
  filesTab(t, 'company', company, company.counts.attachments),
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
  {
    id: 'relations',
    title: t('record.tab.relations'),
    count: contact.relations.length,
    content: <RelationsOfContact contact={contact} />,
  },
  dealsTab(t, 'contact', contact),
  ordersTab(t, 'contact', contact),
  ticketsTab(t, 'contact', contact),
  filesTab(t, 'contact', contact, contact.counts.attachments),
  historyTab(t, 'contact', contact),
]

/** All others: the timeline, the files and the history beside what their own card shows. */
export const recordTabs = (t: Translate, recordType: RecordType, record: CardRecord): readonly RecordTab[] => [
  timelineTab(t, recordType, record),
  filesTab(t, recordType, record),
  historyTab(t, recordType, record),
]
