// The head of an order: its number, where it stands, for whom it is and what it comes to.
import { Anchor, Button, Menu, Text } from '@mantine/core'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { RecordStar, RecordTags } from '#renderer/records/RecordMarks.tsx'
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx'
import { PlanItems } from '#renderer/ui/PlanItems.tsx'
import { RecordHead } from '#renderer/ui/RecordHead.tsx'
import type { OrderCard } from '#shared/orders/order.ts'
import { OrderStatusSign } from './OrderStatusSign.tsx'

export function OrderHead({ order }: { readonly order: OrderCard }) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const { id, number, company, contact, currency, figures } = order
  const archive = useAction(api.orders.archive(), { said: () => t('orders.said.archived', { number }) })
  const restore = useAction(api.orders.restore(), { said: () => t('orders.said.restored', { number }) })
  const isArchived = order.archivedAt !== null
  const record = { id, name: number }
  const customer = company ?? contact

  return (
    <RecordHead
      kind={t('orders.page.kind')}
      name={number}
      mark={<RecordStar recordType="order" record={record} />}
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
          <RecordTags recordType="order" record={record} isReadOnly={isArchived} />
        </>
      }
      actions={
        isArchived ? (
          <Button loading={restore.isPending} onClick={() => restore.mutate({ id })}>
            {t('base.restore')}
          </Button>
        ) : (
          <MoreMenu>
            <PlanItems hasCall />
            <Menu.Item onClick={() => archive.mutate({ id })}>{t('base.archive')}</Menu.Item>
          </MoreMenu>
        )
      }
      notice={isArchived && <Text>{t('orders.page.archived')}</Text>}
    />
  )
}
