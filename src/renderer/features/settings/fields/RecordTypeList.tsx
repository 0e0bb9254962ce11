// The record types of one kind of record: dealers and end customers, say, each with a layout of its own.
import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useFields } from '#renderer/records/fields/use-fields.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { errorIssues } from '#renderer/ui/field-issues.ts'
import { SortableArea } from '#renderer/ui/sortable/SortableArea.tsx'
import { SortableItem } from '#renderer/ui/sortable/SortableItem.tsx'
import { SortableList } from '#renderer/ui/sortable/SortableList.tsx'
import type { FieldedType } from '#shared/base/fields.ts'
import type { RecordTypeDefinition } from '#shared/custom-fields/layout.ts'
import classes from './Fields.module.css'
import { usePutInOrder } from '#renderer/ui/sortable/use-put-in-order.ts'

export function RecordTypeList({ entity }: { readonly entity: FieldedType }) {
  const t = useT()
  const api = useApi()
  const { recordTypes, isPending } = useFields(entity)
  const [name, setName] = useState('')
  const create = useAction(api.recordTypes.create(), {
    errors: 'caller',
    said: (made) => t('customFields.said.type_made', { name: made.name }),
    onDone: () => setName(''),
  })
  const move = useAction(api.recordTypes.move())
  const { shown, put } = usePutInOrder(recordTypes, (id, beforeId) => move.mutateAsync({ id, beforeId }))
  const submit = () => name.trim() !== '' && create.mutate({ entity, name })

  return (
    <Stack gap="md" maw={560}>
      <Text c="dimmed">{t('customFields.types_help')}</Text>
      {!isPending && recordTypes.length === 0 && <EmptyState isSmall text={t('customFields.types_empty')} />}
      <SortableArea
        lists={[{ id: 'types', items: shown.map(({ id }) => id) }]}
        onMove={(id, _list, beforeId) => put(id, beforeId)}
      >
        <SortableList id="types" label={t('customFields.view.types')}>
          {shown.map((type, index) => (
            <SortableItem key={type.id} id={type.id} listId="types" nextId={shown[index + 1]?.id ?? null} label={type.name}>
              <TypeLine type={type} />
            </SortableItem>
          ))}
        </SortableList>
      </SortableArea>
      <Group gap="sm" align="flex-start">
        <TextInput
          flex={1}
          aria-label={t('customFields.type_name')}
          placeholder={t('customFields.type_name')}
          value={name}
          error={create.isError ? Object.values(errorIssues(t, create.error))[0] : null}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          onKeyDown={onEnter(submit)}
        />
        <Button variant="default" disabled={name.trim() === ''} loading={create.isPending} onClick={submit}>
          {t('customFields.add')}
        </Button>
      </Group>
    </Stack>
  )
}

function TypeLine({ type }: { readonly type: RecordTypeDefinition }) {
  const t = useT()
  const api = useApi()
  const [name, setName] = useState(type.name)
  const rename = useAction(api.recordTypes.rename(), { errors: 'caller' })
  const remove = useAction(api.recordTypes.remove(), { said: () => t('customFields.said.type_removed', { name: type.name }) })
  const save = () => {
    if (name.trim() === '') setName(type.name)
    else if (name !== type.name) rename.mutate({ id: type.id, name })
  }

  return (
    <>
      <TextInput
        className={classes['choice'] ?? ''}
        aria-label={t('customFields.type_rename', { name: type.name })}
        value={name}
        error={rename.isError ? Object.values(errorIssues(t, rename.error))[0] : null}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        onBlur={save}
        onKeyDown={onEnter(save)}
      />
      <Button
        component={Link}
        to={`?of=${type.entity}&view=layout&type=${type.id}`}
        size="xs"
        variant="default"
        aria-label={t('customFields.type_layout', { name: type.name })}
      >
        {t('customFields.view.layout')}
      </Button>
      <ActionIcon
        size={28}
        aria-label={t('customFields.type_remove', { name: type.name })}
        onClick={() => remove.mutate({ id: type.id })}
      >
        <IconX size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
    </>
  )
}

const onEnter = (run: () => void) => (event: KeyboardEvent<HTMLInputElement>) => {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  run()
}
