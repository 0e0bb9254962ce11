// Makes a field: a name and a type are enough.
import { Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FormModal, RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import type { FieldedType } from '#shared/base/fields.ts'
import { customFieldsContract } from '#shared/custom-fields/custom-fields.contract.ts'
import { type CustomFieldType, customFieldType, hasChoices } from '#shared/custom-fields/field-type.ts'
import { FieldOptions } from './FieldOptions.tsx'
import { emptyOptions, type FieldOptionValues, toConfig } from './field-options.ts'

interface NewFieldFormProps {
  readonly entity: FieldedType
  readonly onClose: () => void
}

interface Values extends Record<string, unknown>, FieldOptionValues {
  readonly name: string
  readonly type: CustomFieldType
  /** One a line. */
  readonly choices: string
  readonly isRequired: boolean
}

export function NewFieldForm({ entity, onClose }: NewFieldFormProps) {
  const t = useT()
  const initialValues: Values = { name: '', type: 'text', choices: '', isRequired: false, ...emptyOptions }
  const { form, modal, field } = useRecordForm({
    initialValues,
    schema: customFieldsContract.create.input,
    action: useApi().customFields.create(),
    toInput: (values) => ({
      entity,
      name: values.name,
      type: values.type,
      config: toConfig(values.type, values),
      isRequired: values.isRequired,
      choices: hasChoices(values.type) ? linesOf(values.choices).map((name) => ({ name, colour: null })) : [],
    }),
    said: ({ name }) => t('customFields.said.made', { name }),
    onDone: onClose,
    draft: `customFields.create.${entity}`,
  })
  const { type } = form.values

  return (
    <FormModal
      isOpen
      title={t(`customFields.new_of.${entity}`)}
      submitLabel={t('customFields.create')}
      onClose={onClose}
      {...modal}
    >
      <TextInput data-autofocus label={<RequiredLabel>{t('customFields.name')}</RequiredLabel>} {...field('name')} />
      <Select
        searchable
        selectFirstOptionOnChange
        allowDeselect={false}
        label={t('customFields.field_type')}
        description={t(`customFields.type_help.${type}`)}
        data={customFieldType.options.map((value) => ({ value, label: t(`customFields.type.${value}`) }))}
        nothingFoundMessage={t('base.search_nothing')}
        maxDropdownHeight={360}
        {...field('type')}
        onFocus={(event) => event.currentTarget.select()}
      />
      {hasChoices(type) && (
        <Textarea
          autosize
          minRows={4}
          maxRows={12}
          label={t('customFields.choices_label')}
          description={t('customFields.choices_lines')}
          {...field('choices')}
        />
      )}
      <FieldOptions type={type} isNew field={field} />
      {type !== 'autoNumber' && (
        <Switch
          label={t('customFields.is_required')}
          checked={form.values.isRequired}
          onChange={({ currentTarget }) => form.setFieldValue('isRequired', currentTarget.checked)}
        />
      )}
    </FormModal>
  )
}

/** Each choice once, however often it was written. */
const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/\r?\n/u)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]
