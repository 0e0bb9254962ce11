// What is known of a deal, each value edited where it stands.
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { CompanyProperty, ContactProperty } from '#renderer/features/customers/CustomerProperties.tsx'
import { OwnerProperty } from '#renderer/features/customers/OwnerProperty.tsx'
import { RecordTypeProperty } from '#renderer/features/customers/RecordTypeProperty.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { useFieldProps } from '#renderer/records/fields/use-field-props.ts'
import { RecordProperties } from '#renderer/records/RecordProperties.tsx'
import { EditableCurrency } from '#renderer/ui/EditableCurrency.tsx'
import { EditableDay } from '#renderer/ui/EditableDay.tsx'
import { EditableMoney } from '#renderer/ui/EditableMoney.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { Property } from '#renderer/ui/PropertyList.tsx'
import { dealFields } from '#shared/deals/deal.ts'
import type { DealRecord } from './deal-record.ts'

export function DealProperties({ deal }: { readonly deal: DealRecord }) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const update = useAction(api.deals.update(), { said: ({ title }) => t('deals.said.saved', { title }), errors: 'caller' })
  const { id } = deal
  const save = (changes: Omit<Parameters<typeof update.mutateAsync>[0], 'id'>) => update.mutateAsync({ id, ...changes })
  const isReadOnly = deal.archivedAt !== null

  const of = useFieldProps({ record: deal, schemas: dealFields, isReadOnly, save })

  return (
    <RecordProperties
      label={t('deals.page.properties')}
      entity="deal"
      record={deal}
      isReadOnly={isReadOnly}
      onSaveCustom={(custom) => save({ custom })}
      first={<EditableText {...of('title')} onSave={(title) => save({ title: title ?? '' })} />}
      builtIn={{
        companyId: <CompanyProperty company={deal.company} isReadOnly={isReadOnly} onSave={(companyId) => save({ companyId })} />,
        contactId: (
          <ContactProperty
            contact={deal.contact}
            companyId={deal.companyId}
            isReadOnly={isReadOnly}
            onSave={(contactId) => save({ contactId })}
          />
        ),
        amountMinor: (
          <>
            <EditableMoney {...of('amountMinor')} currency={deal.currency} />
            <EditableCurrency {...of('currency')} onSave={(currency) => save({ currency })} />
          </>
        ),
        expectedCloseOn: <EditableDay {...of('expectedCloseOn')} />,
        openedOn: <EditableDay {...of('openedOn')} />,
        ownerId: (
          <OwnerProperty ownerId={deal.ownerId} field="ownerId" isReadOnly={isReadOnly} onSave={(ownerId) => save({ ownerId })} />
        ),
        recordTypeId: (
          <RecordTypeProperty
            entity="deal"
            value={deal.recordTypeId}
            isReadOnly={isReadOnly}
            onSave={(recordTypeId) => save({ recordTypeId })}
          />
        ),
        product: <EditableText {...of('product')} />,
        source: <EditableText {...of('source')} />,
        description: <EditableText {...of('description')} isMultiline />,
        externalId: <EditableText {...of('externalId')} />,
      }}
      last={
        <>
          {deal.closedOn !== null && <Property label={t('field.closedOn')}>{format.day(deal.closedOn)}</Property>}
          {deal.lossReason !== null && <Property label={t('field.lossReason')}>{deal.lossReason}</Property>}
          <Property label={t('field.createdAt')}>{format.moment(deal.createdAt)}</Property>
          <Property label={t('field.updatedAt')}>{format.moment(deal.updatedAt)}</Property>
        </>
      }
    />
  )
}
