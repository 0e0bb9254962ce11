// Links a contact to a company with a role, or changes the role of a link that exists.
import { Checkbox, TextInput } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FormModal, RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { ReferencePicker } from '#renderer/ui/ReferencePicker.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import type { Reference } from '#shared/base/fields.ts'
import { contactsContract } from '#shared/customers/customers.contract.ts'

interface LinkFormProps {
  /** What is known already; the other one is asked for. */
  readonly contact?: Reference | undefined
  readonly company?: Reference | undefined
  readonly role?: string | null | undefined
  readonly isPrimary?: boolean | undefined
  readonly onClose: () => void
}

export function LinkForm({ contact, company, role = null, isPrimary = false, onClose }: LinkFormProps) {
  const t = useT()
  const api = useApi()
  const isChange = contact !== undefined && company !== undefined
  const initialValues = {
    contactId: contact ?? (null as Reference | null), // Typed wider than their first values.
    companyId: company ?? (null as Reference | null),
    role: role ?? '',
    isPrimary,
  }
  const { modal, field, form } = useRecordForm({
    initialValues,
    stored: isChange ? initialValues : undefined,
    always: ['contactId', 'companyId'],
    schema: contactsContract.link.input,
    action: api.contacts.link(),
    toInput: (values) => ({
      contactId: values.contactId?.id ?? '',
      companyId: values.companyId?.id ?? '',
      role: values.role.trim() === '' ? null : values.role,
      isPrimary: values.isPrimary,
    }),
    said: (_, { contactId, companyId }) =>
      t(isChange ? 'customers.role_changed' : 'customers.linked', {
        contact: contactId?.name ?? '',
        company: companyId?.name ?? '',
      }),
    onDone: onClose,
  })

  return (
    <FormModal
      title={t(isChange ? 'customers.change_role' : company ? 'customers.link_contact' : 'customers.link')}
      submitLabel={t('base.save')}
      isOpen
      size="sm"
      onClose={onClose}
      {...modal}
    >
      {!contact && (
        <ReferencePicker
          data-autofocus
          label={<RequiredLabel>{t('field.contactId')}</RequiredLabel>}
          query={(text) => api.contacts.pick({ text })}
          {...field('contactId')}
        />
      )}
      {!company && (
        <ReferencePicker
          data-autofocus
          label={<RequiredLabel>{t('field.companyId')}</RequiredLabel>}
          query={(text) => api.companies.pick({ text })}
          {...field('companyId')}
        />
      )}
      <TextInput {...(isChange ? { 'data-autofocus': true } : {})} label={t('field.role')} {...field('role')} />
      <Checkbox
        label={t('field.isPrimary')}
        checked={form.values.isPrimary}
        onChange={(event) => form.setFieldValue('isPrimary', event.currentTarget.checked)}
      />
    </FormModal>
  )
}
