// Which reminders are shown, and when: over an hour of work, a lock, and a clock that is set.
import { expect, test } from 'vitest'
import { createReminderWatch } from '#main/shell/reminder-watch.ts'

const MINUTE = 60_000

/** Reminders by the minute they fall. */
const watching = (falls: Readonly<Record<string, number>>) => {
  let now = 0
  let isLocked = false
  const shown: string[] = []
  let withdrawn = 0
  const watch = createReminderWatch({
    now: () => now,
    ask: (from, to) =>
      Promise.resolve(
        isLocked
          ? null
          : Object.keys(falls).filter((key) => (falls[key] ?? 0) * MINUTE > from && (falls[key] ?? 0) * MINUTE <= to),
      ),
    show: (key) => void shown.push(key),
    withdraw: () => {
      withdrawn += 1
    },
  })
  return {
    shown,
    withdrawals: () => withdrawn,
    at: async (minutes: number, locked = false) => {
      now = minutes * MINUTE
      isLocked = locked
      await watch.look()
    },
  }
}

test('a reminder is shown once, when it falls', async () => {
  const { at, shown } = watching({ call: 11 })
  for (const minute of [10, 11, 12, 13]) await at(minute)

  expect(shown).toEqual(['call'])
})

test('what fell before the workspace was opened is left to the list in the window', async () => {
  const { at, shown } = watching({ yesterday: 2, now: 11 })
  await at(10)
  await at(11)

  expect(shown).toEqual(['now'])
})

test('after hours in which nothing could be shown all that fell is shown', async () => {
  const { at, shown } = watching({ first: 40, second: 150 })
  await at(10)
  await at(200)

  expect(shown).toEqual(['first', 'second'])
})

test('a lock takes the notices away, and what falls behind it is left to the list', async () => {
  const { at, shown, withdrawals } = watching({ call: 11, missed: 20, later: 31 })
  await at(10)
  await at(11)
  await at(12, true)
  await at(21, true)
  await at(30)
  await at(31)

  expect(shown).toEqual(['call', 'later'])
  expect(withdrawals()).toBe(1)
})

test('a clock that was set back hides nothing that falls afterwards', async () => {
  const { at, shown } = watching({ call: 25 })
  for (const minute of [60, 20, 25]) await at(minute)

  expect(shown).toEqual(['call'])
})

test('two looks at once show a reminder once', async () => {
  const { at, shown } = watching({ call: 11 })
  await at(10)
  await Promise.all([at(11), at(11)])

  expect(shown).toEqual(['call'])
})
