// What a person chooses about repetition in a form, and the rule it makes. A rule that the form cannot hold (from a calendar file) is kept
// as it is; the form is then `null`.
import { z } from 'zod'
import { day } from '#shared/base/fields.ts'
import { dayOfMonth, lastDayOfMonth, monthOf, weekdayOf, type Weekday } from './days.ts'
import { ruleOfParts, ruleParts } from './recurrence.ts'
import { MAX_COUNT } from './rule-issues.ts'

const weekday = z.literal([1, 2, 3, 4, 5, 6, 7])
/** -1 is the last one. */
const nth = z.literal([1, 2, 3, 4, -1])

export const recurrenceForm = z.object({
  every: z.int().min(1).max(999),
  unit: z.enum(['day', 'week', 'month', 'year']),
  /** Of a week; at least one. */
  weekdays: z.array(weekday),
  /** Of a month or year: its day by number (months without it are skipped), its last day, or a weekday of it. */
  on: z.discriminatedUnion('by', [
    z.object({ by: z.literal('day'), day: z.int().min(1).max(31) }),
    z.object({ by: z.literal('last_day') }),
    z.object({ by: z.literal('weekday'), nth, weekday }),
  ]),
  /** Of a year. */
  month: z.int().min(1).max(12),
  end: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('never') }),
    z.object({ kind: z.literal('until'), day }),
    z.object({ kind: z.literal('count'), count: z.int().min(1).max(MAX_COUNT) }),
  ]),
})
export type RecurrenceForm = z.infer<typeof recurrenceForm>

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const codeOf = (number: Weekday): string => codes[number - 1] ?? 'MO'
const weekdayOfCode = (code: string): Weekday => (codes.findIndex((known) => known === code) + 1) as Weekday // callers match the code first

/** What a form shows first: every week on the day's own weekday. */
export const newRecurrence = (startsOn: string, unit: RecurrenceForm['unit'] = 'week'): RecurrenceForm => ({
  every: 1,
  unit,
  weekdays: [weekdayOf(startsOn)],
  on: { by: 'day', day: dayOfMonth(startsOn) },
  month: monthOf(startsOn),
  end: { kind: 'never' },
})

/** The ways a monthly repetition can be meant when it starts on a day: the 31st is also the last day, and the last Friday the fifth. */
export const monthlyChoices = (startsOn: string): readonly RecurrenceForm['on'][] => {
  const number = dayOfMonth(startsOn)
  const nthOfMonth = Math.ceil(number / 7)
  const last = dayOfMonth(lastDayOfMonth(startsOn))
  const choices: RecurrenceForm['on'][] = [{ by: 'day', day: number }]
  if (number === last) choices.push({ by: 'last_day' })
  if (nthOfMonth === 1 || nthOfMonth === 2 || nthOfMonth === 3 || nthOfMonth === 4)
    choices.push({ by: 'weekday', nth: nthOfMonth, weekday: weekdayOf(startsOn) })
  if (number > last - 7) choices.push({ by: 'weekday', nth: -1, weekday: weekdayOf(startsOn) })
  return choices
}

export const ruleOfForm = (form: RecurrenceForm): string => {
  const parts = new Map<string, string>()
  parts.set('FREQ', { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' }[form.unit])
  if (form.every > 1) parts.set('INTERVAL', String(form.every))
  if (form.unit === 'week')
    parts.set(
      'BYDAY',
      [...new Set(form.weekdays)]
        .toSorted((a, b) => a - b)
        .map(codeOf)
        .join(','),
    )
  if (form.unit === 'year') parts.set('BYMONTH', String(form.month))
  if (form.unit === 'month' || form.unit === 'year') {
    if (form.on.by === 'weekday') parts.set('BYDAY', `${form.on.nth}${codeOf(form.on.weekday)}`)
    else parts.set('BYMONTHDAY', form.on.by === 'last_day' ? '-1' : String(form.on.day))
  }
  if (form.end.kind === 'until') parts.set('UNTIL', form.end.day.replaceAll('-', ''))
  if (form.end.kind === 'count') parts.set('COUNT', String(form.end.count))
  return ruleOfParts(parts)
}

/** The form of a rule that counts from a day, or `null` where the rule says more than the form can. */
export const formOfRule = (rule: string, startsOn: string): RecurrenceForm | null => {
  const parts = ruleParts(rule)
  const unit = units.get(parts.get('FREQ') ?? '')
  if (unit === undefined || parts.has('BYSETPOS')) return null
  const byDay = parts.get('BYDAY') ?? ''
  const base = { ...newRecurrence(startsOn, unit), every: Number(parts.get('INTERVAL') ?? 1), end: endOf(parts) }
  const month = parts.get('BYMONTH')
  if (month !== undefined && (unit !== 'year' || month.includes(','))) return null
  const withMonth = month === undefined ? base : { ...base, month: Number(month) }
  if (unit === 'day' || unit === 'week') return parts.has('BYMONTHDAY') ? null : withWeekdays(base, byDay)
  if (byDay === '') return withMonthDay(withMonth, parts.get('BYMONTHDAY'))
  if (parts.has('BYMONTHDAY') || (unit === 'year' && month === undefined)) return null
  const match = /^\+?(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)$/u.exec(byDay)
  if (!match) return null
  const nthOfMonth = nth.safeParse(Number(match[1]))
  return nthOfMonth.success
    ? { ...withMonth, on: { by: 'weekday', nth: nthOfMonth.data, weekday: weekdayOfCode(match[2] ?? '') } }
    : null
}

const units = new Map<string, RecurrenceForm['unit']>([
  ...([
    ['DAILY', 'day'],
    ['WEEKLY', 'week'],
    ['MONTHLY', 'month'],
    ['YEARLY', 'year'],
  ] as const),
])

const withWeekdays = (form: RecurrenceForm, byDay: string): RecurrenceForm | null => {
  if (byDay === '') return form
  const days = byDay.split(',')
  // "Every day, but only on weekdays" is the same as every week on them, unless days are left out.
  if (form.unit === 'day' && form.every > 1) return null
  if (!days.every((code) => codes.some((known) => known === code))) return null
  return { ...form, unit: 'week', weekdays: days.map(weekdayOfCode).toSorted((a, b) => a - b) }
}

const withMonthDay = (form: RecurrenceForm, monthDay: string | undefined): RecurrenceForm | null => {
  if (monthDay === undefined) return form
  if (monthDay === '-1') return { ...form, on: { by: 'last_day' } }
  return /^\d+$/u.test(monthDay) ? { ...form, on: { by: 'day', day: Number(monthDay) } } : null
}

const endOf = (parts: ReadonlyMap<string, string>): RecurrenceForm['end'] => {
  const [count, until] = [parts.get('COUNT'), parts.get('UNTIL')]
  if (count !== undefined) return { kind: 'count', count: Number(count) }
  if (until === undefined) return { kind: 'never' }
  return { kind: 'until', day: `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}` }
}
