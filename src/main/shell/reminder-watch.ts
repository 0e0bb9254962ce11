// When to show which reminder. Asks every half minute what has fallen, so neither sleep nor a clock that was set can make it miss one.
// What fell while the workspace was shut is the window's to list; shown as notices are those that fall while it is open.

export interface DueReminder {
  /** One fall of one reminder: it is shown once. */
  readonly key: string
  /** When it fell, ms since 1970. */
  readonly at: number
}

export interface ReminderWatchParts<R extends DueReminder> {
  readonly now: () => number
  /** What has fallen and waits for an answer; `null` while the workspace is shut. */
  readonly ask: () => Promise<readonly R[] | null>
  readonly show: (reminder: R) => void
  /** Takes shown notices away: names of customers are not for a locked screen. */
  readonly withdraw: (keys: readonly string[]) => void
}

export interface ReminderWatch {
  /** To be called every so often, after a sleep, and when the workspace was opened or shut. */
  readonly look: () => Promise<void>
}

export const createReminderWatch = <R extends DueReminder>({
  now,
  ask,
  show,
  withdraw,
}: ReminderWatchParts<R>): ReminderWatch => {
  const shown = new Set<string>()
  /** Since when the workspace has been open; `null`: it is not. */
  let openSince: number | null = null
  let looking: Promise<void> | null = null

  const take = async (): Promise<void> => {
    const before = now()
    const due = await ask()
    if (due === null) {
      withdraw([...shown])
      shown.clear()
      openSince = null
      return
    }
    // A clock that was set back must not hide what falls from now on.
    openSince = Math.min(openSince ?? before, before)
    const since = openSince
    const waiting = new Set(due.map(({ key }) => key))
    const answered = [...shown].filter((key) => !waiting.has(key))
    withdraw(answered)
    for (const key of answered) shown.delete(key)
    for (const reminder of due) {
      if (reminder.at < since || shown.has(reminder.key)) continue
      shown.add(reminder.key)
      show(reminder)
    }
  }

  return {
    look: () => {
      looking ??= take().finally(() => {
        looking = null
      })
      return looking
    },
  }
}
