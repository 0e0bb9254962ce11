// The properties that companies and people have in common, by the names of their fields.
import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import type { CustomerCard } from './customer-cards.ts'
import { FurtherPoints } from './ContactPoints.tsx'
import { MainPoint } from './MainPoint.tsx'
import { OwnerProperty } from './OwnerProperty.tsx'
import { RecordTypeProperty } from './RecordTypeProperty.tsx'
import { type CustomerChanges, fieldSchema, useCustomerUpdate } from './use-customer-update.ts'

type TextField = 'address' | 'city' | 'postcode' | 'country' | 'source' | 'externalId' | 'description'

export const useCustomerFields = (customer: CustomerCard) => {
  const t = useT()
  const { type, id, archivedAt } = customer
  const { save, saveAtOnce, saveCompany, saveContact } = useCustomerUpdate(type, id)
  const isReadOnly = archivedAt !== null

  const text = (field: TextField & keyof CustomerChanges, isMultiline = false): ReactNode => (
    <EditableText
      label={t(`field.${field}`)}
      field={field}
      value={customer[field]}
      schema={fieldSchema(type, field)}
      isMultiline={isMultiline}
      isReadOnly={isReadOnly}
      onSave={(value) => save({ [field]: value })}
    />
  )
  const builtIn: Readonly<Record<string, ReactNode>> = {
    phone: (
      <MainPoint
        customer={customer}
        kind="phone"
        value={customer.phone}
        type={customer.phoneType}
        schema={fieldSchema(type, 'phone')}
        onSave={(phone) => save({ phone })}
        onSaveType={(phoneType) => saveAtOnce({ phoneType })}
      />
    ),
    email: (
      <MainPoint
        customer={customer}
        kind="email"
        value={customer.email}
        type={customer.emailType}
        schema={fieldSchema(type, 'email')}
        onSave={(email) => save({ email })}
        onSaveType={(emailType) => saveAtOnce({ emailType })}
      />
    ),
    address: (
      <>
        {text('address')}
        <FurtherPoints customer={customer} kind="address" />
      </>
    ),
    city: text('city'),
    postcode: text('postcode'),
    country: text('country'),
    source: text('source'),
    externalId: text('externalId'),
    description: text('description', true),
    ownerId: (
      <OwnerProperty ownerId={customer.ownerId} field="ownerId" isReadOnly={isReadOnly} onSave={(ownerId) => save({ ownerId })} />
    ),
    recordTypeId: (
      <RecordTypeProperty
        entity={type}
        value={customer.recordTypeId}
        isReadOnly={isReadOnly}
        onSave={(recordTypeId) => save({ recordTypeId })}
      />
    ),
  }
  return { builtIn, save, saveCompany, saveContact, isReadOnly }
}
