// Adds a further phone, e-mail, address, messenger or page, or changes one with all that belongs to it.
import { Autocomplete, Group, Select, TextInput } from '@mantine/core'
import type { z } from 'zod'
import { useApi } from '#renderer/api/api-context.tsx'
import type { ActionOf } from '#renderer/api/api.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FormModal, RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import { newContactPoint, type PointKind, pointKind } from '#shared/customers/contact-point.ts'
import type { CustomerCard } from './customer-cards.ts'
import { pointTypeChoices, pointTypeName } from './point-words.ts'

interface PointFormProps {
  readonly customer: CustomerCard
  readonly kind: PointKind
  /** The one to change; without it one is added. */
  readonly point?: CustomerCard['points'][number]
  readonly onClose: () => void
}

export function PointForm({ customer, kind: firstKind, point, onClose }: PointFormProps) {
  const t = useT()
  const api = useApi()
  const { type: recordType, id: recordId, name } = customer
  const add = api.contactPoints.add()
  const update = api.contactPoints.update()
  // One form for both: what it sends says whether there is a point already.
  const save: ActionOf<z.input<typeof newContactPoint>, unknown> = {
    path: point ? update.path : add.path,
    run: (values, options) => {
      if (point === undefined) return add.run(values, options)
      const { recordType: _type, recordId: _id, kind: _kind, ...changes } = values
      return update.run({ id: point.id, ...changes }, options)
    },
  }
  const initialValues = {
    kind: firstKind,
    value: point?.value ?? '',
    type: point?.type ? pointTypeName(t, firstKind, point.type) : '',
    city: point?.city ?? '',
    country: point?.country ?? '',
    postcode: point?.postcode ?? '',
    note: point?.note ?? '',
  }
  const { modal, field, form } = useRecordForm({
    initialValues,
    stored: point && initialValues,
    schema: newContactPoint,
    action: save,
    toInput: ({ kind, value, type, note, city, country, postcode }) => ({
      recordType,
      recordId,
      kind,
      value,
      type: blank(pointTypeChoices(t, kind, null).find(({ label }) => label === type)?.value ?? type),
      note: blank(note),
      ...(kind === 'address' ? { city: blank(city), country: blank(country), postcode: blank(postcode) } : {}),
    }),
    said: (_, { kind }) => t(point ? 'record.point.changed' : 'record.point.added', { name, kind: t(`field.${kind}`) }),
    onDone: onClose,
    ...(point ? {} : { draft: `contactPoints.add ${recordId}` }),
  })
  const { kind } = form.values

  return (
    <FormModal
      title={t(point ? 'record.point.edit' : 'record.point.add')}
      submitLabel={t('base.save')}
      isOpen
      onClose={onClose}
      {...modal}
    >
      <Group grow align="flex-start">
        {!point && (
          <Select
            label={t('record.point.kind')}
            allowDeselect={false}
            data={pointKind.options.map((value) => ({ value, label: t(`field.${value}`) }))}
            {...field('kind')}
          />
        )}
        <Autocomplete
          label={t('record.point.type')}
          data={pointTypeChoices(t, kind, null).map(({ label }) => label)}
          {...field('type')}
        />
      </Group>
      <TextInput data-autofocus label={<RequiredLabel>{t(`field.${kind}`)}</RequiredLabel>} {...field('value')} />
      {kind === 'address' && (
        <Group grow align="flex-start">
          <TextInput label={t('field.city')} {...field('city')} />
          <TextInput label={t('field.postcode')} {...field('postcode')} />
          <TextInput label={t('field.country')} {...field('country')} />
        </Group>
      )}
      <TextInput label={t('record.point.note')} {...field('note')} />
    </FormModal>
  )
}

const blank = (text: string): string | null => (text.trim() === '' ? null : text)
