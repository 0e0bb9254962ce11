// An order's line as its page gets it, and how it is called.
import type { Translate } from '#renderer/i18n/translate.ts'
import type { OrderCard } from '#shared/orders/order.ts'

export type LineRecord = OrderCard['lines'][number]

/** The words of the line itself before the name of its product. */
export const lineName = (t: Translate, line: LineRecord): string => line.name ?? line.product?.name ?? t('orders.lines.nameless')
