// A day in a form: `2026-11-21`, `+3` or “tomorrow”, typed or picked. Without a zone, so it never moves.
import { DateInput, type DateInputProps } from '@mantine/dates'
import { useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import { readTypedDay } from '#shared/activities/typed-day.ts'
import { readDay } from '#shared/imports/dates.ts'
import { useCalendarWords } from './use-calendar-words.ts'
import { useWallClock } from './use-wall-clock.ts'

type DayInputProps = Omit<DateInputProps, 'value' | 'defaultValue' | 'onChange'> & {
  readonly value: string | null
  readonly onChange: (day: string | null) => void
}

export function DayInput({ value, onChange, ...input }: DayInputProps) {
  const t = useT()
  const { today } = useWallClock()
  const isChinese = useLanguage() === 'zh-CN'
  const words = useCalendarWords()

  return (
    <DateInput
      valueFormat="YYYY-MM-DD"
      dateParser={(text) => readTypedDay(text, today) ?? readDay(text, isChinese ? 'ymd' : 'dmy').value}
      placeholder={t('base.calendar.placeholder')}
      clearable
      clearButtonProps={{ 'aria-label': t('base.clear') }}
      {...words}
      {...input}
      value={value}
      onChange={onChange}
    />
  )
}
