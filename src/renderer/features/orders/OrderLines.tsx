// The lines of an order with what they come to. A product that is picked below becomes the next line, its quantity open to be typed.
import { useRef, useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { LineTable } from '#renderer/ui/LineTable.tsx'
import { ReferencePicker } from '#renderer/ui/ReferencePicker.tsx'
import type { OrderCard } from '#shared/orders/order.ts'
import { OrderLine } from './OrderLine.tsx'
import { OrderSums } from './OrderSums.tsx'
import { usePickProduct } from './use-pick-product.ts'

export function OrderLines({ order }: { readonly order: OrderCard }) {
  const t = useT()
  const { id, number, currency, lines } = order
  const isReadOnly = order.archivedAt !== null
  const picking = usePickProduct(currency)
  const [addedId, setAddedId] = useState<string | null>(null)
  const [picks, setPicks] = useState(0)
  const added = useRef('')
  const add = useAction(useApi().orderLines.add(), {
    said: () => t('orders.said.line_added', { name: added.current, number }),
    onDone: (line) => setAddedId(line.id),
  })

  return (
    <section aria-label={t('orders.lines.title')}>
      {lines.length === 0 && <EmptyState isSmall text={t('orders.lines.empty')} />}
      {lines.length > 0 && (
        <LineTable
          label={t('orders.lines.title')}
          columns={[
            { id: 'product', title: t('orders.lines.what') },
            { id: 'quantity', title: t('field.quantityMilli'), isEnd: true },
            { id: 'price', title: t('field.unitPriceE4'), isEnd: true },
            { id: 'discount', title: t('field.discountBp'), isEnd: true },
            { id: 'net', title: t('orders.lines.net'), isEnd: true },
            ...(isReadOnly ? [] : [{ id: 'actions', title: t('orders.lines.actions'), isTitleHidden: true }]),
          ]}
        >
          {lines.map((line, place) => (
            <OrderLine key={line.id} order={order} line={line} place={place} isNew={line.id === addedId} />
          ))}
        </LineTable>
      )}
      {!isReadOnly && (
        <ReferencePicker
          // Empty again after each one.
          key={picks}
          mt="sm"
          maw={360}
          aria-label={t('orders.lines.add')}
          {...picking}
          placeholder={t('orders.lines.add')}
          value={null}
          onChange={(product) => {
            if (product === null) return
            added.current = product.name
            setPicks(picks + 1)
            add.mutate({ orderId: id, productId: product.id })
          }}
        />
      )}
      <OrderSums order={order} />
    </section>
  )
}
