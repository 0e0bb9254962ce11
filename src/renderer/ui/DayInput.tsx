// A day in a form: `2026-11-21`, typed or picked. Without a zone, so it never moves.
import { DateInput, type DateInputProps } from '@mantine/dates'
import { useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'

type DayInputProps = Omit<DateInputProps, 'value' | 'defaultValue' | 'onChange'> & {
  readonly value: string | null
  readonly onChange: (day: string | null) => void
}

export function DayInput({ value, onChange, ...input }: DayInputProps) {
  const t = useT()
  const isChinese = useLanguage() === 'zh-CN'
  const [next, previous, level] = [t('base.calendar.next'), t('base.calendar.previous'), t('base.calendar.level')]

  return (
    <DateInput
      valueFormat="YYYY-MM-DD"
      placeholder={t('base.calendar.placeholder')}
      clearable
      clearButtonProps={{ 'aria-label': t('base.clear') }}
      monthLabelFormat={isChinese ? 'YYYY年M月' : 'MMMM YYYY'}
      yearLabelFormat={isChinese ? 'YYYY年' : 'YYYY'}
      ariaLabels={{
        ...{ nextMonth: next, nextYear: next, nextDecade: next },
        ...{ previousMonth: previous, previousYear: previous, previousDecade: previous },
        ...{ monthLevelControl: level, yearLevelControl: level },
      }}
      {...input}
      value={value}
      onChange={onChange}
    />
  )
}
