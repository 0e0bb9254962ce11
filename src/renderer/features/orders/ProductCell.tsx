// What a line is about: a product of the catalogue, picked in its cell, with the way to its page.
import { ActionIcon } from '@mantine/core'
import { IconArrowUpRight } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EditableLineCell } from '#renderer/ui/LineTable.tsx'
import { ReferencePicker } from '#renderer/ui/ReferencePicker.tsx'
import { useEditing } from '#renderer/ui/use-editing.ts'
import type { Reference } from '#shared/base/fields.ts'
import { type LineRecord, lineName } from './order-record.ts'
import { usePickProduct } from './use-pick-product.ts'

interface ProductCellProps {
  readonly line: LineRecord
  readonly currency: string
  readonly isReadOnly: boolean
  readonly onSave: (productId: string) => Promise<unknown>
}

export function ProductCell({ line, currency, isReadOnly, onSave }: ProductCellProps) {
  const t = useT()
  const picking = usePickProduct(currency)
  const { product } = line
  const editing = useEditing<Reference | null>({
    value: product,
    // A line is taken away by its own action; a box that was emptied changes nothing.
    onSave: async (chosen) => (chosen === null ? undefined : onSave(chosen.id)),
  })
  const label = t('orders.lines.cell', { field: t('orders.lines.what'), name: lineName(t, line) })

  return (
    <EditableLineCell
      label={label}
      shown={lineName(t, line)}
      editing={editing}
      isReadOnly={isReadOnly}
      after={
        product && (
          <ActionIcon
            component={Link}
            to={`/products/${product.id}`}
            size="sm"
            aria-label={t('orders.lines.open_product', { name: product.name })}
          >
            <IconArrowUpRight size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        )
      }
    >
      {(input) => (
        <ReferencePicker
          {...input}
          size="xs"
          defaultDropdownOpened
          aria-label={label}
          {...picking}
          value={editing.draft}
          onChange={(next) => {
            editing.setDraft(next)
            if (next !== null) void editing.finish(next)
          }}
        />
      )}
    </EditableLineCell>
  )
}
