// The form that makes a company, its people with it: only the name is needed.
import { SimpleGrid, TextInput } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { OwnFields } from '#renderer/records/fields/OwnFields.tsx'
import { filledCustom, ownForm } from '#renderer/records/fields/own-form.ts'
import { blankToNull } from '#renderer/ui/blank-to-null.ts'
import { FormModal, RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import type { Company } from '#shared/customers/company.ts'
import { newCompanyAlong } from '#shared/customers/made-along.ts'
import { blankCompany, filledPoints, isBlankPerson } from './customer-values.ts'
import { Lookalikes } from './Lookalikes.tsx'
import { PasteBox } from './PasteBox.tsx'
import { PeopleRows } from './PeopleRows.tsx'
import { PointRows } from './PointRows.tsx'
import { companyFrom } from './proposed-values.ts'

interface NewCompanyFormProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onCreated: (company: Company) => void
}

/** Begins anew each time it is opened; what was typed and not saved comes back as a draft. */
export function NewCompanyForm({ isOpen, ...props }: NewCompanyFormProps) {
  return isOpen ? <CompanyForm {...props} /> : null
}

function CompanyForm({ onClose, onCreated }: Omit<NewCompanyFormProps, 'isOpen'>) {
  const t = useT()
  const { modal, field, form } = useRecordForm({
    initialValues: blankCompany,
    schema: newCompanyAlong,
    action: useApi().companies.create(),
    toInput: ({ name, points, people, recordTypeId, custom, phone, email, website, industry, ...place }) => ({
      name,
      recordTypeId,
      custom: filledCustom(custom),
      points: filledPoints(points),
      people: people
        .filter((person) => !isBlankPerson(person))
        .map(({ name: person, contactId, ...rest }) => ({ name: person, contactId, ...blankToNull(rest) })),
      ...blankToNull({ phone, email, website, industry }),
      ...blankToNull({ address: place.address, city: place.city, postcode: place.postcode, country: place.country }),
    }),
    said: ({ name }) => t('customers.company_created', { name }),
    draft: 'companies.create',
    onDone: onCreated,
  })
  const { points, people } = form.values

  return (
    <FormModal
      title={t('customers.new_company')}
      submitLabel={t('customers.create_company')}
      isOpen
      size="lg"
      onClose={onClose}
      {...modal}
    >
      <TextInput data-autofocus label={<RequiredLabel>{t('field.name')}</RequiredLabel>} {...field('name')} />
      <Lookalikes recordType="company" typed={form.values} onLeave={onClose} />
      <PasteBox onFill={(proposal) => form.setValues(companyFrom(form.getValues(), proposal))} />
      <SimpleGrid cols={2} spacing="md" verticalSpacing="md">
        <TextInput label={t('field.phone')} type="tel" {...field('phone')} />
        <TextInput label={t('field.email')} type="email" {...field('email')} />
        <TextInput label={t('field.website')} {...field('website')} />
        <TextInput label={t('field.industry')} {...field('industry')} />
      </SimpleGrid>
      <TextInput label={t('field.address')} {...field('address')} />
      <SimpleGrid cols={3} spacing="md">
        <TextInput label={t('field.city')} {...field('city')} />
        <TextInput label={t('field.postcode')} {...field('postcode')} />
        <TextInput label={t('field.country')} {...field('country')} />
      </SimpleGrid>
      <PointRows
        points={points}
        onChange={(changed) => form.setFieldValue('points', changed)}
        errorOf={(path) => form.errors[path]}
      />
      <PeopleRows
        people={people}
        onChange={(changed) => form.setFieldValue('people', changed)}
        errorOf={(path) => form.errors[path]}
      />
      <OwnFields entity="company" form={ownForm(form)} record={form.values} />
    </FormModal>
  )
}
