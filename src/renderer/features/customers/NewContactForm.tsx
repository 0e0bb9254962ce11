// The form that makes a contact, linked to a company at once if one is chosen.
import { SimpleGrid, TextInput } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { blankToNull } from '#renderer/ui/blank-to-null.ts'
import { FormModal, RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { ReferencePicker } from '#renderer/ui/ReferencePicker.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import type { Reference } from '#shared/base/fields.ts'
import type { Contact } from '#shared/customers/contact.ts'
import { newContact } from '#shared/customers/contact.ts'

interface NewContactFormProps {
  readonly isOpen: boolean
  /** The company whose card the form was opened from. */
  readonly company?: Reference
  readonly onClose: () => void
  readonly onCreated: (contact: Contact) => void
}

export function NewContactForm({ isOpen, company, onClose, onCreated }: NewContactFormProps) {
  const t = useT()
  const api = useApi()
  const { modal, field, form } = useRecordForm({
    initialValues: {
      name: '',
      companyId: company ?? (null as Reference | null), // Typed wider than its first value.
      role: '',
      phone: '',
      email: '',
      city: '',
      country: '',
    },
    schema: newContact,
    action: api.contacts.create(),
    toInput: ({ name, companyId, ...optional }) => ({ name, companyId: companyId?.id ?? null, ...blankToNull(optional) }),
    said: ({ name }) => t('customers.contact_created', { name }),
    onDone: (contact) => {
      form.reset()
      onCreated(contact)
    },
  })

  return (
    <FormModal
      title={t('customers.new_contact')}
      submitLabel={t('customers.create_contact')}
      isOpen={isOpen}
      onClose={onClose}
      {...modal}
    >
      <TextInput data-autofocus label={<RequiredLabel>{t('field.personName')}</RequiredLabel>} {...field('name')} />
      <SimpleGrid cols={2} spacing="md" verticalSpacing="md">
        <ReferencePicker label={t('field.companyId')} query={(text) => api.companies.pick({ text })} {...field('companyId')} />
        <TextInput label={t('field.role')} {...field('role')} />
        <TextInput label={t('field.phone')} type="tel" {...field('phone')} />
        <TextInput label={t('field.email')} type="email" {...field('email')} />
        <TextInput label={t('field.city')} {...field('city')} />
        <TextInput label={t('field.country')} {...field('country')} />
      </SimpleGrid>
    </FormModal>
  )
}
