// The settings of the office as their pages name and tell them: the working week by its days and hours, the pool by its rules.
import { z } from 'zod'
import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import { addDays } from '#shared/calendar/days.ts'
import { type WorkingInterval, type WorkingWeek, workingWeek } from '#shared/calendar/working-time.ts'
import type { CrossedValue } from '#shared/conflicts/conflict.ts'
import { type PoolSettings, poolSettings } from '#shared/customers/pool.ts'

export const settingName = (t: Translate, key: string): string => t.known(`conflicts.setting.${key}`, 'field.other')

/** What holds several things comes as JSON. */
export const settingText = (t: Translate, format: Format, key: string, value: CrossedValue['value']): string => {
  if (value === null) return t('history.empty_value')
  if (typeof value === 'number') return key === 'attachmentLimitMb' ? `${format.number(value)} MB` : format.number(value)
  if (typeof value === 'boolean') return t(value ? 'history.yes' : 'history.no')
  switch (key) {
    case 'language':
      return t(value === 'en' ? 'entry.language.name.en' : 'entry.language.name.zh')
    case 'currency':
      return format.currency(value)
    case 'timeZone':
      return format.zone(value)
    case 'workingWeek':
      return told(t, workingWeek, value, (week) => weekText(t, format, week))
    case 'pool':
      return told(t, poolSettings, value, (pool) => poolText(t, format, pool))
    default:
      return value
  }
}

/** A value that holds several things, in words; of a newer version's only that it is an arrangement. */
export const told = <Value>(t: Translate, schema: z.ZodType<Value>, json: string, say: (value: Value) => string): string => {
  const parsed = z.string().transform(parsedJson).pipe(schema).safeParse(json)
  return parsed.success ? say(parsed.data) : t('conflicts.opaque')
}

const parsedJson = (json: string, context: z.RefinementCtx): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    context.addIssue('no JSON')
    return z.NEVER
  }
}

/** `09:00–12:00, 13:00–18:00`. */
export const hoursText = (t: Translate, intervals: readonly WorkingInterval[]): string =>
  intervals.length === 0
    ? t('working_time.day_off')
    : intervals.map(({ from, to }) => `${from}–${to}`).join(t('lists.cell.comma'))

/** Neighbouring days of the same hours together. */
const weekText = (t: Translate, format: Format, week: WorkingWeek): string => {
  const hours = week.map((intervals) => hoursText(t, intervals))
  // 2024-01-01 was a Monday.
  const nameOf = (index: number) => format.weekday(addDays('2024-01-01', index))
  return hours
    .flatMap((value, first) => {
      if (first > 0 && hours[first - 1] === value) return []
      const length = hours.slice(first).findIndex((other) => other !== value)
      const last = length === -1 ? hours.length - 1 : first + length - 1
      const days = last === first ? nameOf(first) : t('conflicts.setting.days', { from: nameOf(first), to: nameOf(last) })
      return t('conflicts.part', { field: days, value })
    })
    .join(' · ')
}

const poolText = (t: Translate, format: Format, { isOn, idleDays, cap }: PoolSettings): string =>
  [
    t(isOn ? 'conflicts.setting.pool_on' : 'conflicts.setting.pool_off'),
    t('conflicts.part', { field: t('pool.idle_days'), value: format.number(idleDays) }),
    t('conflicts.part', { field: t('pool.cap'), value: cap === null ? t('conflicts.setting.no_cap') : format.number(cap) }),
  ].join(' · ')
