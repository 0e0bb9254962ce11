// The form that makes a person, linked to a company at once if one is chosen; a company that is not there yet is made with it.
import { SimpleGrid, TextInput } from '@mantine/core'
import { useClient } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { OwnFields } from '#renderer/records/fields/OwnFields.tsx'
import { filledCustom, ownForm } from '#renderer/records/fields/own-form.ts'
import { blankToNull } from '#renderer/ui/blank-to-null.ts'
import { draftKey } from '#renderer/ui/draft-key.ts'
import { FormModal, RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { ReferencePicker } from '#renderer/ui/ReferencePicker.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import type { AppError } from '#shared/base/app-error.ts'
import type { Reference } from '#shared/base/fields.ts'
import type { Contact } from '#shared/customers/contact.ts'
import { newContactAlong } from '#shared/customers/made-along.ts'
import type { Proposal } from '#shared/records/paste/proposal.ts'
import { blankContact, filledPoints, NEW_COMPANY } from './customer-values.ts'
import { Lookalikes } from './Lookalikes.tsx'
import { PasteBox } from './PasteBox.tsx'
import { PointRows } from './PointRows.tsx'
import { contactFrom } from './proposed-values.ts'

interface NewContactFormProps {
  readonly isOpen: boolean
  /** The company whose card the form was opened from. */
  readonly company?: Reference
  readonly onClose: () => void
  readonly onCreated: (contact: Contact) => void
}

/** Begins anew each time it is opened; what was typed and not saved comes back as a draft. */
export function NewContactForm({ isOpen, ...props }: NewContactFormProps) {
  return isOpen ? <ContactForm {...props} /> : null
}

function ContactForm({ company, onClose, onCreated }: Omit<NewContactFormProps, 'isOpen'>) {
  const t = useT()
  const { api, queryClient, quietLine } = useClient()
  const { modal, field, form } = useRecordForm({
    initialValues: blankContact(company ?? null),
    schema: newContactAlong,
    action: api.contacts.create(),
    toInput: ({ name, companyId, points, recordTypeId, custom, role, phone, email, address, city, postcode, country }) => ({
      name,
      recordTypeId,
      custom: filledCustom(custom),
      points: filledPoints(points),
      ...blankToNull({ role, phone, email, address, city, postcode, country }),
      ...(companyId?.id === NEW_COMPANY ? { companyName: companyId.name } : { companyId: companyId?.id ?? null }),
    }),
    said: ({ name }) => t('customers.contact_created', { name }),
    draft: draftKey('contacts.create', company),
    onDone: onCreated,
  })

  const fill = async (proposal: Proposal) => {
    const found = proposal.company === null ? [] : await queryClient.fetchQuery(api.companies.pick({ text: proposal.company }))
    form.setValues(contactFrom(form.getValues(), proposal, found.find(({ name }) => name === proposal.company) ?? null))
  }

  return (
    <FormModal
      title={t('customers.new_contact')}
      submitLabel={t('customers.create_contact')}
      isOpen
      size="lg"
      onClose={onClose}
      {...modal}
    >
      <TextInput data-autofocus label={<RequiredLabel>{t('field.personName')}</RequiredLabel>} {...field('name')} />
      <Lookalikes recordType="contact" typed={form.values} onLeave={onClose} />
      <PasteBox onFill={(proposal) => void fill(proposal).catch((error: AppError) => quietLine.fail(error))} />
      <SimpleGrid cols={2} spacing="md" verticalSpacing="md">
        <ReferencePicker
          label={t('field.companyId')}
          query={(text) => api.companies.pick({ text })}
          creation={{
            label: (name) => t('record.form.create_company', { name }),
            create: (name) => Promise.resolve({ id: NEW_COMPANY, name }),
          }}
          {...field('companyId')}
        />
        <TextInput label={t('field.role')} {...field('role')} />
        <TextInput label={t('field.phone')} type="tel" {...field('phone')} />
        <TextInput label={t('field.email')} type="email" {...field('email')} />
      </SimpleGrid>
      {form.values.companyId?.id === NEW_COMPANY && (
        <Lookalikes
          recordType="company"
          typed={{ name: form.values.companyId.name }}
          onUse={(there) => form.setFieldValue('companyId', there)}
        />
      )}
      <TextInput label={t('field.address')} {...field('address')} />
      <SimpleGrid cols={3} spacing="md">
        <TextInput label={t('field.city')} {...field('city')} />
        <TextInput label={t('field.postcode')} {...field('postcode')} />
        <TextInput label={t('field.country')} {...field('country')} />
      </SimpleGrid>
      <PointRows
        points={form.values.points}
        onChange={(points) => form.setFieldValue('points', points)}
        errorOf={(path) => form.errors[path]}
      />
      <OwnFields entity="contact" form={ownForm(form)} record={form.values} />
    </FormModal>
  )
}
