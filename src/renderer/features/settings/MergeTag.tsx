// Merges a tag into another one: what carries it carries the other from then on.
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { TagRow } from '#shared/tags/tag.ts'
import { ReplaceModal } from './ReplaceModal.tsx'

interface MergeTagProps {
  readonly tag: TagRow
  readonly others: readonly TagRow[]
  readonly onClose: () => void
}

export function MergeTag({ tag, others, onClose }: MergeTagProps) {
  const t = useT()
  const { id, name, total } = tag
  const nameOf = (tagId: string) => others.find((other) => other.id === tagId)?.name ?? ''
  const merge = useAction(useApi().tags.merge(), {
    errors: 'caller',
    said: ({ records }, { intoId }) => t('tags.said.merged', { name: nameOf(intoId), count: records }),
    onDone: onClose,
  })

  return (
    <ReplaceModal
      title={t('tags.merge_title', { name })}
      text={t('tags.merge_text', { name, count: total })}
      label={t('tags.merge_into')}
      choices={others.map((other) => ({ value: other.id, label: other.name }))}
      action={merge}
      count={total}
      progressText={(progress) => t('tags.merging', progress)}
      submitLabel={t('tags.merge_do')}
      onSubmit={(intoId) => merge.mutate({ ids: [id], intoId })}
      onClose={onClose}
    />
  )
}
