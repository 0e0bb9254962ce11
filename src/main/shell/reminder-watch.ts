// When to show which reminder. Asks every half minute what has fallen since it asked last, so neither sleep nor a clock that was set makes
// it miss one. What fell while the workspace was shut is the window's to list; shown as notices are those that fall while it is open.

export interface ReminderWatchParts<R> {
  readonly now: () => number
  /** What falls after `from`, up to and including `to` (ms since 1970), oldest first; `null` while the workspace is shut. */
  readonly ask: (from: number, to: number) => Promise<readonly R[] | null>
  readonly show: (reminder: R) => void
  /** Takes all shown notices away: names of customers are not for a locked screen. */
  readonly withdraw: () => void
}

export interface ReminderWatch {
  /** To be called every so often, after a sleep, and when the workspace was opened or shut. */
  readonly look: () => Promise<void>
}

export const createReminderWatch = <R>({ now, ask, show, withdraw }: ReminderWatchParts<R>): ReminderWatch => {
  /** Up to when all was shown; `null`: the workspace is shut. */
  let until: number | null = null
  let looking: Promise<void> | null = null

  const take = async (): Promise<void> => {
    const to = now()
    // A clock that was set back must not hide what falls from now on.
    const from = Math.min(until ?? to, to)
    const fallen = await ask(from, to)
    if (fallen === null) {
      if (until !== null) withdraw()
      until = null
      return
    }
    until = to
    for (const reminder of fallen) show(reminder)
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
