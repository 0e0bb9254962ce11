// Looks for reminders while the app runs: every half minute, after a sleep, and when the workspace was opened or locked.
import { recordHref } from '#shared/base/record-places.ts'
import { powerMonitor } from 'electron'
import { z } from 'zod'
import { type Reminder, reminder } from '#shared/activities/reminders.contract.ts'
import type { Engine } from '#main/engine/engine.ts'
import type { Log } from './log.ts'
import { createReminderNotices } from './reminder-notices.ts'
import { createReminderWatch } from './reminder-watch.ts'
import type { Say } from './sentences.ts'
import type { Windows } from './windows.ts'

const EVERY_MS = 30_000

export interface ReminderParts {
  readonly engine: Engine
  readonly windows: Windows
  readonly say: Say
  readonly now: () => number
  readonly log: Log
}

export const startReminders = ({ engine, windows, say, now, log }: ReminderParts): void => {
  const session = engine.openSession({ resolveFile: () => null })
  const notices = createReminderNotices(say)
  const snooze = async ({ activityId, on }: Reminder, wait: string): Promise<void> => {
    const reply = await session.call('reminders.snooze', { activityId, on, for: wait })
    if (!reply.ok) log.warn(`reminder not put off: ${reply.error.messageKey}`)
  }

  const watch = createReminderWatch<Reminder>({
    now,
    ask: async (from, to) => {
      const reply = await session.call('reminders.due', { from: new Date(from).toISOString(), to: new Date(to).toISOString() })
      return reply.ok ? z.array(reminder).parse(reply.data) : null
    },
    show: (due) =>
      notices.show(wordsOf(due, say), {
        onOpen: () => windows.show(routeOfReminder(due)),
        onSnooze: (wait) => void snooze(due, wait),
      }),
    withdraw: notices.withdraw,
  })

  const look = (): void => void watch.look().catch((error: unknown) => log.bug('reminders', error))
  // It must not keep the app from ending.
  setInterval(look, EVERY_MS).unref()
  powerMonitor.on('resume', look)
  engine.onEvent((event) => {
    if (event.type === 'workspace') look()
  })
}

/** What a notice says: the task, and below it when it is due and whom it is about. */
export const wordsOf = (
  { title, dueOn, dueTime, record }: Reminder,
  say: Say,
): { readonly title: string; readonly body: string } => {
  const when = dueTime ?? dueOn
  const about = record === null || record.type === 'user' ? null : record.name
  return {
    title: title ?? say('shell.reminder.untitled'),
    body: about === null ? when : say('shell.reminder.due', { when, about }),
  }
}

/** The record a reminder is about; one's own opens in the calendar, on its day. */
export const routeOfReminder = ({ record, dueOn }: Reminder): string =>
  record === null || record.type === 'user' ? `/calendar?view=day&day=${dueOn}` : recordHref(record.type, record.id)
