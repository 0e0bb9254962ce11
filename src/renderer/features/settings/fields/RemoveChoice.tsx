// Asks what records get instead of a choice that is taken away.
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { FieldChoice, FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import { ReplaceModal } from '../ReplaceModal.tsx'

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
  const remove = useAction(useApi().customFields.removeChoice(), {
    errors: 'caller',
    said: ({ records }) => t('customFields.said.choice_moved', { count: records }),
    onDone: onClose,
  })
  const others = field.choices.filter(({ id }) => id !== choice.id)

  return (
    <ReplaceModal
      title={t('customFields.remove_choice', { name: choice.name })}
      text={t('customFields.choice_used', { count, name: choice.name })}
      label={t('customFields.instead')}
      placeholder={t('customFields.choose')}
      choices={[
        ...others.map(({ id, name }) => ({ value: id, label: name })),
        { value: EMPTY, label: t('customFields.instead_empty') },
      ]}
      action={remove}
      count={count}
      progressText={(progress) => t('customFields.moving', progress)}
      submitLabel={t('customFields.remove_and_move', { count })}
      isRemoval
      onSubmit={(target) => remove.mutate({ id: choice.id, target })}
      onClose={onClose}
    />
  )
}
