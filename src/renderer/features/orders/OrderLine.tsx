// One line of an order: what, how many, at what price, less what; and what can be done with it.
import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { LineCell, LineRow } from '#renderer/ui/LineTable.tsx'
import type { NewOrderLine, OrderCard } from '#shared/orders/order.ts'
import { minorOfE4 } from '#shared/orders/order-amounts.ts'
import { DecimalCell } from './DecimalCell.tsx'
import { type LineRecord, lineName } from './order-record.ts'
import { ProductCell } from './ProductCell.tsx'

interface OrderLineProps {
  readonly order: OrderCard
  readonly line: LineRecord
  readonly place: number
  readonly isNew: boolean
}

export function OrderLine({ order, line, place, isNew }: OrderLineProps) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const { id } = line
  const { number, currency, lines } = order
  const name = lineName(t, line)
  const isReadOnly = order.archivedAt !== null
  const update = useAction(api.orderLines.update(), { said: () => t('orders.said.line_saved', { name }), errors: 'caller' })
  const remove = useAction(api.orderLines.remove(), { said: () => t('orders.said.line_removed', { name, number }) })
  const move = useAction(api.orderLines.move(), { said: () => t('orders.said.line_moved', { name }) })
  const save = (changes: NewOrderLine) => update.mutateAsync({ id, ...changes })
  const step = (by: 1 | -1) => {
    if (lines[place + by]) move.mutate({ id, beforeId: (by === 1 ? lines[place + 2] : lines[place - 1])?.id ?? null })
  }
  const cell = (field: 'quantityMilli' | 'unitPriceE4' | 'discountBp') => ({
    label: t('orders.lines.cell', { field: t(`field.${field}`), name }),
    value: line[field],
    isReadOnly,
    onSave: (value: number) => save({ [field]: value }),
  })
  const quantity = [format.number(line.quantityMilli / 1000), line.product?.unit].filter(Boolean).join(' ')

  return (
    <LineRow onMove={isReadOnly ? undefined : step}>
      <ProductCell line={line} currency={currency} isReadOnly={isReadOnly} onSave={(productId) => save({ productId })} />
      <DecimalCell {...cell('quantityMilli')} digits={3} shown={quantity} opensItself={isNew} />
      <DecimalCell {...cell('unitPriceE4')} digits={4} shown={format.price(line.unitPriceE4, currency)} />
      <DecimalCell
        {...cell('discountBp')}
        digits={2}
        shown={line.discountBp === 0 ? '' : `${format.number(line.discountBp / 100)} %`}
      />
      <LineCell isEnd>{format.money(minorOfE4(line.netE4, currency), currency)}</LineCell>
      {!isReadOnly && (
        <LineCell isEnd>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size={20} aria-label={t('orders.lines.menu', { name })}>
                <IconDots size={16} stroke={1.5} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item disabled={place === 0} rightSection="Alt ↑" onClick={() => step(-1)}>
                {t('orders.lines.up')}
              </Menu.Item>
              <Menu.Item disabled={place === lines.length - 1} rightSection="Alt ↓" onClick={() => step(1)}>
                {t('orders.lines.down')}
              </Menu.Item>
              <Menu.Item onClick={() => remove.mutate({ id })}>{t('orders.lines.remove')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </LineCell>
      )}
    </LineRow>
  )
}
