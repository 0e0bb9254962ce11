// A moment in a form: day and time on the clock of the workspace's zone, kept in UTC.
import { DateTimePicker, type DateTimePickerProps } from '@mantine/dates'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useCalendarWords } from '#renderer/ui/use-calendar-words.ts'
import { momentOfWall, wallTimeAt } from '#shared/calendar/zone.ts'

export interface MomentInputProps extends Omit<DateTimePickerProps, 'value' | 'defaultValue' | 'onChange' | 'type' | 'ref'> {
  readonly value: string | null
  readonly onChange: (moment: string | null) => void
}

export function MomentInput({ value, onChange, ...input }: MomentInputProps) {
  const t = useT()
  const words = useCalendarWords()
  const settings = useQuery(useApi().settings.get({}))
  const zone = settings.data?.timeZone ?? 'UTC'
  const wall = value === null ? null : wallTimeAt(Date.parse(value), zone)

  return (
    <DateTimePicker
      valueFormat="YYYY-MM-DD HH:mm"
      clearable
      clearButtonProps={{ 'aria-label': t('base.clear') }}
      submitButtonProps={{ 'aria-label': t('base.calendar.done') }}
      timePickerProps={{ hoursInputLabel: t('base.calendar.hour'), minutesInputLabel: t('base.calendar.minute') }}
      {...words}
      {...input}
      value={wall === null ? null : `${wall.day} ${wall.time}:00`}
      onChange={(picked) => onChange(picked === null ? null : momentOf(picked, zone))}
    />
  )
}

/** `2026-11-21 14:30:00` on the wall of the zone, as a moment. */
const momentOf = (picked: string, zone: string): string =>
  new Date(momentOfWall({ day: picked.slice(0, 10), time: picked.slice(11, 16) }, zone)).toISOString()
