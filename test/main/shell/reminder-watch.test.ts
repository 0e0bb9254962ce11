// Which reminders are shown, and when: over an hour of work, a sleep, a lock, and a clock that is set.
import { expect, test } from 'vitest'
import { createReminderWatch, type DueReminder } from '#main/shell/reminder-watch.ts'

const MINUTE = 60_000

const watching = () => {
  let now = 10 * MINUTE
  let due: readonly DueReminder[] | null = []
  const shown: string[] = []
  const withdrawn: string[] = []
  const watch = createReminderWatch({
    now: () => now,
    ask: () => Promise.resolve(due),
    show: ({ key }) => void shown.push(key),
    withdraw: (keys) => void withdrawn.push(...keys),
  })
  return {
    shown,
    withdrawn,
    at: async (minutes: number, waiting: Readonly<Record<string, number>> | null) => {
      now = minutes * MINUTE
      due = waiting && Object.entries(waiting).map(([key, at]) => ({ key, at: at * MINUTE }))
      await watch.look()
    },
  }
}

test('a reminder is shown once, when it falls', async () => {
  const { at, shown } = watching()
  await at(10, {})
  await at(11, { call: 11 })
  await at(12, { call: 11 })

  expect(shown).toEqual(['call'])
})

test('what fell while the workspace was shut is left to the list in the window', async () => {
  const { at, shown } = watching()
  await at(10, { yesterday: 2 })
  await at(11, { yesterday: 2, now: 11 })

  expect(shown).toEqual(['now'])
})

test('after a sleep all that fell meanwhile is shown, in order', async () => {
  const { at, shown } = watching()
  await at(10, {})
  await at(200, { first: 40, second: 150 })

  expect(shown).toEqual(['first', 'second'])
})

test('a lock takes the notices away, and what fell behind it is left to the list', async () => {
  const { at, shown, withdrawn } = watching()
  await at(10, {})
  await at(11, { call: 11 })
  await at(12, null)
  await at(30, { call: 11, missed: 20 })

  expect(shown).toEqual(['call'])
  expect(withdrawn).toEqual(['call'])
})

test('a reminder that was put off comes again, and its notice goes when it is answered', async () => {
  const { at, shown, withdrawn } = watching()
  await at(10, {})
  await at(11, { 'call 11': 11 })
  await at(12, {})
  await at(21, { 'call 21': 21 })

  expect(shown).toEqual(['call 11', 'call 21'])
  expect(withdrawn).toEqual(['call 11'])
})

test('a clock that was set back hides nothing that falls afterwards', async () => {
  const { at, shown } = watching()
  await at(60, {})
  await at(20, {})
  await at(25, { call: 25 })

  expect(shown).toEqual(['call'])
})
