// What a screen reader says of an entry: all that the eye sees of it, its signs and colour too.
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { timeOf } from '#shared/calendar/days.ts'
import type { CalendarEntry } from './calendar-entry.ts'
import { startOf } from './placement.ts'

export const useEntryName = (): ((entry: CalendarEntry) => string) => {
  const t = useT()
  const format = useFormat()
  return (entry) => {
    const { dueOn, dueTime, endsOn, durationMinutes, kind, title, detail, initials, isDone, isRepeating } = entry
    const end = timeOf((startOf(entry) + durationMinutes) % 1440)
    const when =
      dueTime === null
        ? endsOn === null
          ? t('calendar.all_day')
          : t('calendar.until', { day: format.shortDay(endsOn) })
        : `${dueTime} – ${end}`
    const facts = [detail, initials, isRepeating ? t('calendar.repeating') : null, isDone ? t('calendar.done') : null]
    return [`${t(`activities.kind.${kind}`)}: ${title}`, format.weekdayAndDay(dueOn), when, ...facts].filter(Boolean).join(', ')
  }
}
