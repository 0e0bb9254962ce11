// What a calendar says of itself, in the reader's language.
import type { DatePickerProps } from '@mantine/dates'
import { useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'

export const useCalendarWords = (): Pick<DatePickerProps, 'monthLabelFormat' | 'yearLabelFormat' | 'ariaLabels'> => {
  const t = useT()
  const isChinese = useLanguage() === 'zh-CN'
  const [next, previous, level] = [t('base.calendar.next'), t('base.calendar.previous'), t('base.calendar.level')]
  return {
    monthLabelFormat: isChinese ? 'YYYY年M月' : 'MMMM YYYY',
    yearLabelFormat: isChinese ? 'YYYY年' : 'YYYY',
    ariaLabels: {
      ...{ nextMonth: next, nextYear: next, nextDecade: next },
      ...{ previousMonth: previous, previousYear: previous, previousDecade: previous },
      ...{ monthLevelControl: level, yearLevelControl: level },
    },
  }
}
