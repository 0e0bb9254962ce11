// What is known of a product, each value edited where it stands.
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { useFieldProps } from '#renderer/records/fields/use-field-props.ts'
import { EditableCurrency } from '#renderer/ui/EditableCurrency.tsx'
import { EditableChoice } from '#renderer/ui/EditableChoice.tsx'
import { EditableMoney } from '#renderer/ui/EditableMoney.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { Property, PropertyList } from '#renderer/ui/PropertyList.tsx'
import { type ProductCard, productFields } from '#shared/orders/product.ts'

export function ProductProperties({ product }: { readonly product: ProductCard }) {
  const t = useT()
  const format = useFormat()
  const update = useAction(useApi().products.update(), {
    said: ({ name }) => t('products.said.saved', { name }),
    errors: 'caller',
  })
  const { id, currency, lastSale } = product
  const isReadOnly = product.archivedAt !== null
  const save = (changes: Omit<Parameters<typeof update.mutateAsync>[0], 'id'>) => update.mutateAsync({ id, ...changes })
  const of = useFieldProps({ record: product, schemas: productFields, isReadOnly, save })

  return (
    <PropertyList label={t('products.page.properties')}>
      <EditableText {...of('name')} onSave={(name) => save({ name: name ?? '' })} />
      <EditableText {...of('code')} />
      <EditableText {...of('category')} />
      <EditableMoney isPrice {...of('unitPriceE4')} currency={currency} />
      <EditableCurrency {...of('currency')} onSave={(currency) => save({ currency })} />
      <EditableText {...of('unit')} />
      <EditableChoice
        {...of('isDiscontinued')}
        value={product.isDiscontinued ? 'yes' : 'no'}
        choices={[
          { value: 'no', label: t('lists.cell.no') },
          { value: 'yes', label: t('lists.cell.yes') },
        ]}
        onSave={(chosen) => save({ isDiscontinued: chosen === 'yes' })}
      />
      <EditableText {...of('description')} isMultiline />
      <EditableText {...of('externalId')} />
      {lastSale && (
        <Property label={t('products.page.last_price')}>
          {[format.price(lastSale.unitPriceE4, lastSale.currency), lastSale.orderedOn && format.shortDay(lastSale.orderedOn)]
            .filter(Boolean)
            .join(' · ')}
        </Property>
      )}
      <Property label={t('field.createdAt')}>{format.moment(product.createdAt)}</Property>
      <Property label={t('field.updatedAt')}>{format.moment(product.updatedAt)}</Property>
    </PropertyList>
  )
}
