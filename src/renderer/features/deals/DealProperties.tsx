// What is known of a deal, each value edited where it stands.
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { OwnerProperty } from '#renderer/features/customers/OwnerProperty.tsx'
import { RecordTypeProperty } from '#renderer/features/customers/RecordTypeProperty.tsx'
import { useFormat, useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import { locales } from '#renderer/i18n/translate.ts'
import { RecordProperties } from '#renderer/records/RecordProperties.tsx'
import { currencyChoices } from '#renderer/ui/currencies.ts'
import { EditableChoice } from '#renderer/ui/EditableChoice.tsx'
import { EditableDay } from '#renderer/ui/EditableDay.tsx'
import { EditableMoney } from '#renderer/ui/EditableMoney.tsx'
import { EditableReference } from '#renderer/ui/EditableReference.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { Property } from '#renderer/ui/PropertyList.tsx'
import { dealFields } from '#shared/deals/deal.ts'
import type { DealRecord } from './deal-record.ts'

export function DealProperties({ deal }: { readonly deal: DealRecord }) {
  const t = useT()
  const format = useFormat()
  const locale = locales[useLanguage()]
  const api = useApi()
  const update = useAction(api.deals.update(), { said: ({ title }) => t('deals.said.saved', { title }), errors: 'caller' })
  const { id, company, contact } = deal
  const save = (changes: Omit<Parameters<typeof update.mutateAsync>[0], 'id'>) => update.mutateAsync({ id, ...changes })
  const isReadOnly = deal.archivedAt !== null

  const text = (field: 'product' | 'source' | 'externalId' | 'description', isMultiline = false) => (
    <EditableText
      label={t(`field.${field}`)}
      field={field}
      value={deal[field]}
      schema={dealFields[field]}
      isMultiline={isMultiline}
      isReadOnly={isReadOnly}
      onSave={(value) => save({ [field]: value })}
    />
  )
  const day = (field: 'expectedCloseOn' | 'openedOn') => (
    <EditableDay
      label={t(`field.${field}`)}
      field={field}
      value={deal[field]}
      schema={dealFields[field]}
      isReadOnly={isReadOnly}
      onSave={(value) => save({ [field]: value })}
    />
  )
  return (
    <RecordProperties
      label={t('deals.page.properties')}
      entity="deal"
      record={deal}
      isReadOnly={isReadOnly}
      onSaveCustom={(custom) => save({ custom })}
      first={
        <EditableText
          label={t('field.title')}
          field="title"
          value={deal.title}
          schema={dealFields.title}
          isReadOnly={isReadOnly}
          onSave={(title) => save({ title: title ?? '' })}
        />
      }
      builtIn={{
        companyId: (
          <EditableReference
            label={t('field.companyId')}
            field="companyId"
            value={company}
            query={(part) => api.companies.pick({ text: part })}
            href={company ? `/companies/${company.id}` : undefined}
            linkLabel={t('deals.page.open_company')}
            isReadOnly={isReadOnly}
            onSave={(chosen) => save({ companyId: chosen?.id ?? null })}
          />
        ),
        contactId: (
          <EditableReference
            label={t('field.contactId')}
            field="contactId"
            value={contact}
            query={(part) => api.contacts.pick({ text: part, companyId: deal.companyId })}
            href={contact ? `/contacts/${contact.id}` : undefined}
            linkLabel={t('deals.page.open_contact')}
            isReadOnly={isReadOnly}
            onSave={(chosen) => save({ contactId: chosen?.id ?? null })}
          />
        ),
        amountMinor: (
          <>
            <EditableMoney
              label={t('field.amountMinor')}
              field="amountMinor"
              value={deal.amountMinor}
              currency={deal.currency}
              schema={dealFields.amountMinor}
              isReadOnly={isReadOnly}
              onSave={(amountMinor) => save({ amountMinor })}
            />
            <EditableChoice
              label={t('field.currency')}
              field="currency"
              value={deal.currency}
              choices={currencyChoices(locale)}
              isReadOnly={isReadOnly}
              onSave={(currency) => save({ currency: currency ?? deal.currency })}
            />
          </>
        ),
        expectedCloseOn: day('expectedCloseOn'),
        openedOn: day('openedOn'),
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
        product: text('product'),
        source: text('source'),
        description: text('description', true),
        externalId: text('externalId'),
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
