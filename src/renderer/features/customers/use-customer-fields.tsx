// The properties that companies and people have in common, by the names of their fields.
import type { ReactNode } from 'react'
import { useFieldProps } from '#renderer/records/fields/use-field-props.ts'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import type { CustomerCard } from './customer-cards.ts'
import { FurtherPoints } from './ContactPoints.tsx'
import { MainPoint } from './MainPoint.tsx'
import { OwnerProperty } from './OwnerProperty.tsx'
import { RecordTypeProperty } from './RecordTypeProperty.tsx'
import { customerSchemas, useCustomerUpdate } from './use-customer-update.ts'

export const useCustomerFields = (customer: CustomerCard) => {
  const { type, id, archivedAt } = customer
  const { save, saveAtOnce, saveCompany, saveContact } = useCustomerUpdate(type, id)
  const isReadOnly = archivedAt !== null
  const schemas = customerSchemas(type)

  const of = useFieldProps({ record: customer, schemas, isReadOnly, save })

  const builtIn: Readonly<Record<string, ReactNode>> = {
    phone: (
      <MainPoint
        customer={customer}
        kind="phone"
        value={customer.phone}
        type={customer.phoneType}
        schema={schemas.phone}
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
        schema={schemas.email}
        onSave={(email) => save({ email })}
        onSaveType={(emailType) => saveAtOnce({ emailType })}
      />
    ),
    address: (
      <>
        <EditableText {...of('address')} />
        <FurtherPoints customer={customer} kind="address" />
      </>
    ),
    city: <EditableText {...of('city')} />,
    postcode: <EditableText {...of('postcode')} />,
    country: <EditableText {...of('country')} />,
    source: <EditableText {...of('source')} />,
    externalId: <EditableText {...of('externalId')} />,
    description: <EditableText {...of('description')} isMultiline />,
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
