// The form that makes a company: only the name is needed.
import { SimpleGrid, TextInput } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { blankToNull } from '#renderer/ui/blank-to-null.ts'
import { FormModal, RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import type { Company } from '#shared/customers/company.ts'
import { newCompany } from '#shared/customers/company.ts'

interface NewCompanyFormProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onCreated: (company: Company) => void
}

const initialValues = { name: '', phone: '', email: '', website: '', industry: '', address: '', city: '', country: '' }

export function NewCompanyForm({ isOpen, onClose, onCreated }: NewCompanyFormProps) {
  const t = useT()
  const { modal, field, form } = useRecordForm({
    initialValues,
    schema: newCompany,
    action: useApi().companies.create(),
    toInput: ({ name, ...optional }) => ({ name, ...blankToNull(optional) }),
    said: ({ name }) => t('customers.company_created', { name }),
    draft: 'companies.create',
    onDone: (company) => {
      form.reset()
      onCreated(company)
    },
  })

  return (
    <FormModal
      title={t('customers.new_company')}
      submitLabel={t('customers.create_company')}
      isOpen={isOpen}
      onClose={onClose}
      {...modal}
    >
      <TextInput data-autofocus label={<RequiredLabel>{t('field.name')}</RequiredLabel>} {...field('name')} />
      <SimpleGrid cols={2} spacing="md" verticalSpacing="md">
        <TextInput label={t('field.phone')} type="tel" {...field('phone')} />
        <TextInput label={t('field.email')} type="email" {...field('email')} />
        <TextInput label={t('field.website')} {...field('website')} />
        <TextInput label={t('field.industry')} {...field('industry')} />
        <TextInput label={t('field.city')} {...field('city')} />
        <TextInput label={t('field.country')} {...field('country')} />
      </SimpleGrid>
      <TextInput label={t('field.address')} {...field('address')} />
    </FormModal>
  )
}
