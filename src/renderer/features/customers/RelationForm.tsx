// Says how another person stands to this one, or changes what was said.
import { Select, TextInput } from '@mantine/core'
import type { z } from 'zod'
import { useApi } from '#renderer/api/api-context.tsx'
import type { ActionOf } from '#renderer/api/api.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FormModal, RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { ReferencePicker } from '#renderer/ui/ReferencePicker.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import type { Reference } from '#shared/base/fields.ts'
import { newRelation, type Relation, type RelationKind, relationKind } from '#shared/customers/relation.ts'

interface RelationFormProps {
  readonly contact: Reference
  /** The one to change; without it one is added. */
  readonly relation?: Relation
  readonly onClose: () => void
}

interface Values extends Record<string, unknown> {
  readonly otherId: Reference | null
  readonly kind: RelationKind
  readonly note: string
}

export function RelationForm({ contact, relation, onClose }: RelationFormProps) {
  const t = useT()
  const api = useApi()
  const add = api.relations.add()
  const update = api.relations.update()
  // One form for both: what it sends says whether there is a relation already.
  const save: ActionOf<z.input<typeof newRelation>, Relation> = {
    path: relation ? update.path : add.path,
    run: (input, options) => {
      if (relation === undefined) return add.run(input, options)
      const { otherId: _otherId, ...changes } = input
      return update.run({ id: relation.id, ...changes }, options)
    },
  }
  const initialValues: Values = {
    otherId: relation?.contact ?? null,
    kind: relation?.kind ?? 'colleague',
    note: relation?.note ?? '',
  }
  const { modal, field } = useRecordForm({
    initialValues,
    stored: relation && initialValues,
    always: ['contactId'],
    schema: newRelation,
    action: save,
    toInput: ({ otherId, kind, note }) => ({
      contactId: contact.id,
      otherId: otherId?.id ?? '',
      kind,
      note: note.trim() === '' ? null : note,
    }),
    said: ({ contact: other }) => t('record.relation.said', { name: contact.name, other: other.name }),
    onDone: onClose,
    ...(relation ? {} : { draft: `relations.add ${contact.id}` }),
  })

  return (
    <FormModal
      title={t(relation ? 'record.relation.edit' : 'record.relation.add')}
      submitLabel={t('base.save')}
      isOpen
      size="sm"
      onClose={onClose}
      {...modal}
    >
      {!relation && (
        <ReferencePicker
          data-autofocus
          label={<RequiredLabel>{t('field.contactId')}</RequiredLabel>}
          query={(text) => api.contacts.pick({ text })}
          {...field('otherId')}
        />
      )}
      <Select
        label={t('record.relation.is', { name: contact.name })}
        allowDeselect={false}
        data={relationKind.options.map((value) => ({ value, label: t(`record.relation.${value}`) }))}
        {...field('kind', (value) => t(`record.relation.${value}`))}
      />
      <TextInput label={t('record.point.note')} {...field('note')} />
    </FormModal>
  )
}
