// Asks where the records of a stage go that is taken away.
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ReplaceModal } from './ReplaceModal.tsx'

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
  const remove = useAction(useApi().lifecycleStages.archive(), {
    errors: 'caller',
    said: ({ records }) => t('lifecycle.said.removed', { name, count: records }),
    onDone: onClose,
  })

  return (
    <ReplaceModal
      title={t('lifecycle.remove', { name })}
      text={t('lifecycle.remove_text', { name, count })}
      label={t('lifecycle.target')}
      placeholder={t('lifecycle.choose')}
      choices={[...others.map((other) => ({ value: other.id, label: other.name })), { value: NONE, label: t('lifecycle.none') }]}
      action={remove}
      count={count}
      progressText={(progress) => t('lifecycle.moving', progress)}
      submitLabel={t('lifecycle.remove_do', { count })}
      isRemoval
      onSubmit={(target) => remove.mutate({ id, targetId: target === NONE ? null : target })}
      onClose={onClose}
    />
  )
}
