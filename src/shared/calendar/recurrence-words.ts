// A rule in words: a key of the catalogue and what to fill in. Names of weekdays and dates come from Intl in the reader's language.
import type { MessageParams } from '#shared/base/app-error.ts'
import type { Language } from '#shared/base/messages.ts'
import { addDays, dayNumber, type Weekday } from './days.ts'
import { formOfRule, type RecurrenceForm } from './recurrence-form.ts'

export interface Words {
  readonly key: string
  readonly params: MessageParams
}

/** What repeats, and when that ends (`null`: never). Keys start with `calendar.repeats.`. */
export const recurrenceWords = (
  rule: string,
  startsOn: string,
  language: Language,
): { readonly what: Words; readonly end: Words | null } => {
  const form = formOfRule(rule, startsOn)
  if (form === null) return { what: { key: 'calendar.repeats.own', params: { rule } }, end: null }
  return { what: whatOf(form, language), end: endOf(form, language) }
}

const whatOf = (form: RecurrenceForm, language: Language): Words => {
  const { every, on } = form
  const said = (name: string, params: MessageParams = {}): Words => ({
    key: `calendar.repeats.${name}`,
    params: { every, ...params },
  })
  if (form.unit === 'day') return said('daily')
  if (form.unit === 'week') {
    if (form.weekdays.join() === '1,2,3,4,5' && every === 1) return said('weekdays')
    return said('weekly', { weekdays: form.weekdays.map((weekday) => weekdayName(weekday, language)) })
  }
  const month = monthName(form.month, language)
  const name = form.unit === 'month' ? 'monthly' : 'yearly'
  if (on.by === 'last_day') return said(`${name}_last_day`, form.unit === 'month' ? {} : { month })
  if (on.by === 'weekday') {
    const params = { nth: on.nth === -1 ? 'last' : String(on.nth), weekday: weekdayName(on.weekday, language) }
    return said(`${name}_weekday`, form.unit === 'month' ? params : { ...params, month })
  }
  if (form.unit === 'month') return said(on.day > 28 ? 'monthly_skipping' : 'monthly', { day: on.day })
  return said(form.month === 2 && on.day === 29 ? 'yearly_leap' : 'yearly', { month, day: on.day })
}

const endOf = ({ end }: RecurrenceForm, language: Language): Words | null => {
  if (end.kind === 'never') return null
  if (end.kind === 'count') return { key: 'calendar.repeats.count', params: { count: end.count } }
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'long' })
  return { key: 'calendar.repeats.until', params: { day: format.format(dayNumber(end.day) * 86_400_000) } }
}

// 2024-01-01 was a Monday.
const weekdayName = (weekday: Weekday, language: Language): string => {
  const name = new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long' }).format(
    dayNumber(addDays('2024-01-01', weekday - 1)) * 86_400_000,
  )
  // 每周一、三、五: the sentence has the 周 already.
  return language === 'zh-CN' ? name.replace(/^星期/u, '') : name
}

const monthName = (month: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'long' }).format(Date.UTC(2024, month - 1, 1))
