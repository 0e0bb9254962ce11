// The lists with the record that each can show beside itself.
import { CompaniesPage } from '#renderer/features/customers/CompaniesPage.tsx'
import { ContactsPage } from '#renderer/features/customers/ContactsPage.tsx'
import { DealsPage } from '#renderer/features/deals/DealsPage.tsx'
import { OrdersPage } from '#renderer/features/orders/OrdersPage.tsx'
import { ProductsPage } from '#renderer/features/orders/ProductsPage.tsx'
import { TicketsPage } from '#renderer/features/tickets/TicketsPage.tsx'
import { RecordView } from './RecordView.tsx'

export function CompanyListPage() {
  return <CompaniesPage renderPanel={(id) => <RecordView type="company" id={id} place="panel" />} />
}

export function ContactListPage() {
  return <ContactsPage renderPanel={(id) => <RecordView type="contact" id={id} place="panel" />} />
}

export function DealListPage() {
  return <DealsPage renderPanel={(id) => <RecordView type="deal" id={id} place="panel" />} />
}

export function ProductListPage() {
  return <ProductsPage renderPanel={(id) => <RecordView type="product" id={id} place="panel" />} />
}

export function OrderListPage() {
  return <OrdersPage renderPanel={(id) => <RecordView type="order" id={id} place="panel" />} />
}

export function TicketListPage() {
  return <TicketsPage renderPanel={(id) => <RecordView type="ticket" id={id} place="panel" />} />
}
