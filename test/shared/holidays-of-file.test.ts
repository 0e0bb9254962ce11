import { expect, test } from 'vitest'
import { holidaysOf } from '#shared/calendar/holidays-of-file.ts'

const entry = { title: 'Holiday', dueOn: '2026-05-01', dueTime: null, endsOn: null, recurrence: null }

test('a holiday of several days gives each of its days', () => {
  const days = holidaysOf([{ ...entry, title: '劳动节', endsOn: '2026-05-03' }], 2026)
  expect(days.map(({ day, kind, name }) => [day, kind, name])).toEqual([
    ['2026-05-01', 'off', '劳动节'],
    ['2026-05-02', 'off', '劳动节'],
    ['2026-05-03', 'off', '劳动节'],
  ])
})

test('a working weekend day is told by its name', () => {
  expect(holidaysOf([{ ...entry, title: '劳动节 补班', dueOn: '2026-05-09' }], 2026)).toMatchObject([{ kind: 'working' }])
})

test('what repeats every year stands in the year asked for', () => {
  const christmas = { ...entry, title: 'Christmas', dueOn: '2019-12-25', endsOn: '2019-12-26', recurrence: 'FREQ=YEARLY' }
  expect(holidaysOf([christmas], 2026).map(({ day }) => day)).toEqual(['2026-12-25', '2026-12-26'])
})

test('an appointment with a time is no holiday', () => {
  expect(
    holidaysOf(
      [
        { ...entry, dueTime: '10:00' },
        { ...entry, dueOn: null },
      ],
      2026,
    ),
  ).toEqual([])
})
