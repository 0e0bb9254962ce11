// Where a product was sold: what it came to, and every line of an order, the newest first.
import { Anchor, Button, Group, Stack } from '@mantine/core'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Facts } from '#renderer/ui/Facts.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { RelatedList, RelatedRow } from '#renderer/ui/RelatedList.tsx'
import type { ProductCard } from '#shared/orders/product.ts'
import { usePages } from './use-pages.ts'

const PAGE = 50

export function ProductSales({ product }: { readonly product: ProductCard }) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const { id, unit, sums } = product
  const sales = usePages((after) => api.products.sales({ id, after, limit: PAGE }))
  const quantity = (milli: number) => [format.number(milli / 1000), unit].filter(Boolean).join(' ')

  if (sales.first.isPending) return <Pending lines={3} />
  if (sales.first.isError) return <ErrorNote error={sales.first.error} onRetry={() => void sales.first.refetch()} />
  return (
    <Stack gap="sm">
      {sums.map((sum) => (
        <Facts
          key={sum.currency}
          facts={[
            format.money(sum.netMinor, sum.currency),
            t('products.sales.quantity', { quantity: quantity(sum.quantityMilli) }),
            t('orders.of_record.count', { count: sum.orders }),
          ]}
        />
      ))}
      <RelatedList
        label={t('products.sales.title')}
        empty={sales.rows.length === 0 && <EmptyState isSmall text={t('products.sales.empty')} />}
      >
        {sales.rows.map((sale) => (
          <RelatedRow
            key={sale.id}
            name={
              <Anchor component={Link} to={`/orders/${sale.order.id}`}>
                {sale.order.name}
              </Anchor>
            }
            facts={[
              sale.orderedOn && format.shortDay(sale.orderedOn),
              sale.customer?.name ?? null,
              t('products.sales.line', {
                quantity: quantity(sale.quantityMilli),
                price: format.price(sale.unitPriceE4, sale.currency),
              }),
            ]}
            action={format.money(sale.netMinor, sale.currency)}
          />
        ))}
      </RelatedList>
      {sales.hasMore && (
        <Group>
          <Button variant="default" loading={sales.isLoadingMore} onClick={sales.loadMore}>
            {t('orders.of_record.more')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
