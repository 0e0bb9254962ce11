// A day typed in words. Today is Sunday, 22 November 2026.
import { expect, test } from 'vitest'
import { readTypedDay } from '#shared/activities/typed-day.ts'

test.each([
  ['today', '2026-11-22'],
  ['Tomorrow', '2026-11-23'],
  ['+3', '2026-11-25'],
  ['＋３', '2026-11-25'],
  ['-1', '2026-11-21'],
  ['+2w', '2026-12-06'],
  ['+1周', '2026-11-29'],
  ['明天', '2026-11-23'],
  ['后天', '2026-11-24'],
  ['前天', '2026-11-20'],
  ['下周三', '2026-11-25'],
  ['三天后', '2026-11-25'],
  ['月底', '2026-11-30'],
  ['next friday', '2026-11-27'],
  ['in 3 days', '2026-11-25'],
])('%s is %s', (typed, day) => {
  expect(readTypedDay(typed, '2026-11-22')).toBe(day)
})

test.each(['', '12', '2026-11', '3.4', 'Anna tomorrow', '明天 张三', 'tomorrow 3pm', '+', 'constructor'])(
  '“%s” is left to the reading of dates',
  (typed) => {
    expect(readTypedDay(typed, '2026-11-22')).toBeNull()
  },
)
