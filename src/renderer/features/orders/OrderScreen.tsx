// One order, as a page or beside a list: its lines, what we know, and the tabs that the app puts beside them.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { RecordFrame } from '#renderer/records/RecordFrame.tsx'
import { RecordLayout, type RecordTab } from '#renderer/ui/RecordLayout.tsx'
import { type RecordPlace, RecordScreen } from '#renderer/ui/RecordScreen.tsx'
import type { OrderCard } from '#shared/orders/order.ts'
import { OrderHead } from './OrderHead.tsx'
import { OrderLines } from './OrderLines.tsx'
import { OrderProperties } from './OrderProperties.tsx'

interface OrderScreenProps {
  readonly id: string
  readonly place: RecordPlace
  readonly tabs: (order: OrderCard) => readonly RecordTab[]
}

export function OrderScreen({ id, place, tabs }: OrderScreenProps) {
  const t = useT()
  const card = useQuery(useApi().orders.get({ id }))

  return (
    <RecordScreen
      place={place}
      card={card}
      kind={t('orders.page.kind')}
      nameOf={({ number }) => number}
      up={{ to: '/orders', label: t('orders.list.title') }}
    >
      {(order) => (
        <RecordFrame recordType="order" record={order}>
          <RecordLayout
            head={<OrderHead order={order} />}
            properties={<OrderProperties order={order} />}
            tabs={[
              {
                id: 'lines',
                title: t('orders.lines.title'),
                count: order.lines.length,
                content: <OrderLines key={id} order={order} />,
              },
              ...tabs(order),
            ]}
          />
        </RecordFrame>
      )}
    </RecordScreen>
  )
}
