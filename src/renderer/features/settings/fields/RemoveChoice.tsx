// Asks what records get instead of a choice that is taken away.
import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import type { FieldChoice, FieldDefinition } from '#shared/custom-fields/field-definition.ts'

interface RemoveChoiceProps {
  readonly field: FieldDefinition
  readonly choice: FieldChoice
  /** How many records hold it. */
  readonly count: number
  readonly onClose: () => void
}

const EMPTY = 'empty'

export function RemoveChoice({ field, choice, count, onClose }: RemoveChoiceProps) {
  const t = useT()
  const [target, setTarget] = useState<string | null>(null)
  const remove = useAction(useApi().customFields.removeChoice(), {
    errors: 'caller',
    said: ({ records }) => t('customFields.said.choice_moved', { count: records }),
    onDone: onClose,
  })
  const others = field.choices.filter(({ id }) => id !== choice.id)

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('customFields.remove_choice', { name: choice.name })}
      closeButtonProps={{ 'aria-label': t('base.close') }}
    >
      <Stack gap="lg">
        <Text>{t('customFields.choice_used', { count, name: choice.name })}</Text>
        <Select
          data-autofocus
          label={t('customFields.instead')}
          placeholder={t('customFields.choose')}
          data={[
            ...others.map(({ id, name }) => ({ value: id, label: name })),
            { value: EMPTY, label: t('customFields.instead_empty') },
          ]}
          value={target}
          onChange={setTarget}
        />
        {remove.progress && (
          <Text role="status">
            {t('customFields.moving', { done: remove.progress.done, total: remove.progress.total ?? count })}
          </Text>
        )}
        {remove.isError && <ErrorNote error={remove.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={remove.isPending ? remove.cancel : onClose}>
            {t('base.cancel')}
          </Button>
          <Button
            color="red"
            disabled={target === null}
            loading={remove.isPending}
            onClick={() => remove.mutate({ id: choice.id, target })}
          >
            {t('customFields.remove_and_move', { count })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
