// The head of a product: what it is called, its code, and what it costs.
import { Button, Menu, Text } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { RecordStar, RecordTags } from '#renderer/records/RecordMarks.tsx'
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx'
import { PlanItems } from '#renderer/ui/PlanItems.tsx'
import { RecordHead } from '#renderer/ui/RecordHead.tsx'
import type { ProductCard } from '#shared/orders/product.ts'

export function ProductHead({ product }: { readonly product: ProductCard }) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const { id, name, code, unitPriceE4, currency } = product
  const archive = useAction(api.products.archive(), { said: () => t('products.said.archived', { name }) })
  const restore = useAction(api.products.restore(), { said: () => t('products.said.restored', { name }) })
  const isArchived = product.archivedAt !== null

  return (
    <RecordHead
      kind={t('products.page.kind')}
      name={name}
      mark={<RecordStar recordType="product" record={{ id, name }} />}
      facts={
        <>
          {code !== null && <span>{code}</span>}
          {unitPriceE4 !== null && <span>{format.price(unitPriceE4, currency)}</span>}
          {product.isDiscontinued && <span>{t('products.page.discontinued')}</span>}
          <RecordTags recordType="product" record={{ id, name }} isReadOnly={isArchived} />
        </>
      }
      actions={
        isArchived ? (
          <Button loading={restore.isPending} onClick={() => restore.mutate({ id })}>
            {t('base.restore')}
          </Button>
        ) : (
          <MoreMenu>
            <PlanItems />
            <Menu.Item onClick={() => archive.mutate({ id })}>{t('base.archive')}</Menu.Item>
          </MoreMenu>
        )
      }
      notice={isArchived && <Text>{t('products.page.archived')}</Text>}
    />
  )
}
