// The choices of a field: named, coloured and put in order where they stand. Each change is saved at once.
import { ActionIcon, Button, Group, Input, Menu, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import type { AppError } from '#shared/base/app-error.ts'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { errorText } from '#renderer/i18n/error-text.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { errorIssues } from '#renderer/ui/field-issues.ts'
import { SortableArea } from '#renderer/ui/sortable/SortableArea.tsx'
import { SortableItem } from '#renderer/ui/sortable/SortableItem.tsx'
import { SortableList } from '#renderer/ui/sortable/SortableList.tsx'
import { choiceColour, type FieldChoice, type FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import classes from './Fields.module.css'
import { RemoveChoice } from './RemoveChoice.tsx'
import { usePutInOrder } from '#renderer/ui/sortable/use-put-in-order.ts'

export function ChoicesEditor({ field }: { readonly field: FieldDefinition }) {
  const t = useT()
  const api = useApi()
  const labelId = useId()
  const [added, setAdded] = useState('')
  const [used, setUsed] = useState<{ readonly choice: FieldChoice; readonly count: number } | null>(null)
  const add = useAction(api.customFields.addChoice(), { errors: 'caller', onDone: () => setAdded('') })
  const move = useAction(api.customFields.moveChoice())
  const remove = useAction(api.customFields.removeChoice(), {
    errors: 'caller',
    said: () => t('customFields.said.choice_removed'),
  })
  const { shown, put } = usePutInOrder(field.choices, (id, beforeId) => move.mutateAsync({ id, beforeId }))
  const submit = () => added.trim() !== '' && add.mutate({ fieldId: field.id, name: added })
  const take = (choice: FieldChoice) =>
    remove.mutate(
      { id: choice.id },
      { onError: ({ params }) => setUsed({ choice, count: typeof params['count'] === 'number' ? params['count'] : 0 }) },
    )

  return (
    <Input.Wrapper label={t('customFields.choices_label')} labelElement="div" labelProps={{ id: labelId }}>
      <SortableArea
        lists={[{ id: field.id, items: shown.map(({ id }) => id) }]}
        onMove={(id, _list, beforeId) => put(id, beforeId)}
      >
        <SortableList id={field.id} label={t('customFields.choices_label')}>
          {shown.map((choice, index) => (
            <SortableItem
              key={choice.id}
              id={choice.id}
              listId={field.id}
              nextId={shown[index + 1]?.id ?? null}
              label={choice.name}
            >
              <ChoiceLine choice={choice} onRemove={() => take(choice)} />
            </SortableItem>
          ))}
        </SortableList>
      </SortableArea>
      <Group gap="sm" mt="xs" align="flex-start">
        <TextInput
          flex={1}
          aria-label={t('customFields.add_choice')}
          placeholder={t('customFields.add_choice')}
          value={added}
          error={add.isError ? said(t, add.error) : null}
          onChange={({ currentTarget }) => setAdded(currentTarget.value)}
          onKeyDown={onEnter(submit)}
        />
        <Button variant="default" disabled={added.trim() === ''} loading={add.isPending} onClick={submit}>
          {t('customFields.add')}
        </Button>
      </Group>
      {used && <RemoveChoice field={field} choice={used.choice} count={used.count} onClose={() => setUsed(null)} />}
    </Input.Wrapper>
  )
}

function ChoiceLine({ choice, onRemove }: { readonly choice: FieldChoice; readonly onRemove: () => void }) {
  const t = useT()
  const [name, setName] = useState(choice.name)
  const change = useAction(useApi().customFields.changeChoice(), { errors: 'caller' })
  const save = () => {
    if (name.trim() === '') setName(choice.name)
    else if (name !== choice.name) change.mutate({ id: choice.id, name })
  }

  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon size={28} aria-label={t('customFields.colour_of', { name: choice.name })}>
            <span className={classes['swatch']} data-colour={choice.colour ?? 'gray'} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {choiceColour.options.map((colour) => (
            <Menu.Item
              key={colour}
              leftSection={<span className={classes['swatch']} data-colour={colour} />}
              onClick={() => change.mutate({ id: choice.id, colour })}
            >
              {t(`customFields.colour.${colour}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <TextInput
        className={classes['choice'] ?? ''}
        aria-label={t('customFields.choice_name', { name: choice.name })}
        value={name}
        error={change.isError ? said(t, change.error) : null}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        onBlur={save}
        onKeyDown={onEnter(save)}
      />
      <ActionIcon size={28} aria-label={t('customFields.remove_choice', { name: choice.name })} onClick={onRemove}>
        <IconX size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
    </>
  )
}

const said = (t: ReturnType<typeof useT>, error: AppError): string =>
  Object.values(errorIssues(t, error))[0] ?? errorText(t, error).text

/** Enter takes the one line; the form around it stays. */
const onEnter = (run: () => void) => (event: KeyboardEvent<HTMLInputElement>) => {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  run()
}
