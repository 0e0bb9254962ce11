// What is known of a deal, each value edited where it stands.
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { OwnerProperty } from '#renderer/features/customers/OwnerProperty.tsx'
import { useFormat, useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import { locales } from '#renderer/i18n/translate.ts'
import { currencyChoices } from '#renderer/ui/currencies.ts'
import { EditableChoice } from '#renderer/ui/EditableChoice.tsx'
import { EditableDay } from '#renderer/ui/EditableDay.tsx'
import { EditableMoney } from '#renderer/ui/EditableMoney.tsx'
import { EditableReference } from '#renderer/ui/EditableReference.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { Property, PropertyList } from '#renderer/ui/PropertyList.tsx'
import { dealFields } from '#shared/deals/deal.ts'
import type { DealRecord } from './deal-record.ts'

export function DealProperties({ deal }: { readonly deal: DealRecord }) {
  const t = useT()
  const format = useFormat()
  const locale = locales[useLanguage()]
  const api = useApi()
  const update = useAction(api.deals.update(), { said: ({ title }) => t('deals.said.saved', { title }), errors: 'caller' })
  const { id } = deal
  const save = (changes: Omit<Parameters<typeof update.mutateAsync>[0], 'id'>) => update.mutateAsync({ id, ...changes })
  const isReadOnly = deal.archivedAt !== null

  return (
    <PropertyList label={t('deals.page.properties')}>
      <EditableText
        label={t('field.title')}
        value={deal.title}
        schema={dealFields.title}
        isReadOnly={isReadOnly}
        onSave={(title) => save({ title: title ?? '' })}
      />
      <EditableReference
        label={t('field.companyId')}
        value={deal.company}
        query={(text) => api.companies.pick({ text })}
        href={deal.company ? `/companies/${deal.company.id}` : undefined}
        linkLabel={t('deals.page.open_company')}
        isReadOnly={isReadOnly}
        onSave={(company) => save({ companyId: company?.id ?? null })}
      />
      <EditableReference
        label={t('field.contactId')}
        value={deal.contact}
        query={(text) => api.contacts.pick({ text, companyId: deal.companyId })}
        href={deal.contact ? `/contacts/${deal.contact.id}` : undefined}
        linkLabel={t('deals.page.open_contact')}
        isReadOnly={isReadOnly}
        onSave={(contact) => save({ contactId: contact?.id ?? null })}
      />
      <EditableMoney
        label={t('field.amountMinor')}
        value={deal.amountMinor}
        currency={deal.currency}
        schema={dealFields.amountMinor}
        isReadOnly={isReadOnly}
        onSave={(amountMinor) => save({ amountMinor })}
      />
      <EditableChoice
        label={t('field.currency')}
        value={deal.currency}
        choices={currencyChoices(locale)}
        isReadOnly={isReadOnly}
        onSave={(currency) => save({ currency: currency ?? deal.currency })}
      />
      <EditableDay
        label={t('field.expectedCloseOn')}
        value={deal.expectedCloseOn}
        schema={dealFields.expectedCloseOn}
        isReadOnly={isReadOnly}
        onSave={(expectedCloseOn) => save({ expectedCloseOn })}
      />
      <OwnerProperty ownerId={deal.ownerId} isReadOnly={isReadOnly} onSave={(ownerId) => save({ ownerId })} />
      <EditableText
        label={t('field.product')}
        value={deal.product}
        schema={dealFields.product}
        isReadOnly={isReadOnly}
        onSave={(product) => save({ product })}
      />
      <EditableDay
        label={t('field.openedOn')}
        value={deal.openedOn}
        schema={dealFields.openedOn}
        isReadOnly={isReadOnly}
        onSave={(openedOn) => save({ openedOn })}
      />
      {deal.closedOn !== null && <Property label={t('field.closedOn')}>{format.day(deal.closedOn)}</Property>}
      {deal.lossReason !== null && <Property label={t('field.lossReason')}>{deal.lossReason}</Property>}
      <EditableText
        label={t('field.description')}
        value={deal.description}
        schema={dealFields.description}
        isMultiline
        isReadOnly={isReadOnly}
        onSave={(description) => save({ description })}
      />
      <EditableText
        label={t('field.externalId')}
        value={deal.externalId}
        schema={dealFields.externalId}
        isReadOnly={isReadOnly}
        onSave={(externalId) => save({ externalId })}
      />
      <Property label={t('field.createdAt')}>{format.moment(deal.createdAt)}</Property>
      <Property label={t('field.updatedAt')}>{format.moment(deal.updatedAt)}</Property>
    </PropertyList>
  )
}
