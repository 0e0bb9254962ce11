// One product, as a page or beside a list: where it was sold, what we know, and the tabs that the app puts beside them.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { RecordFrame } from '#renderer/records/RecordFrame.tsx'
import { RecordLayout, type RecordTab } from '#renderer/ui/RecordLayout.tsx'
import { type RecordPlace, RecordScreen } from '#renderer/ui/RecordScreen.tsx'
import type { ProductCard } from '#shared/orders/product.ts'
import { ProductHead } from './ProductHead.tsx'
import { ProductProperties } from './ProductProperties.tsx'
import { ProductSales } from './ProductSales.tsx'

interface ProductScreenProps {
  readonly id: string
  readonly place: RecordPlace
  readonly tabs: (product: ProductCard) => readonly RecordTab[]
}

export function ProductScreen({ id, place, tabs }: ProductScreenProps) {
  const t = useT()
  const card = useQuery(useApi().products.get({ id }))

  return (
    <RecordScreen
      place={place}
      card={card}
      kind={t('products.page.kind')}
      nameOf={({ name }) => name}
      up={{ to: '/products', label: t('products.list.title') }}
    >
      {(product) => (
        <RecordFrame recordType="product" record={product}>
          <RecordLayout
            head={<ProductHead product={product} />}
            properties={<ProductProperties product={product} />}
            tabs={[
              { id: 'sales', title: t('products.sales.title'), content: <ProductSales key={id} product={product} /> },
              ...tabs(product),
            ]}
          />
        </RecordFrame>
      )}
    </RecordScreen>
  )
}
