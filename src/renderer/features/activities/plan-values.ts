// What the form of a task, a call or a meeting holds, and what of it goes to the engine.
import { minutesOf, timeOf } from '#shared/calendar/days.ts'
import type { RecordType, Reference } from '#shared/base/fields.ts'
import { toTimeOfDay } from './time-of-day.ts'

export const planKinds = ['task', 'call', 'meeting'] as const
export type PlanKind = (typeof planKinds)[number]

export interface RecordRef extends Reference {
  readonly recordType: RecordType
}

export interface PlanValues extends Record<string, unknown> {
  readonly kind: PlanKind
  readonly title: string
  readonly dueOn: string | null
  /** As typed; empty: all day. */
  readonly dueTime: string
  /** As typed; where something ends that has a time. */
  readonly endTime: string
  /** The last day of what takes whole days. */
  readonly endsOn: string | null
  readonly recurrence: string | null
  readonly reminderMinutes: number | null
  readonly priority: 'low' | 'normal' | 'high'
  readonly ownerId: string | null
  readonly record: RecordRef | null
  readonly location: string
  readonly text: string
}

/** What is kept of a plan, as the engine holds it. */
export interface PlanFields {
  readonly kind: PlanKind
  readonly title: string | null
  readonly dueOn: string | null
  readonly dueTime: string | null
  readonly endsOn: string | null
  readonly durationMinutes: number | null
  readonly recurrence: string | null
  readonly reminderMinutes: number | null
  readonly priority: 'low' | 'normal' | 'high' | null
  readonly ownerId: string | null
  readonly location: string | null
  readonly text: string | null
}

/** Whole days or a time, never both; a time that cannot be read goes along as typed, for the engine's schema to refuse. */
export const fieldsOf = (values: PlanValues): PlanFields => {
  const dueTime = toTimeOfDay(values.dueTime)
  const endTime = toTimeOfDay(values.endTime)
  const isWhole = dueTime === null
  return {
    kind: values.kind,
    title: blankToNull(values.title),
    dueOn: values.dueOn,
    dueTime,
    endsOn: isWhole ? values.endsOn : null,
    durationMinutes: isWhole || endTime === null ? null : minutesBetween(dueTime, endTime),
    recurrence: values.recurrence,
    reminderMinutes: values.dueOn === null ? null : values.reminderMinutes,
    priority: values.priority === 'normal' ? null : values.priority,
    ownerId: values.ownerId,
    location: blankToNull(values.location),
    text: blankToNull(values.text),
  }
}

/** Where something ends by the clock. Midnight at the end of a day is said as 24:00. */
export const endTimeOf = (dueTime: string | null, durationMinutes: number | null): string => {
  if (dueTime === null || durationMinutes === null) return ''
  const end = minutesOf(dueTime) + durationMinutes
  return end === 1440 ? '24:00' : timeOf(end % 1440)
}

/** An end before the begin is that of the next day, but only in the night: elsewhere it is a slip, and the engine says so. */
const minutesBetween = (from: string, to: string): number | null => {
  if (!isTime(from) || !isTime(to)) return null
  const minutes = minutesOf(to) - minutesOf(from)
  return minutes < 0 && minutesOf(from) >= 18 * 60 && minutesOf(to) <= 8 * 60 ? minutes + 1440 : minutes
}

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/u.test(text)

const blankToNull = (text: string): string | null => (text.trim() === '' ? null : text)
