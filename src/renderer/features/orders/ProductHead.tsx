// The head of a product: what it is called, its code, and what it costs.
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ArchivableHead } from '#renderer/records/ArchivableHead.tsx'
import type { ProductCard } from '#shared/orders/product.ts'

export function ProductHead({ product }: { readonly product: ProductCard }) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const { name, code, unitPriceE4, currency } = product
  const archive = useAction(api.products.archive(), { said: () => t('products.said.archived', { name }) })
  const restore = useAction(api.products.restore(), { said: () => t('products.said.restored', { name }) })

  return (
    <ArchivableHead
      recordType="product"
      record={product}
      kind={t('products.page.kind')}
      facts={
        <>
          {code !== null && <span>{code}</span>}
          {unitPriceE4 !== null && <span>{format.price(unitPriceE4, currency)}</span>}
          {product.isDiscontinued && <span>{t('products.page.discontinued')}</span>}
        </>
      }
      hasCall={false}
      archivedNotice={t('products.page.archived')}
      archive={archive}
      restore={restore}
    />
  )
}
