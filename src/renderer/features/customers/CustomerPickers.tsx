// For which company and which person something is, in the forms of deals and tickets. A company that is not there yet is made on the way.
import { Group } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ReferencePicker, type ReferencePickerProps } from '#renderer/ui/ReferencePicker.tsx'
import { useNewCompany } from './use-new-company.tsx'

type FieldProps = Omit<ReferencePickerProps, 'query' | 'label' | 'creation'>

interface CustomerPickersProps {
  /** `field('companyId')` and `field('contactId')` of the form. */
  readonly company: FieldProps
  readonly contact: FieldProps
}

export function CustomerPickers({ company, contact }: CustomerPickersProps) {
  const t = useT()
  const api = useApi()
  const { creation, question, forget } = useNewCompany()

  return (
    <>
      <Group grow align="flex-start">
        <ReferencePicker
          label={t('field.companyId')}
          query={(text) => api.companies.pick({ text })}
          creation={creation}
          {...company}
          onChange={(chosen) => {
            forget()
            company.onChange(chosen)
          }}
        />
        <ReferencePicker
          label={t('field.contactId')}
          query={(text) => api.contacts.pick({ text, companyId: company.value?.id ?? null })}
          {...contact}
        />
      </Group>
      {question}
    </>
  )
}
