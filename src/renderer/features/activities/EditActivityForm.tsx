// Changes the words of an entry; of a task also when it is due.
import { Group, Textarea, TextInput } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { FormModal } from '#renderer/ui/FormModal.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import { type Activity, activityChanges } from '#shared/activities/activity.ts'
import { toTimeOfDay } from './time-of-day.ts'

interface EditActivityFormProps {
  readonly entry: Pick<Activity, 'id' | 'kind' | 'title' | 'text' | 'dueOn' | 'dueTime'>
  readonly onClose: () => void
}

export function EditActivityForm({ entry, onClose }: EditActivityFormProps) {
  const t = useT()
  const isTask = entry.kind === 'task'
  const stored = { title: entry.title ?? '', text: entry.text ?? '', dueOn: entry.dueOn, dueTime: entry.dueTime ?? '' }
  const { modal, field } = useRecordForm({
    ...{ initialValues: stored, stored },
    schema: activityChanges,
    action: useApi().activities.update(),
    toInput: ({ title, text, dueOn, dueTime }) => ({
      id: entry.id,
      title: title.trim() === '' ? null : title,
      text: text.trim() === '' ? null : text,
      ...(isTask ? { dueOn, dueTime: toTimeOfDay(dueTime) } : {}),
    }),
    said: () => t('activities.changed'),
    onDone: onClose,
    draft: `activities.update ${entry.id}`,
  })

  return (
    <FormModal title={t('activities.edit_text')} submitLabel={t('base.save')} isOpen onClose={onClose} {...modal}>
      {(isTask || entry.title !== null) && <TextInput data-autofocus label={t('field.title')} {...field('title')} />}
      <Textarea autosize minRows={4} maxRows={16} label={t('field.text')} {...field('text')} />
      {isTask && (
        <Group gap="md" grow>
          <DayInput label={t('field.dueOn')} {...field('dueOn')} />
          <TextInput placeholder="14:30" label={t('field.dueTime')} {...field('dueTime')} />
        </Group>
      )}
    </FormModal>
  )
}
