// A person's properties, each edited where it stands.
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { useFieldProps } from '#renderer/records/fields/use-field-props.ts'
import { RecordProperties } from '#renderer/records/RecordProperties.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { Property } from '#renderer/ui/PropertyList.tsx'
import { contactChanges } from '#shared/customers/contact.ts'
import { birthdayIn } from '#shared/records/birthday.ts'
import { AddPoint } from './AddPoint.tsx'
import { FurtherPoints } from './ContactPoints.tsx'
import type { ContactCard } from './customer-cards.ts'
import { useCustomerFields } from './use-customer-fields.tsx'

const schemas = contactChanges.shape

export function ContactProperties({ contact }: { readonly contact: ContactCard }) {
  const t = useT()
  const format = useFormat()
  const customer = { type: 'contact', ...contact } as const
  const { builtIn, saveContact: save, isReadOnly } = useCustomerFields(customer)
  const of = useFieldProps({ record: contact, schemas, isReadOnly, save })
  const { birthday } = contact
  const thisYear = birthday === null ? null : birthdayIn(birthday, Number(format.today().slice(0, 4)))

  return (
    <RecordProperties
      label={t('customers.properties')}
      entity="contact"
      record={contact}
      isReadOnly={isReadOnly}
      onSaveCustom={(custom) => save({ custom })}
      first={<EditableText {...of('name')} label={t('field.personName')} onSave={(name) => save({ name: name ?? '' })} />}
      builtIn={{
        ...builtIn,
        salutation: <EditableText {...of('salutation')} />,
        birthday: (
          <EditableText
            {...of('birthday')}
            // Without a year it is shown as the day of this one.
            display={
              thisYear === null ? undefined : birthday?.startsWith('--') ? format.shortDay(thisYear) : format.day(birthday ?? '')
            }
          />
        ),
      }}
      last={
        <>
          <FurtherPoints customer={customer} kind="website" />
          <FurtherPoints customer={customer} kind="messenger" />
          <AddPoint customer={customer} />
          <Property label={t('field.createdAt')}>{format.moment(contact.createdAt)}</Property>
          <Property label={t('field.updatedAt')}>{format.moment(contact.updatedAt)}</Property>
        </>
      }
    />
  )
}
