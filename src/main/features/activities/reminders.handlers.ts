// What each procedure of reminders does: they are one's own, of whoever is signed in.
import { MAX_REMINDER_DAYS } from '#shared/activities/reminders.contract.ts'
import { AppError } from '#shared/base/app-error.ts'
import { snoozedUntil } from '#shared/calendar/remind.ts'
import { readWorkingTime } from '#main/records/working-calendar.ts'
import type { Actor, Handlers } from '#main/rpc/handlers.ts'
import { requireActivity } from './activity-checks.ts'
import { remindersBetween } from './due-reminders.ts'
import { findSeen, forgetPutOffBefore, keepPutOff, keepSeen } from './reminders.repository.ts'

const DAY_MS = 86_400_000
/** What was put off so long ago is of no use any more. */
const REMEMBERED_MS = 2 * 366 * DAY_MS

export const remindersHandlers: Handlers['reminders'] = {
  due: (context, { from, to }) => {
    const span = { from: Date.parse(from), to: Date.parse(to) }
    if (span.to - span.from > MAX_REMINDER_DAYS * DAY_MS) {
      throw new AppError('invalid_input', 'activities.calendarTooLong', { max: MAX_REMINDER_DAYS })
    }
    return remindersBetween(context, { userId: userOf(context.actor), ...span })
  },

  missed: (context) => {
    const userId = userOf(context.actor)
    const to = Date.parse(context.now())
    const seen = findSeen(context.db, userId)
    if (seen === null) return { since: null, reminders: [] }
    const from = Math.max(Date.parse(seen), to - MAX_REMINDER_DAYS * DAY_MS)
    return { since: new Date(from).toISOString(), reminders: remindersBetween(context, { userId, from, to }) }
  },

  seen: ({ tx, actor, now }, { until }) => {
    const userId = userOf(actor)
    // What is still to come was not seen.
    keepSeen(tx, userId, until < now() ? until : now())
    forgetPutOffBefore(tx, userId, new Date(Date.parse(now()) - REMEMBERED_MS).toISOString())
    return null
  },

  snooze: (context, { activityId, on, for: length }) => {
    requireActivity(context, activityId)
    const { timeZone } = context.run('settings.get', {})
    const now = Date.parse(context.now())
    const until = new Date(snoozedUntil(length, { now, timeZone, workingTime: readWorkingTime(context) })).toISOString()
    keepPutOff(context.tx, userOf(context.actor), { activityId, on, until })
    return { until }
  },

  dismiss: (context, { activityId, on }) => {
    requireActivity(context, activityId)
    keepPutOff(context.tx, userOf(context.actor), { activityId, on, until: null })
    return null
  },
}

/** The command line may act for nobody in particular. */
const userOf = ({ userId }: Actor): string => userId ?? ''
