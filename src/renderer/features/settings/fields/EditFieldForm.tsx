// Changes a field: its name, whether it is needed, what its type is told, and its choices, which are saved one by one.
import { Switch, TextInput } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FormModal, RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import { customFieldsContract } from '#shared/custom-fields/custom-fields.contract.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import { hasChoices } from '#shared/custom-fields/field-type.ts'
import { ChoicesEditor } from './ChoicesEditor.tsx'
import { FieldOptions } from './FieldOptions.tsx'
import { optionsOf, type FieldOptionValues, toConfig } from './field-options.ts'

interface Values extends Record<string, unknown>, FieldOptionValues {
  readonly name: string
  readonly isRequired: boolean
}

export function EditFieldForm({ field: edited, onClose }: { readonly field: FieldDefinition; readonly onClose: () => void }) {
  const t = useT()
  const { id, name, type, config, isRequired } = edited
  const initialValues: Values = { name, isRequired, ...optionsOf(config) }
  const { form, modal, field } = useRecordForm({
    ...{ initialValues, stored: initialValues },
    schema: customFieldsContract.change.input,
    action: useApi().customFields.change(),
    toInput: (values) => ({ id, name: values.name, config: toConfig(type, values), isRequired: values.isRequired }),
    said: (field) => t('customFields.said.changed', { name: field.name }),
    onDone: onClose,
  })

  return (
    <FormModal
      isOpen
      title={t('customFields.edit_title', { name, type: t(`customFields.type.${type}`) })}
      submitLabel={t('base.save')}
      size="lg"
      onClose={onClose}
      {...modal}
    >
      <TextInput data-autofocus label={<RequiredLabel>{t('customFields.name')}</RequiredLabel>} {...field('name')} />
      {hasChoices(type) && <ChoicesEditor field={edited} />}
      <FieldOptions type={type} isNew={false} field={field} />
      {type !== 'autoNumber' && (
        <Switch
          label={t('customFields.is_required')}
          description={t('customFields.required_help')}
          checked={form.values.isRequired}
          onChange={({ currentTarget }) => form.setFieldValue('isRequired', currentTarget.checked)}
        />
      )}
    </FormModal>
  )
}
