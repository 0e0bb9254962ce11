// A contact's properties, each edited where it stands.
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { Property, PropertyList } from '#renderer/ui/PropertyList.tsx'
import type { ContactCard } from './customer-cards.ts'
import { changedField } from './changed-field.ts'
import { OwnerProperty } from './OwnerProperty.tsx'
import { typedContactFields } from './typed-fields.ts'

type TextField = 'phone' | 'email' | 'address' | 'city' | 'country'

const TEXT_FIELDS: readonly TextField[] = ['phone', 'email', 'address', 'city', 'country']

export function ContactProperties({ contact }: { readonly contact: ContactCard }) {
  const t = useT()
  const format = useFormat()
  const { id, name, archivedAt } = contact
  const isReadOnly = archivedAt !== null
  const update = useAction(useApi().contacts.update(), {
    errors: 'caller',
    said: ({ name: current }, changes) =>
      t('customers.contact_changed', { name: current, field: changedField(t, changes, 'contact') }),
  })
  const save = (changes: Omit<Parameters<typeof update.mutateAsync>[0], 'id'>) => update.mutateAsync({ id, ...changes })

  return (
    <PropertyList label={t('customers.properties')}>
      <EditableText
        label={t('field.personName')}
        value={name}
        schema={typedContactFields.name}
        isReadOnly={isReadOnly}
        onSave={(text) => save({ name: text ?? '' })}
      />
      {TEXT_FIELDS.map((field) => (
        <EditableText
          key={field}
          label={t(`field.${field}`)}
          value={contact[field]}
          schema={typedContactFields[field]}
          isReadOnly={isReadOnly}
          onSave={(text) => save({ [field]: text })}
        />
      ))}
      <OwnerProperty ownerId={contact.ownerId} isReadOnly={isReadOnly} onSave={(ownerId) => save({ ownerId })} />
      <EditableText
        label={t('field.description')}
        value={contact.description}
        schema={typedContactFields.description}
        isMultiline
        isReadOnly={isReadOnly}
        onSave={(description) => save({ description })}
      />
      {contact.externalId !== null && <Property label={t('field.externalId')}>{contact.externalId}</Property>}
      <Property label={t('field.createdAt')}>{format.moment(contact.createdAt)}</Property>
      <Property label={t('field.updatedAt')}>{format.moment(contact.updatedAt)}</Property>
    </PropertyList>
  )
}
