// The office's own fields in the form of a new record: those of its layout, as far as the conditions show them, and all that are needed.
import { Select, SimpleGrid, Text, Title } from '@mantine/core'
import { Fragment } from 'react'
import { valueError } from '#renderer/ui/field-issues.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { hiddenFields, requiredFields } from '#shared/custom-fields/conditions.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import { fieldSchema, issuePath } from '#shared/custom-fields/field-value.ts'
import type { FieldedType } from '#shared/base/fields.ts'
import { CustomFieldInput } from './CustomFieldInput.tsx'
import type { OwnForm } from './own-form.ts'
import { useFields } from './use-fields.ts'

interface OwnFieldsProps {
  readonly entity: FieldedType
  readonly form: OwnForm
  /** The record that is being made, as far as the form knows it: what conditions look at. */
  readonly record: Readonly<Record<string, unknown>>
}

export function OwnFields({ entity, form, record }: OwnFieldsProps) {
  const t = useT()
  const { fields, recordTypes, rules, layoutOf } = useFields(entity)
  const recordTypeId = typeof record['recordTypeId'] === 'string' ? record['recordTypeId'] : null
  const values = { ...asIds(record), ...form.custom }
  const hidden = hiddenFields(rules, values)
  const required = requiredFields(fields, rules, values)
  const { sections } = layoutOf(recordTypeId)
  const inForm = ({ key, type }: FieldDefinition): boolean => type !== 'autoNumber' && !hidden.has(key)
  const groups = sections.map(({ id, title, columns, fields: placed }) => ({
    ...{ id, title, columns },
    shown: placed.flatMap((key) => fields.find((field) => field.key === key && inForm(field)) ?? []),
  }))
  const laidOut = groups.flatMap(({ shown }) => shown)
  // What a layout hides is asked for all the same where it is needed.
  const needed = fields.filter((field) => required.has(field.key) && inForm(field) && !laidOut.includes(field))
  const all = [...groups, { id: 'needed', title: null, columns: 2, shown: needed } as const].filter(
    ({ shown }) => shown.length > 0,
  )
  // A rule may ask for a field that this form does not have: that must not stay unsaid.
  const elsewhere = Object.entries(form.errors).filter(
    ([path, error]) => error && !(path in record) && !all.some(({ shown }) => shown.some(({ key }) => issuePath(key) === path)),
  )

  const labelOf = (path: string): string =>
    fields.find(({ key }) => issuePath(key) === path)?.name ?? t.known(`field.${path}`, 'field.other')

  return (
    <>
      {recordTypes.length > 0 && 'recordTypeId' in record && (
        <Select
          label={t('field.recordTypeId')}
          clearable
          data={recordTypes.map(({ id, name }) => ({ value: id, label: name }))}
          value={recordTypeId}
          onChange={form.setRecordType}
        />
      )}
      {all.map(({ id, title, columns, shown }) => (
        <Fragment key={id}>
          {title !== null && <Title order={3}>{title}</Title>}
          <SimpleGrid cols={columns} spacing="md" verticalSpacing="md">
            {shown.map((field) => (
              <CustomFieldInput
                key={field.key}
                field={field}
                path={issuePath(field.key)}
                value={form.custom[field.key] ?? null}
                label={required.has(field.key) ? <RequiredLabel>{field.name}</RequiredLabel> : field.name}
                error={form.errors[issuePath(field.key)]}
                onChange={(value) => form.setCustom(field.key, value)}
                onBlur={() => {
                  const value = form.custom[field.key] ?? null
                  const error = value === null || value === '' ? null : valueError(t, fieldSchema(field), value)
                  form.setError(issuePath(field.key), error)
                }}
              />
            ))}
          </SimpleGrid>
        </Fragment>
      ))}
      {elsewhere.map(([path, error]) => (
        <Text key={path} c="red" size="sm" role="alert">
          {labelOf(path)} · {error}
        </Text>
      ))}
    </>
  )
}

/** Forms hold other records with their names; conditions look at their ids. */
const asIds = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null && 'id' in value ? value.id : value,
    ]),
  )
