// Asks where the records of a stage go that is taken away.
import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'

interface RemoveStageProps {
  readonly stage: {
    readonly id: string
    readonly name: string
    readonly counts: { readonly company: number; readonly contact: number }
  }
  readonly others: readonly { readonly id: string; readonly name: string }[]
  readonly onClose: () => void
}

const NONE = 'none'

export function RemoveStage({ stage, others, onClose }: RemoveStageProps) {
  const t = useT()
  const { id, name, counts } = stage
  const count = counts.company + counts.contact
  const [target, setTarget] = useState<string | null>(null)
  const remove = useAction(useApi().lifecycleStages.archive(), {
    errors: 'caller',
    said: ({ records }) => t('lifecycle.said.removed', { name, count: records }),
    onDone: onClose,
  })

  return (
    <Modal
      opened
      onClose={remove.isPending ? remove.cancel : onClose}
      title={t('lifecycle.remove', { name })}
      closeButtonProps={{ 'aria-label': t('base.close') }}
    >
      <Stack gap="lg">
        <Text>{t('lifecycle.remove_text', { name, count })}</Text>
        <Select
          data-autofocus
          label={t('lifecycle.target')}
          placeholder={t('lifecycle.choose')}
          allowDeselect={false}
          data={[...others.map((other) => ({ value: other.id, label: other.name })), { value: NONE, label: t('lifecycle.none') }]}
          value={target}
          onChange={setTarget}
        />
        {remove.progress && (
          <Text role="status">
            {t('lifecycle.moving', { done: remove.progress.done, total: remove.progress.total ?? count })}
          </Text>
        )}
        {remove.isError && remove.error.code !== 'cancelled' && <ErrorNote error={remove.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={remove.isPending ? remove.cancel : onClose}>
            {t('base.cancel')}
          </Button>
          <Button
            color="red"
            disabled={target === null}
            loading={remove.isPending}
            onClick={() => remove.mutate({ id, targetId: target === NONE ? null : target })}
          >
            {t('lifecycle.remove_do', { count })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
