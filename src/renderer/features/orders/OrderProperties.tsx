// What is known of an order besides its lines, each value edited where it stands.
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { CompanyProperty, ContactProperty } from '#renderer/features/customers/CustomerProperties.tsx'
import { OwnerProperty } from '#renderer/features/customers/OwnerProperty.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { useFieldProps } from '#renderer/records/fields/use-field-props.ts'
import { EditableCurrency } from '#renderer/ui/EditableCurrency.tsx'
import { EditableChoice } from '#renderer/ui/EditableChoice.tsx'
import { EditableDay } from '#renderer/ui/EditableDay.tsx'
import { EditableMoney } from '#renderer/ui/EditableMoney.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { Property, PropertyList } from '#renderer/ui/PropertyList.tsx'
import { type OrderCard, orderFields, orderStatus } from '#shared/orders/order.ts'

export function OrderProperties({ order }: { readonly order: OrderCard }) {
  const t = useT()
  const format = useFormat()
  const update = useAction(useApi().orders.update(), {
    said: ({ number }) => t('orders.said.saved', { number }),
    errors: 'caller',
  })
  const { id, currency } = order
  const isReadOnly = order.archivedAt !== null
  const save = (changes: Omit<Parameters<typeof update.mutateAsync>[0], 'id'>) => update.mutateAsync({ id, ...changes })
  const of = useFieldProps({ record: order, schemas: orderFields, isReadOnly, save })

  return (
    <PropertyList label={t('orders.page.properties')}>
      <EditableText {...of('number')} onSave={(number) => save({ number: number ?? '' })} />
      <EditableChoice
        {...of('status')}
        choices={orderStatus.options.map((value) => ({ value, label: t(`orders.status.${value}`) }))}
        onSave={(status) => save({ status: status ?? order.status })}
      />
      <CompanyProperty company={order.company} isReadOnly={isReadOnly} onSave={(companyId) => save({ companyId })} />
      <ContactProperty
        contact={order.contact}
        companyId={order.companyId}
        isReadOnly={isReadOnly}
        onSave={(contactId) => save({ contactId })}
      />
      <EditableDay {...of('orderedOn')} />
      <EditableDay {...of('dueOn')} />
      <EditableDay {...of('shippedOn')} />
      <EditableMoney {...of('freightMinor')} currency={currency} />
      <EditableMoney {...of('statedTotalMinor')} currency={currency} />
      <EditableCurrency {...of('currency')} onSave={(currency) => save({ currency })} />
      <OwnerProperty ownerId={order.ownerId} field="ownerId" isReadOnly={isReadOnly} onSave={(ownerId) => save({ ownerId })} />
      <EditableText {...of('shipTo')} isMultiline />
      <EditableText {...of('description')} isMultiline />
      <EditableText {...of('externalId')} />
      <Property label={t('field.createdAt')}>{format.moment(order.createdAt)}</Property>
      <Property label={t('field.updatedAt')}>{format.moment(order.updatedAt)}</Property>
    </PropertyList>
  )
}
