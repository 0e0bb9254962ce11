// Merges a tag into another one: what carries it carries the other from then on.
import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import type { TagRow } from '#shared/tags/tag.ts'

interface MergeTagProps {
  readonly tag: TagRow
  readonly others: readonly TagRow[]
  readonly onClose: () => void
}

export function MergeTag({ tag, others, onClose }: MergeTagProps) {
  const t = useT()
  const { id, name, total } = tag
  const [intoId, setIntoId] = useState<string | null>(null)
  const merge = useAction(useApi().tags.merge(), {
    errors: 'caller',
    said: ({ records }) =>
      t('tags.said.merged', { name: others.find((other) => other.id === intoId)?.name ?? '', count: records }),
    onDone: onClose,
  })

  return (
    <Modal
      opened
      onClose={merge.isPending ? merge.cancel : onClose}
      title={t('tags.merge_title', { name })}
      closeButtonProps={{ 'aria-label': t('base.close') }}
    >
      <Stack gap="lg">
        <Text>{t('tags.merge_text', { name, count: total })}</Text>
        <Select
          data-autofocus
          searchable
          allowDeselect={false}
          label={t('tags.merge_into')}
          nothingFoundMessage={t('base.search_nothing')}
          data={others.map((other) => ({ value: other.id, label: other.name }))}
          value={intoId}
          onChange={setIntoId}
        />
        {merge.progress && (
          <Text role="status">{t('tags.merging', { done: merge.progress.done, total: merge.progress.total ?? total })}</Text>
        )}
        {merge.isError && merge.error.code !== 'cancelled' && <ErrorNote error={merge.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={merge.isPending ? merge.cancel : onClose}>
            {t('base.cancel')}
          </Button>
          <Button
            disabled={intoId === null}
            loading={merge.isPending}
            onClick={() => intoId !== null && merge.mutate({ ids: [id], intoId })}
          >
            {t('tags.merge_do')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
