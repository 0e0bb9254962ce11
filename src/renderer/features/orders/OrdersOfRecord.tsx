// The orders of a company or contact, on its card: what they come to, then each of them, the newest first.
import { Anchor, Button, Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Facts } from '#renderer/ui/Facts.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { RelatedList, RelatedRow } from '#renderer/ui/RelatedList.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import type { Reference } from '#shared/base/fields.ts'
import { NewOrderForm } from './NewOrderForm.tsx'
import { OrderStatusSign } from './OrderStatusSign.tsx'
import { usePages } from './use-pages.ts'

const PAGE = 50

interface OrdersOfRecordProps {
  readonly recordType: 'company' | 'contact'
  readonly record: Reference
  readonly isReadOnly?: boolean
}

export function OrdersOfRecord({ recordType, record, isReadOnly = false }: OrdersOfRecordProps) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const navigate = useNavigate()
  const address = useAddress()
  const isAdding = address.get('add') === 'order'
  const setIsAdding = (isWanted: boolean) => address.set({ add: isWanted ? 'order' : null })
  const of = { recordType, recordId: record.id }
  const orders = usePages((after) => api.orders.ofRecord({ ...of, after, limit: PAGE }))
  const sums = useQuery(api.orders.sums(of))

  if (orders.first.isPending) return <Pending lines={3} />
  if (orders.first.isError) return <ErrorNote error={orders.first.error} onRetry={() => void orders.first.refetch()} />
  return (
    <Stack gap="sm">
      {(sums.data ?? []).map(({ currency, totalMinor, orders: count, cancelled, lastOn }) => (
        <Facts
          key={currency}
          facts={[
            format.money(totalMinor, currency),
            t('orders.of_record.count', { count }),
            ...(cancelled === 0 ? [] : [t('orders.of_record.cancelled', { count: cancelled })]),
            ...(lastOn === null ? [] : [t('orders.of_record.last', { day: format.shortDay(lastOn) })]),
          ]}
        />
      ))}
      <RelatedList
        label={t('orders.of_record.title')}
        empty={orders.rows.length === 0 && <EmptyState isSmall text={t('orders.of_record.empty')} />}
        actions={
          !isReadOnly && (
            <>
              <Button variant="default" onClick={() => setIsAdding(true)}>
                {t('orders.of_record.add')}
              </Button>
              {isAdding && (
                <NewOrderForm
                  {...(recordType === 'company' ? { company: record } : { contact: record })}
                  onClose={() => setIsAdding(false)}
                  onCreated={({ id }) => void navigate(`/orders/${id}`)}
                />
              )}
            </>
          )
        }
      >
        {orders.rows.map((order) => (
          <RelatedRow
            key={order.id}
            name={
              <Anchor component={Link} to={`/orders/${order.id}`}>
                {order.number}
              </Anchor>
            }
            facts={[
              <OrderStatusSign key="status" status={order.status} />,
              order.orderedOn && format.shortDay(order.orderedOn),
              order.customer?.name ?? null,
              t('orders.of_record.lines', { count: order.lines }),
            ]}
            action={format.money(order.totalMinor, order.currency)}
          />
        ))}
      </RelatedList>
      {orders.hasMore && (
        <Group>
          <Button variant="default" loading={orders.isLoadingMore} onClick={orders.loadMore}>
            {t('orders.of_record.more')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
