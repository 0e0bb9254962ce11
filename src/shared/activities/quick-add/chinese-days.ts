// Days in Chinese: 明天, 下周三, 月底, 3号, 11月5日, 三天后. A week begins on Monday, so 下周三 is the Wednesday of the week after this one.
import { addDays, dayOfMonth, lastDayOfMonth, startOfWeek, weekdayOf } from '#shared/calendar/days.ts'
import { NUMBER, numberOf, weekdayOfText } from './chinese-numbers.ts'

type Rule = readonly [pattern: RegExp, day: (match: RegExpExecArray, today: string) => string | null]

const rule = (pattern: string, day: Rule[1]): Rule => [new RegExp(pattern, 'u'), day]

const two = (number: number): string => String(number).padStart(2, '0')

/** A day of the calendar; null if there is none, as 30 February. */
const dayAt = (year: number, month: number, day: number): string | null => {
  const first = `${year}-${two(month)}-01`
  return month >= 1 && month <= 12 && day >= 1 && day <= dayOfMonth(lastDayOfMonth(first))
    ? `${year}-${two(month)}-${two(day)}`
    : null
}

const monthsOn = (today: string, months: number): { readonly year: number; readonly month: number } => {
  const count = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + months
  return { year: Math.floor(count / 12), month: (count % 12) + 1 }
}

/** That day of this year, or of the next if it is over. */
const comingDay = (today: string, month: number, day: number): string | null => {
  const year = Number(today.slice(0, 4))
  const here = dayAt(year, month, day)
  return here !== null && here >= today ? here : dayAt(year + 1, month, day)
}

/** That day of this month, or of the first later month that has it. */
const comingDayOfMonth = (today: string, day: number): string | null => {
  for (let months = 0; months <= 12; months++) {
    const { year, month } = monthsOn(today, months)
    const found = dayAt(year, month, day)
    if (found !== null && found >= today) return found
  }
  return null
}

const weekdayIn = (today: string, weeks: number, text: string): string | null => {
  const weekday = weekdayOfText(text)
  return weekday && addDays(startOfWeek(today), weeks * 7 + weekday - 1)
}

const addMonths = (today: string, months: number): string | null => {
  if (!Number.isFinite(months)) return null
  const { year, month } = monthsOn(today, months)
  const last = lastDayOfMonth(`${year}-${two(month)}-01`)
  return dayAt(year, month, dayOfMonth(today)) ?? last
}

/** 三三天后 says no number. */
const daysOn = (today: string, days: number): string | null => (Number.isFinite(days) ? addDays(today, days) : null)

const WEEKDAY = '([一二三四五六日天末1-7])'
const WEEK = '(?:周|星期|礼拜)'

const rules: readonly Rule[] = [
  rule('(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})[日号]?', ([, y, m, d]) => dayAt(Number(y), Number(m), Number(d))),
  rule(`(明年|今年|后年)?(${NUMBER})月(${NUMBER})[日号]?`, ([, year, m = '', d = ''], today) => {
    const ahead = { 今年: 0, 明年: 1, 后年: 2 }[year ?? '']
    return ahead === undefined
      ? comingDay(today, numberOf(m), numberOf(d))
      : dayAt(Number(today.slice(0, 4)) + ahead, numberOf(m), numberOf(d))
  }),
  rule(`(下+)个?月(${NUMBER})[日号]`, ([, next = '', d = ''], today) => {
    const { year, month } = monthsOn(today, next.length)
    return dayAt(year, month, numberOf(d))
  }),
  rule('(下+)个?月(?:底|末)', ([, next = ''], today) => {
    const { year, month } = monthsOn(today, next.length)
    return lastDayOfMonth(`${year}-${two(month)}-01`)
  }),
  rule('(下+)个?月初', ([, next = ''], today) => {
    const { year, month } = monthsOn(today, next.length)
    return dayAt(year, month, 1)
  }),
  rule('(?:这个?|本)?月(?:底|末)', (_, today) => lastDayOfMonth(today)),
  rule('年(?:底|末)', (_, today) => `${today.slice(0, 4)}-12-31`),
  rule('大后天', (_, today) => addDays(today, 3)),
  rule('后[天日]', (_, today) => addDays(today, 2)),
  rule('明[天日]|次日', (_, today) => addDays(today, 1)),
  rule('今[天日]', (_, today) => today),
  rule(`(${NUMBER})(?:个)?天(?:之?后|以后|内)`, ([, n = ''], today) => daysOn(today, numberOf(n))),
  rule(`(${NUMBER})(?:个)?(?:周|星期|礼拜)(?:之?后|以后|内)`, ([, n = ''], today) => daysOn(today, 7 * numberOf(n))),
  rule(`(${NUMBER})个月(?:之?后|以后|内)`, ([, n = ''], today) => addMonths(today, numberOf(n))),
  rule(`(下+)个?${WEEK}${WEEKDAY}`, ([, next = '', day = ''], today) => weekdayIn(today, next.length, day)),
  rule(`(?:本|这个?)${WEEK}${WEEKDAY}`, ([, day = ''], today) => weekdayIn(today, 0, day)),
  rule(`${WEEK}${WEEKDAY}`, ([, day = ''], today) => {
    const weekday = weekdayOfText(day)
    return weekday && addDays(today, (weekday - weekdayOf(today) + 7) % 7)
  }),
  rule('(下+)个?(?:周|星期|礼拜)(?!\\p{Script=Han})', ([, next = ''], today) => addDays(startOfWeek(today), next.length * 7)),
  rule(`(?<![\\d.:/-])(${NUMBER})[号日](?!线|楼|院|店|门|机|\\d)`, ([, d = ''], today) => comingDayOfMonth(today, numberOf(d))),
]

export interface FoundDay {
  readonly match: RegExpExecArray
  readonly day: string
}

/** The day that a text names in Chinese, with its place; null if it names none. */
export const findChineseDay = (text: string, today: string): FoundDay | null => {
  for (const [pattern, dayOf] of rules) {
    const match = pattern.exec(text)
    const day = match && dayOf(match, today)
    if (match && day) return { match, day }
  }
  // 12/3 is the third of December where the rest of the line is Chinese.
  const slashed = /\p{Script=Han}/u.test(text)
    ? /(?<![\d/.-])(\d{1,2})[/.](\d{1,2})(?![\d/.:%]|\s*(?:元|折|万))/u.exec(text)
    : null
  const day = slashed && comingDay(today, Number(slashed[1]), Number(slashed[2]))
  return slashed && day ? { match: slashed, day } : null
}
