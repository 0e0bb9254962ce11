// What an order comes to: only the steps that there are.
import { Text } from '@mantine/core'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { LineSums } from '#renderer/ui/LineTable.tsx'
import type { OrderCard } from '#shared/orders/order.ts'

export function OrderSums({ order }: { readonly order: OrderCard }) {
  const t = useT()
  const { money } = useFormat()
  const { currency, freightMinor, figures } = order
  const { lines, grossMinor, discountMinor, netMinor, totalMinor, statedMinor } = figures
  if (totalMinor === null) return null
  const of = (label: string, amount: number) => ({ label, value: money(amount, currency) })
  const hasFreight = freightMinor !== null && freightMinor !== 0

  return (
    <>
      <LineSums
        label={t('orders.sums.label')}
        sums={[
          ...(lines > 0 && discountMinor !== 0
            ? [of(t('orders.sums.gross'), grossMinor), of(t('orders.sums.discount'), -discountMinor)]
            : []),
          ...(lines > 0 && hasFreight ? [of(t('orders.sums.net'), netMinor), of(t('orders.sums.freight'), freightMinor)] : []),
          { ...of(t('orders.sums.total'), totalMinor), isTotal: true },
          ...(statedMinor === null ? [] : [of(t('orders.sums.stated'), statedMinor)]),
        ]}
      />
      {lines === 0 && (
        <Text size="xs" c="dimmed" ta="end" mt="xs">
          {t('orders.sums.stated_only')}
        </Text>
      )}
    </>
  )
}
