// Reminders as notices of the system. Where it can show buttons, they put the reminder off; a click opens what it is about.
import { Notification } from 'electron'
import { type Snooze, snoozes } from '#shared/calendar/remind.ts'
import type { Say } from './sentences.ts'

export interface Notice {
  readonly key: string
  readonly title: string
  readonly body: string
}

export interface NoticeAnswers {
  readonly onOpen: () => void
  readonly onSnooze: (snooze: Snooze) => void
}

export interface ReminderNotices {
  readonly show: (notice: Notice, answers: NoticeAnswers) => void
  readonly withdraw: (keys: readonly string[]) => void
}

export const createReminderNotices = (say: Say): ReminderNotices => {
  /** Kept while they are shown: a notice that nobody holds loses its answers. */
  const shown = new Map<string, Notification>()

  return {
    show: ({ key, title, body }, { onOpen, onSnooze }) => {
      if (!Notification.isSupported()) return
      const notice = new Notification({
        title,
        body,
        timeoutType: 'never',
        actions: snoozes.map((snooze) => ({ type: 'button', text: say(`shell.reminder.${snooze}`) })),
      })
      notice.on('click', () => {
        shown.delete(key)
        onOpen()
      })
      notice.on('action', ({ actionIndex }) => {
        shown.delete(key)
        const snooze = snoozes[actionIndex]
        if (snooze) onSnooze(snooze)
      })
      notice.on('close', () => shown.delete(key))
      shown.set(key, notice)
      notice.show()
    },
    withdraw: (keys) => {
      for (const key of keys) {
        shown.get(key)?.close()
        shown.delete(key)
      }
    },
  }
}
