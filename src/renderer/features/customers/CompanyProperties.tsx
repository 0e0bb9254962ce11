// A company's properties, each edited where it stands.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { useFieldProps } from '#renderer/records/fields/use-field-props.ts'
import { RecordProperties } from '#renderer/records/RecordProperties.tsx'
import { EditableChoice } from '#renderer/ui/EditableChoice.tsx'
import { EditableMoney } from '#renderer/ui/EditableMoney.tsx'
import { EditableNumber } from '#renderer/ui/EditableNumber.tsx'
import { EditableReference } from '#renderer/ui/EditableReference.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { Property } from '#renderer/ui/PropertyList.tsx'
import { companyChanges, companyKind } from '#shared/customers/company.ts'
import { readCreditCode } from '#shared/records/credit-code.ts'
import { AddPoint } from './AddPoint.tsx'
import { FurtherPoints } from './ContactPoints.tsx'
import type { CompanyCard } from './customer-cards.ts'
import { MainPoint } from './MainPoint.tsx'
import { useCustomerFields } from './use-customer-fields.tsx'

const schemas = companyChanges.shape

export function CompanyProperties({ company }: { readonly company: CompanyCard }) {
  const t = useT()
  const api = useApi()
  const format = useFormat()
  const settings = useQuery(api.settings.get({}))
  const customer = { type: 'company', ...company } as const
  const { builtIn, saveCompany: save, isReadOnly } = useCustomerFields(customer)
  const of = useFieldProps({ record: company, schemas, isReadOnly, save })
  const { parent, creditCode } = company
  const currency = company.revenueCurrency ?? settings.data?.currency ?? 'EUR'
  const codeWarning = creditCode === null ? null : readCreditCode(creditCode).warning

  return (
    <RecordProperties
      label={t('customers.properties')}
      entity="company"
      record={company}
      isReadOnly={isReadOnly}
      onSaveCustom={(custom) => save({ custom })}
      first={<EditableText {...of('name')} onSave={(name) => save({ name: name ?? '' })} />}
      builtIn={{
        ...builtIn,
        kind: (
          <EditableChoice
            label={t('field.companyKind')}
            field="kind"
            value={company.kind ?? 'customer'}
            choices={companyKind.options.map((value) => ({ value, label: t(`lists.companyKind.${value}`) }))}
            isReadOnly={isReadOnly}
            onSave={(kind) => save({ kind: kind === 'customer' ? null : kind })}
          />
        ),
        website: (
          <MainPoint
            customer={customer}
            kind="website"
            value={company.website}
            type={null}
            schema={schemas.website}
            onSave={(website) => save({ website })}
            onSaveType={null}
          />
        ),
        industry: <EditableText {...of('industry')} />,
        creditCode: <EditableText {...of('creditCode')} note={codeWarning && t(`records.warning.${codeWarning}`)} />,
        employees: <EditableNumber {...of('employees')} />,
        annualRevenueMinor: (
          <EditableMoney
            {...of('annualRevenueMinor')}
            currency={currency}
            onSave={(annualRevenueMinor) => save({ annualRevenueMinor, revenueCurrency: currency })}
          />
        ),
        foundedYear: <EditableNumber {...of('foundedYear')} format={String} />,
        parentId: (
          <EditableReference
            label={t('field.parentId')}
            field="parentId"
            value={parent}
            query={(text) => api.companies.pick({ text })}
            {...(parent ? { href: `/companies/${parent.id}`, linkLabel: t('customers.open_parent', { name: parent.name }) } : {})}
            isReadOnly={isReadOnly}
            onSave={(chosen) => save({ parentId: chosen?.id ?? null })}
          />
        ),
      }}
      last={
        <>
          <FurtherPoints customer={customer} kind="messenger" />
          <AddPoint customer={customer} />
          <Property label={t('field.createdAt')}>{format.moment(company.createdAt)}</Property>
          <Property label={t('field.updatedAt')}>{format.moment(company.updatedAt)}</Property>
        </>
      }
    />
  )
}
