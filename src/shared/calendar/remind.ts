// When a reminder falls, which were missed, and how long a snooze lasts. Everything here is a moment in ms; days and times are wall clock.
import { addDays, minutesOf } from './days.ts'
import type { WorkingTime } from './working-time.ts'
import { momentAt, wallTimeAt } from './zone.ts'

/** What lasts all day is reminded of as if it began at this time; 540 is nine in the morning. */
export const ALL_DAY_BEGIN = 540

export interface Reminded {
  readonly dueOn: string
  readonly dueTime: string | null
  /** Before the begin; 0: at the begin. */
  readonly reminderMinutes: number
}

/** The moment of a reminder. Counted back from the moment of the begin, so an hour before is an hour also when the clock is set. */
export const reminderAt = ({ dueOn, dueTime, reminderMinutes }: Reminded, timeZone: string): number =>
  momentAt(dueOn, dueTime === null ? ALL_DAY_BEGIN : minutesOf(dueTime), timeZone) - reminderMinutes * 60_000

/** The reminders of a stretch of time after `from` up to and including `to`, oldest first. */
export const remindersBetween = <R extends Reminded>(
  items: readonly R[],
  { from, to, timeZone }: { readonly from: number; readonly to: number; readonly timeZone: string },
): readonly { readonly item: R; readonly at: number }[] =>
  items
    .map((item) => ({ item, at: reminderAt(item, timeZone) }))
    .filter(({ at }) => at > from && at <= to)
    .toSorted((a, b) => a.at - b.at)

export const snoozes = ['ten_minutes', 'one_hour', 'tomorrow'] as const
export type Snooze = (typeof snoozes)[number]

/** Until when a reminder keeps quiet. Tomorrow is the begin of the next working day, at nine where no working time is known. */
export const snoozedUntil = (
  snooze: Snooze,
  { now, timeZone, workingTime }: { readonly now: number; readonly timeZone: string; readonly workingTime: WorkingTime },
): number => {
  if (snooze === 'ten_minutes') return now + 10 * 60_000
  if (snooze === 'one_hour') return now + 60 * 60_000
  const tomorrow = addDays(wallTimeAt(now, timeZone).day, 1)
  for (let index = 0; index < 31; index++) {
    const day = addDays(tomorrow, index)
    const first = workingTime.spansOn(day)[0]
    if (first) return momentAt(day, first.from, timeZone)
  }
  return momentAt(tomorrow, ALL_DAY_BEGIN, timeZone)
}
