// Reminders as notices of the system. Where it can show buttons, they put the reminder off; a click opens what it is about.
import { Notification } from 'electron'
import { type Snooze, snoozes } from '#shared/calendar/remind.ts'
import type { Say } from './sentences.ts'

export interface NoticeAnswers {
  readonly onOpen: () => void
  readonly onSnooze: (snooze: Snooze) => void
}

export interface ReminderNotices {
  readonly show: (notice: { readonly title: string; readonly body: string }, answers: NoticeAnswers) => void
  /** Takes all away. */
  readonly withdraw: () => void
}

export const createReminderNotices = (say: Say): ReminderNotices => {
  /** Kept while they are shown: a notice that nobody holds loses its answers. */
  const shown = new Set<Notification>()

  return {
    show: ({ title, body }, { onOpen, onSnooze }) => {
      if (!Notification.isSupported()) return
      const notice = new Notification({
        title,
        body,
        timeoutType: 'never',
        actions: snoozes.map((snooze) => ({ type: 'button', text: say(`shell.reminder.${snooze}`) })),
      })
      const end = () => shown.delete(notice)
      notice.on('click', () => {
        end()
        onOpen()
      })
      notice.on('action', ({ actionIndex }) => {
        end()
        const snooze = snoozes[actionIndex]
        if (snooze) onSnooze(snooze)
      })
      notice.on('close', end)
      shown.add(notice)
      notice.show()
    },
    withdraw: () => {
      for (const notice of shown) notice.close()
      shown.clear()
    },
  }
}
