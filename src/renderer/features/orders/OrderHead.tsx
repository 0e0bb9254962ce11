// The head of an order: its number, where it stands, for whom it is and what it comes to.
import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ArchivableHead } from '#renderer/records/ArchivableHead.tsx'
import type { OrderCard } from '#shared/orders/order.ts'
import { OrderStatusSign } from './OrderStatusSign.tsx'

export function OrderHead({ order }: { readonly order: OrderCard }) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const { id, number, archivedAt, company, contact, currency, figures } = order
  const archive = useAction(api.orders.archive(), { said: () => t('orders.said.archived', { number }) })
  const restore = useAction(api.orders.restore(), { said: () => t('orders.said.restored', { number }) })
  const customer = company ?? contact

  return (
    <ArchivableHead
      recordType="order"
      record={{ id, name: number, archivedAt }}
      kind={t('orders.page.kind')}
      facts={
        <>
          <OrderStatusSign status={order.status} />
          {customer ? (
            <Anchor component={Link} to={`/${company ? 'companies' : 'contacts'}/${customer.id}`}>
              {customer.name}
            </Anchor>
          ) : (
            <span>{t('orders.page.no_customer')}</span>
          )}
          {figures.totalMinor !== null && <span>{format.money(figures.totalMinor, currency)}</span>}
        </>
      }
      hasCall
      archivedNotice={t('orders.page.archived')}
      archive={archive}
      restore={restore}
    />
  )
}
