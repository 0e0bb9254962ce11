// China's public holidays with their shifted working days (调休), as the State Council announces them each autumn for the next year. They
// are a proposal: nothing reckons with them before they were put into the workspace's calendar.
import chineseDays from 'chinese-days'
import { addDays, daysFromTo, weekdayOf } from './days.ts'
import type { Language } from '#shared/base/messages.ts'
import type { CalendarDay } from './working-time.ts'

const FIRST_KNOWN_YEAR = 2004

/** Whether the holidays of a year are known: those of next year only once they are announced and built in. */
export const isHolidayYearKnown = (year: number): boolean =>
  year >= FIRST_KNOWN_YEAR && year < 2100 && chineseDays.getDayDetail(`${year}-10-01`).name.includes(',')

/** All days of a year that differ from Monday to Friday, and the weekend days that belong to a holiday. Empty for a year not known. */
export const chineseHolidays = (year: number, language: Language): readonly CalendarDay[] => {
  if (!isHolidayYearKnown(year)) return []
  return daysFromTo(`${year}-01-01`, addDays(`${year + 1}-01-01`, -1)).flatMap((day): CalendarDay[] => {
    const { work, name } = chineseDays.getDayDetail(day)
    // On other days the name is that of the weekday.
    if (!name.includes(',')) return []
    const [english = '', chinese = ''] = name.split(',')
    const isWeekend = weekdayOf(day) > 5
    if (work && !isWeekend) return []
    return [{ day, kind: work ? 'working' : 'off', name: language === 'zh-CN' ? chinese : english, intervals: null }]
  })
}
