// When a task is due, overdue or was done, in words and not by colour alone.
import { Text } from '@mantine/core'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import type { Activity } from '#shared/activities/activity.ts'

export function TaskDue({ dueOn, dueTime, doneAt }: Pick<Activity, 'dueOn' | 'dueTime' | 'doneAt'>) {
  const t = useT()
  const format = useFormat()

  if (doneAt !== null) return <>{t('activities.done_on', { day: format.nearDay(format.dayOf(doneAt)) })}</>
  if (dueOn === null) return null
  if (dueOn < format.today()) {
    return (
      <Text span c="red" inherit>
        {t('activities.overdue', { day: format.nearDay(dueOn) })}
      </Text>
    )
  }
  const day = format.nearDay(dueOn)
  return <>{dueTime === null ? t('activities.due', { day }) : t('activities.due_at', { day, time: dueTime })}</>
}
