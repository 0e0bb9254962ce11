// A company's properties, each edited where it stands.
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { useQuery } from '@tanstack/react-query'
import { EditableMoney } from '#renderer/ui/EditableMoney.tsx'
import { EditableNumber } from '#renderer/ui/EditableNumber.tsx'
import { EditableReference } from '#renderer/ui/EditableReference.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { Property, PropertyList } from '#renderer/ui/PropertyList.tsx'
import { changedField } from './changed-field.ts'
import { OwnerProperty } from './OwnerProperty.tsx'
import type { CompanyCard } from './customer-cards.ts'
import { typedCompanyFields } from './typed-fields.ts'

type TextField = 'phone' | 'email' | 'website' | 'industry' | 'address' | 'city' | 'country'

const TEXT_FIELDS: readonly TextField[] = ['phone', 'email', 'website', 'industry', 'address', 'city', 'country']

export function CompanyProperties({ company }: { readonly company: CompanyCard }) {
  const t = useT()
  const api = useApi()
  const format = useFormat()
  const settings = useQuery(api.settings.get({}))
  const { id, name, parent, archivedAt } = company
  const isReadOnly = archivedAt !== null
  const update = useAction(api.companies.update(), {
    errors: 'caller',
    said: ({ name: current }, changes) =>
      t('customers.company_changed', { name: current, field: changedField(t, changes, 'company') }),
  })
  const save = (changes: Omit<Parameters<typeof update.mutateAsync>[0], 'id'>) => update.mutateAsync({ id, ...changes })
  const currency = company.revenueCurrency ?? settings.data?.currency ?? 'EUR'

  return (
    <PropertyList label={t('customers.properties')}>
      <EditableText
        label={t('field.name')}
        value={name}
        schema={typedCompanyFields.name}
        isReadOnly={isReadOnly}
        onSave={(text) => save({ name: text ?? '' })}
      />
      {TEXT_FIELDS.map((field) => (
        <EditableText
          key={field}
          label={t(`field.${field}`)}
          value={company[field]}
          schema={typedCompanyFields[field]}
          isReadOnly={isReadOnly}
          onSave={(text) => save({ [field]: text })}
        />
      ))}
      <EditableNumber
        label={t('field.employees')}
        value={company.employees}
        schema={typedCompanyFields.employees}
        isReadOnly={isReadOnly}
        onSave={(employees) => save({ employees })}
      />
      <EditableMoney
        label={t('field.annualRevenueMinor')}
        value={company.annualRevenueMinor}
        currency={currency}
        schema={typedCompanyFields.annualRevenueMinor}
        isReadOnly={isReadOnly}
        onSave={(annualRevenueMinor) => save({ annualRevenueMinor, revenueCurrency: currency })}
      />
      <EditableNumber
        label={t('field.foundedYear')}
        value={company.foundedYear}
        schema={typedCompanyFields.foundedYear}
        format={String}
        isReadOnly={isReadOnly}
        onSave={(foundedYear) => save({ foundedYear })}
      />
      <EditableReference
        label={t('field.parentId')}
        value={parent}
        query={(text) => api.companies.pick({ text })}
        {...(parent ? { href: `/companies/${parent.id}`, linkLabel: t('customers.open_parent', { name: parent.name }) } : {})}
        isReadOnly={isReadOnly}
        onSave={(chosen) => save({ parentId: chosen?.id ?? null })}
      />
      <OwnerProperty ownerId={company.ownerId} isReadOnly={isReadOnly} onSave={(ownerId) => save({ ownerId })} />
      <EditableText
        label={t('field.description')}
        value={company.description}
        schema={typedCompanyFields.description}
        isMultiline
        isReadOnly={isReadOnly}
        onSave={(description) => save({ description })}
      />
      {company.externalId !== null && <Property label={t('field.externalId')}>{company.externalId}</Property>}
      <Property label={t('field.createdAt')}>{format.moment(company.createdAt)}</Property>
      <Property label={t('field.updatedAt')}>{format.moment(company.updatedAt)}</Property>
    </PropertyList>
  )
}
