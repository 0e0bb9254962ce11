// Working days and working hours: the vectors that others published, holidays with 调休, and days on which the clock is set.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chineseHolidays, isHolidayYearKnown } from '#shared/calendar/chinese-holidays.ts'
import {
  addWorkingDays,
  addWorkingTime,
  nextOpening,
  workingDaysBetween,
  workingTimeBetween,
} from '#shared/calendar/working-clock.ts'
import {
  type CalendarDay,
  createWorkingTime,
  defaultWeek,
  issuesOfCalendarDay,
  issuesOfWeek,
  type WorkingWeek,
} from '#shared/calendar/working-time.ts'

const HOUR = 3_600_000
type Hours = Readonly<Record<string, readonly (readonly [string, string])[]>>
const weekOf = (hours: Hours): WorkingWeek =>
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((name) => (hours[name] ?? []).map(([from, to]) => ({ from, to })))
const monToFri = (from: string, to: string): WorkingWeek => [1, 2, 3, 4, 5, 6, 7].map((day) => (day > 5 ? [] : [{ from, to }]))
const off = (day: string): CalendarDay => ({ day, kind: 'off', name: null, intervals: null })

const added = (week: WorkingWeek, from: string, ms: number, timeZone = 'UTC', days: readonly CalendarDay[] = []) =>
  new Date(addWorkingTime(createWorkingTime(week, days), { from: Date.parse(from), ms, timeZone }).at).toISOString()

describe('working hours', () => {
  test('Friday 16:30 and one hour is Monday 09:30', () => {
    expect(added(monToFri('09:00', '17:00'), '2026-11-20T16:30:00Z', HOUR)).toBe('2026-11-23T09:30:00.000Z')
  })

  test('Monday 17:00 and four hours of 8 to 18 is Tuesday 11:00, an hour before it Tuesday 10:00', () => {
    expect(added(monToFri('08:00', '18:00'), '2026-11-23T17:00:00Z', 4 * HOUR)).toBe('2026-11-24T11:00:00.000Z')
    expect(added(monToFri('08:00', '18:00'), '2026-11-24T11:00:00Z', -HOUR)).toBe('2026-11-24T10:00:00.000Z')
  })

  test('round the clock has no missing minute at midnight', () => {
    const always = createWorkingTime(
      Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]),
      [],
    )
    const span = { from: Date.parse('2026-11-20T23:30:00Z'), to: Date.parse('2026-11-23T00:30:00Z'), timeZone: 'UTC' }
    expect(workingTimeBetween(always, span)).toBe(49 * HOUR)
  })

  test('sixteen hours are two days of eight', () => {
    expect(added(monToFri('09:00', '17:00'), '2026-11-23T09:00:00Z', 16 * HOUR)).toBe('2026-11-24T17:00:00.000Z')
  })

  test('Wednesday 23:00 and 48 hours of 9 to 21 with two holidays', () => {
    const week: WorkingWeek = Array.from({ length: 7 }, () => [{ from: '09:00', to: '21:00' }])
    expect(added(week, '2026-11-18T23:00:00Z', 48 * HOUR, 'UTC', [off('2026-11-19'), off('2026-11-20')])).toBe(
      '2026-11-24T21:00:00.000Z',
    )
  })

  test('say which stretches were counted', () => {
    const week = weekOf({
      mon: [
        ['09:00', '12:00'],
        ['13:30', '18:00'],
      ],
      wed: [
        ['09:00', '12:00'],
        ['13:30', '18:00'],
      ],
    })
    const { at, spans } = addWorkingTime(createWorkingTime(week, []), {
      from: Date.parse('2026-11-23T17:30:00Z'),
      ms: 4 * HOUR,
      timeZone: 'UTC',
    })
    expect(new Date(at).toISOString()).toBe('2026-11-25T14:00:00.000Z')
    expect(spans.map(({ from, to }) => (to - from) / 60_000)).toEqual([30, 180, 30])
  })

  test('a shift over midnight works into the next day, unless that is a holiday', () => {
    const night = weekOf({ mon: [['18:00', '09:00']] })
    expect(added(night, '2026-11-23T23:00:00Z', 2 * HOUR)).toBe('2026-11-24T01:00:00.000Z')
    expect(added(night, '2026-11-23T23:00:00Z', 2 * HOUR, 'UTC', [off('2026-11-24')])).toBe('2026-11-30T19:00:00.000Z')
  })

  test('an hour is an hour on the days when the clock is set', () => {
    const week = weekOf({ sun: [['00:00', '24:00']] })
    const hours = (day: string) =>
      workingTimeBetween(createWorkingTime(week, []), {
        from: Date.parse(day) - 12 * HOUR,
        to: Date.parse(day) + 36 * HOUR,
        timeZone: 'Europe/Berlin',
      }) / HOUR
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-11-22')]).toEqual([23, 25, 24])
  })

  test('no work for ever is said, not searched for', () => {
    const all = Array.from({ length: 1500 }, (_, index) => off(new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)))
    expect(() => added(monToFri('09:00', '17:00'), '2026-01-05T09:00:00Z', HOUR, 'UTC', all)).toThrow('calendar.noWorkingTime')
  })

  test('what is added lies that far away when measured', () => {
    const week = createWorkingTime(defaultWeek, [off('2026-11-25')])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 60 }), fc.integer({ min: -6000, max: 6000 }), (start, minutes) => {
        const from = Date.parse('2026-10-01T00:00:00Z') + start * 60_000
        const { at } = addWorkingTime(week, { from, ms: minutes * 60_000, timeZone: 'Europe/Berlin' })
        expect(workingTimeBetween(week, { from, to: at, timeZone: 'Europe/Berlin' })).toBe(minutes === 0 ? 0 : minutes * 60_000)
      }),
      { numRuns: 60 },
    )
  })
})

describe('working days', () => {
  const china = createWorkingTime(defaultWeek, chineseHolidays(2026, 'zh-CN'))

  test('three working days after the Thursday before the October holidays, with a working Saturday', () => {
    // 1 to 7 October are off, Saturday the 10th is worked.
    expect(addWorkingDays(china, '2026-09-30', 3)).toBe('2026-10-10')
    expect(addWorkingDays(china, '2026-10-09', 1)).toBe('2026-10-10')
    expect(addWorkingDays(createWorkingTime(defaultWeek, []), '2026-10-09', 1)).toBe('2026-10-12')
  })

  test('none later is today, or the next working day', () => {
    expect(addWorkingDays(china, '2026-11-20', 0)).toBe('2026-11-20')
    expect(addWorkingDays(china, '2026-11-21', 0)).toBe('2026-11-23')
  })

  test('a working Saturday has the hours of an ordinary day, or its own', () => {
    const short: CalendarDay = { day: '2026-10-10', kind: 'working', name: null, intervals: [{ from: '09:00', to: '12:00' }] }
    expect(china.spansOn('2026-10-10')).toEqual([
      { from: 540, to: 720 },
      { from: 780, to: 1080 },
    ])
    expect(createWorkingTime(defaultWeek, [short]).spansOn('2026-10-10')).toEqual([{ from: 540, to: 720 }])
  })

  test('a holiday goes before a working day by exception', () => {
    const both = [{ ...off('2026-10-10'), kind: 'working' as const }, off('2026-10-10')]
    expect(createWorkingTime(defaultWeek, both).spansOn('2026-10-10')).toEqual([])
  })

  test('counting and adding agree', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -60, max: 60 }).filter((count) => count !== 0),
        (count) => {
          expect(workingDaysBetween(china, '2026-07-01', addWorkingDays(china, '2026-07-01', count))).toBe(count)
        },
      ),
    )
  })
})

describe('China’s holidays', () => {
  test('are known with their shifted days, and named in both languages', () => {
    const days = new Map(chineseHolidays(2026, 'zh-CN').map((day) => [day.day, day]))
    expect(days.get('2026-10-01')).toEqual({ day: '2026-10-01', kind: 'off', name: '国庆节', intervals: null })
    expect(days.get('2026-02-14')).toMatchObject({ kind: 'working', name: '春节' })
    expect(days.has('2026-11-21')).toBe(false)
    expect(chineseHolidays(2026, 'en').find(({ day }) => day === '2026-05-09')).toMatchObject({
      kind: 'working',
      name: 'Labour Day',
    })
  })

  test('of a year that was not announced are not guessed', () => {
    expect([isHolidayYearKnown(2026), isHolidayYearKnown(2031), isHolidayYearKnown(1999)]).toEqual([true, false, false])
    expect(chineseHolidays(2031, 'en')).toEqual([])
  })
})

describe('a week', () => {
  test('without hours, with overlapping ones or with an empty one is refused', () => {
    const codes = (week: WorkingWeek) => issuesOfWeek(week).map(({ field, code }) => `${field} ${code}`)
    expect(codes(weekOf({}))).toEqual(['week no_working_time'])
    expect(
      codes(
        weekOf({
          tue: [
            ['09:00', '12:00'],
            ['11:00', '18:00'],
          ],
        }),
      ),
    ).toEqual(['week.1 intervals_overlap'])
    expect(codes(weekOf({ tue: [['09:00', '09:00']] }))).toEqual(['week.1 interval_empty'])
    expect(
      codes(
        weekOf({
          tue: [
            ['18:00', '09:00'],
            ['09:00', '18:00'],
          ],
        }),
      ),
    ).toEqual([])
    expect(issuesOfCalendarDay({ ...off('2026-11-22'), intervals: [{ from: '09:00', to: '12:00' }] })).toMatchObject([
      { code: 'day_off_has_no_hours' },
    ])
  })
})

interface Vector {
  readonly id: string
  readonly tz: string
  readonly hours: Hours
  readonly op: 'add_days' | 'seconds_between' | 'next_open' | 'add_seconds' | 'add_minutes'
  readonly start: string
  readonly value: number | string
  readonly expected: string | number
  readonly alt_expected?: string | number
  readonly holidays?: readonly string[]
  readonly special_days?: Readonly<Record<string, readonly (readonly [string, string])[]>>
}
const folder = process.env['KITH_REAL_DATA']
const file = folder === undefined ? null : join(folder, 'sla/sla_vectors_dev.json')
if (file === null || !existsSync(file)) console.error('KITH_REAL_DATA is not set: the vectors of working hours are left out.')

describe.runIf(file !== null && existsSync(file))('the vectors of two libraries', () => {
  const vectors = file !== null && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[]) : []

  test.each(vectors)('$id', ({ tz: timeZone, hours, op, start, value, holidays = [], special_days: special = {}, ...wanted }) => {
    const week = createWorkingTime(weekOf(hours), [
      ...holidays.map(off),
      ...Object.entries(special).map(([day, list]): CalendarDay => ({
        day,
        kind: 'working',
        name: null,
        intervals: list.map(([from, to]) => ({ from, to })),
      })),
    ])
    const from = Date.parse(start)
    const iso = (ms: number) => new Date(ms).toISOString()
    const answer = {
      add_days: () => addWorkingDays(week, start, Number(value)),
      seconds_between: () => workingTimeBetween(week, { from, to: Date.parse(String(value)), timeZone }) / 1000,
      next_open: () => iso(nextOpening(week, from, timeZone)),
      add_seconds: () => iso(addWorkingTime(week, { from, ms: Number(value) * 1000, timeZone }).at),
      add_minutes: () => iso(addWorkingTime(week, { from, ms: Number(value) * 60_000, timeZone }).at),
    }[op]()
    // Where the two conventions differ, ours is the plain count of days and the time that really passes.
    const said = wanted.alt_expected ?? wanted.expected
    expect(answer).toBe(typeof said === 'string' && said.includes('T') ? iso(Date.parse(said)) : said)
  })
})
