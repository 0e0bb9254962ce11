// The fields of one kind of record in their order, and those that were removed.
import { Button, Group, Menu, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useFields } from '#renderer/records/fields/use-fields.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { SortableArea } from '#renderer/ui/sortable/SortableArea.tsx'
import { SortableItem } from '#renderer/ui/sortable/SortableItem.tsx'
import { SortableList } from '#renderer/ui/sortable/SortableList.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import type { FieldedType } from '#shared/base/fields.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import { EditFieldForm } from './EditFieldForm.tsx'
import { fieldIcons } from './field-icons.ts'
import classes from './Fields.module.css'
import { NewFieldForm } from './NewFieldForm.tsx'
import { RemovedFields } from './RemovedFields.tsx'
import { usePutInOrder } from '#renderer/ui/sortable/use-put-in-order.ts'

export function FieldList({ entity }: { readonly entity: FieldedType }) {
  const t = useT()
  const api = useApi()
  const address = useAddress()
  const { fields, isPending } = useFields(entity)
  const [edited, setEdited] = useState<string | null>(null)
  const remove = useAction(api.customFields.remove(), { said: () => t('customFields.said.removed') })
  const move = useAction(api.customFields.move(), { said: () => t('customFields.said.moved') })
  const { shown, put } = usePutInOrder(fields, (id, beforeId) => move.mutateAsync({ id, beforeId }))
  const isMaking = address.has('new')
  const make = () => address.set({ new: '' })
  useShortcuts([{ keys: 'n', label: t('customFields.new'), group: 'page', run: make }])
  const current = fields.find(({ id }) => id === edited)

  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <Text c="dimmed" maw={560}>
          {t('customFields.help')}
        </Text>
        <Button onClick={make}>{t('customFields.new')}</Button>
      </Group>
      {isPending && <Pending lines={3} />}
      {!isPending && fields.length === 0 && <EmptyState isSmall text={t('customFields.empty')} />}
      <SortableArea
        lists={[{ id: 'fields', items: shown.map(({ id }) => id) }]}
        onMove={(id, _list, beforeId) => put(id, beforeId)}
      >
        <SortableList id="fields" label={t('customFields.title')}>
          {shown.map((field, index) => (
            <SortableItem key={field.id} id={field.id} listId="fields" nextId={shown[index + 1]?.id ?? null} label={field.name}>
              <FieldLine field={field} onEdit={() => setEdited(field.id)} onRemove={() => remove.mutate({ id: field.id })} />
            </SortableItem>
          ))}
        </SortableList>
      </SortableArea>
      <RemovedFields entity={entity} />
      {isMaking && <NewFieldForm entity={entity} onClose={() => address.set({ new: null })} />}
      {current && <EditFieldForm key={current.id} field={current} onClose={() => setEdited(null)} />}
    </Stack>
  )
}

interface FieldLineProps {
  readonly field: FieldDefinition
  readonly onEdit: () => void
  readonly onRemove: () => void
}

function FieldLine({ field, onEdit, onRemove }: FieldLineProps) {
  const t = useT()
  const { name, type, choices, isRequired, config } = field
  const Icon = fieldIcons[type]

  return (
    <>
      <span className={classes['name']}>
        <button type="button" className={classes['link']} onClick={onEdit}>
          {name}
        </button>
      </span>
      <span className={classes['facts']}>
        <span className={classes['type']}>
          <Icon size={16} stroke={1.5} aria-hidden />
          {t(`customFields.type.${type}`)}
        </span>
        {choices.length > 0 && <span>{t('customFields.choices', { count: choices.length })}</span>}
        {config.unit !== null && <span>{config.unit}</span>}
        {config.currency !== null && <span>{config.currency}</span>}
        {config.target !== null && <span>{t(`customFields.entity.${config.target}`)}</span>}
        {isRequired && <span>{t('base.required')}</span>}
      </span>
      <MoreMenu>
        <Menu.Item onClick={onEdit}>{t('base.edit')}</Menu.Item>
        <Menu.Item color="red" onClick={onRemove}>
          {t('customFields.remove')}
        </Menu.Item>
      </MoreMenu>
    </>
  )
}
