// A record of any kind with its tabs, as a page or beside a list: the one place that knows all features that have a say in it.
import { type ReactNode, useMemo } from 'react'
import { RecordDialogs } from '#renderer/features/activities/RecordDialogs.tsx'
import { CompanyScreen } from '#renderer/features/customers/CompanyScreen.tsx'
import { ContactScreen } from '#renderer/features/customers/ContactScreen.tsx'
import { DealScreen } from '#renderer/features/deals/DealScreen.tsx'
import { OrderScreen } from '#renderer/features/orders/OrderScreen.tsx'
import { ProductScreen } from '#renderer/features/orders/ProductScreen.tsx'
import { TicketScreen } from '#renderer/features/tickets/TicketScreen.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ChangedElsewhere } from '#renderer/records/changes/ChangedElsewhere.tsx'
import { RecordBadgeContext } from '#renderer/ui/record-badge.ts'
import { PropertyHistoryContext } from '#renderer/ui/property-history.ts'
import type { RecordPlace } from '#renderer/ui/RecordScreen.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import { HeadSigns } from './HeadSigns.tsx'
import { PropertyClock } from './PropertyClock.tsx'
import { useWinner } from './use-winner.ts'
import { companyTabs, contactTabs, recordTabs } from './record-tabs.tsx'

interface RecordViewProps {
  readonly type: RecordType
  readonly id: string
  readonly place: RecordPlace
}

export function RecordView({ type, id: asked, place }: RecordViewProps) {
  const t = useT()
  const id = useWinner({ type, id: asked, place })
  const history = useMemo(() => ({ recordType: type, id, Clock: PropertyClock }), [type, id])
  const badge = useMemo(() => ({ recordType: type, id, Badge: HeadSigns, Notice: ChangedElsewhere }), [type, id])
  const screens: Readonly<Record<RecordType, ReactNode>> = {
    company: <CompanyScreen key={id} id={id} place={place} tabs={(company) => companyTabs(t, company)} />,
    contact: <ContactScreen key={id} id={id} place={place} tabs={(contact) => contactTabs(t, contact)} />,
    deal: <DealScreen key={id} id={id} place={place} tabs={(deal) => recordTabs(t, 'deal', deal)} />,
    product: <ProductScreen key={id} id={id} place={place} tabs={(product) => recordTabs(t, 'product', product)} />,
    order: <OrderScreen key={id} id={id} place={place} tabs={(order) => recordTabs(t, 'order', order)} />,
    ticket: <TicketScreen key={id} id={id} place={place} tabs={(ticket) => recordTabs(t, 'ticket', ticket)} />,
  }
  return (
    <PropertyHistoryContext value={history}>
      <RecordBadgeContext value={badge}>{screens[type]}</RecordBadgeContext>
      <RecordDialogs recordType={type} recordId={id} />
    </PropertyHistoryContext>
  )
}
