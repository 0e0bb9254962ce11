// A rule when the appointment it stands for moves to another day: every Tuesday becomes every Thursday, the 5th becomes the 7th.
import { daysBetween, dayOfMonth, lastDayOfMonth, monthOf, weekdayOf, type Weekday } from './days.ts'
import { formOfRule, type RecurrenceForm, ruleOfForm } from './recurrence-form.ts'
import { nextOccurrence, occurrencesBefore, type Repetition } from './recurrence.ts'

/** The rule after one of its occurrences moved from a day to another. A rule that no form can hold stays as it is. */
export const shiftRule = (rule: string, move: { readonly from: string; readonly to: string }): string => {
  const form = formOfRule(rule, move.from)
  if (form === null || move.from === move.to || form.unit === 'day') return rule
  if (form.unit === 'week') {
    const by = daysBetween(move.from, move.to)
    const weekdays = form.weekdays.map((weekday) => ((((weekday - 1 + by) % 7) + 7) % 7) + 1) as Weekday[] // modulo 7, from 1
    return ruleOfForm({ ...form, weekdays })
  }
  return ruleOfForm({ ...form, month: monthOf(move.to), on: onOf(form.on, move.to) })
}

const onOf = (on: RecurrenceForm['on'], to: string): RecurrenceForm['on'] => {
  const [number, last] = [dayOfMonth(to), dayOfMonth(lastDayOfMonth(to))]
  if (on.by === 'last_day' && number === last) return on
  if (on.by !== 'weekday') return { by: 'day', day: number }
  const nth = Math.ceil(number / 7)
  const isLast = number > last - 7 && (on.nth === -1 || nth > 4)
  return { by: 'weekday', weekday: weekdayOf(to), nth: isLast ? -1 : (nth as 1 | 2 | 3 | 4) } // a fifth one is always the last
}

/** The day of the new rule that stands where a day stood in the old one: the third occurrence stays the third. */
export const sameOccurrence = (before: Repetition, after: Repetition, day: string): string | null => {
  const index = occurrencesBefore(before, day)
  let found: string | null = null
  for (let count = 0; count <= index; count++) {
    const next = nextOccurrence({ ...after, exDays: [] }, found)
    if (next === null) return null
    found = next
  }
  return found
}
