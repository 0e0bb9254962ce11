// Where an order stands, as a shape with a word.
import { IconCircleCheck, IconCircleDot, IconCircleX, type TablerIcon } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Sign } from '#renderer/ui/Sign.tsx'
import type { OrderStatus } from '#shared/orders/order.ts'

const ICONS: Readonly<Record<OrderStatus, TablerIcon>> = { open: IconCircleDot, done: IconCircleCheck, cancelled: IconCircleX }

export function OrderStatusSign({ status }: { readonly status: OrderStatus }) {
  const t = useT()
  return <Sign icon={ICONS[status]} text={t(`orders.status.${status}`)} />
}
