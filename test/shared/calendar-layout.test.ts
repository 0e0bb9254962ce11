// Where things stand in a calendar, what dragging makes of them, and when they remind.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOfMonthPage, monthCells, placeBars } from '#shared/calendar/bars.ts'
import { placeItems } from '#shared/calendar/day-columns.ts'
import { addDays, startOfWeek, weekdayOf } from '#shared/calendar/days.ts'
import { drawn, moveBy, resizeBy } from '#shared/calendar/drag.ts'
import { endOf, issuesOfPeriod, lastDayOf } from '#shared/calendar/period.ts'
import { reminderAt, remindersBetween, snoozedUntil } from '#shared/calendar/remind.ts'
import { createWorkingTime, defaultWeek } from '#shared/calendar/working-time.ts'
import { momentAt, momentOfWall, wallTimeAt } from '#shared/calendar/zone.ts'

const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'UTC']
const iso = (ms: number) => new Date(ms).toISOString()

describe('appointments side by side', () => {
  const items = fc
    .array(fc.record({ from: fc.integer({ min: 0, max: 1400 }), length: fc.integer({ min: 0, max: 300 }) }), { maxLength: 25 })
    .map((list) => list.map(({ from, length }, index) => ({ id: String(index), from, to: from + length })))

  test('two that overlap share the width, a third one after them has it alone', () => {
    const placed = placeItems([
      { id: 'a', from: 540, to: 660 },
      { id: 'b', from: 600, to: 720 },
      { id: 'c', from: 720, to: 780 },
    ])
    expect(placed).toMatchObject([
      { id: 'a', column: 0, columns: 2 },
      { id: 'b', column: 1, columns: 2 },
      { id: 'c', column: 0, columns: 1, span: 1 },
    ])
  })

  test('one beside which nothing stands takes the columns to its right', () => {
    const placed = placeItems([
      { id: 'a', from: 0, to: 300 },
      { id: 'b', from: 0, to: 60 },
      { id: 'c', from: 0, to: 60 },
      { id: 'd', from: 120, to: 300 },
    ])
    expect(placed.find(({ id }) => id === 'd')).toMatchObject({ column: 1, columns: 3, span: 2 })
  })

  test('none ever covers another', () => {
    fc.assert(
      fc.property(items, (list) => {
        const placed = placeItems(list)
        const shown = placed.map((item) => ({ ...item, to: Math.max(item.to, item.from + 30) }))
        const covering = shown.filter((one, index) =>
          shown.some(
            (other, at) =>
              at > index &&
              one.from < other.to &&
              other.from < one.to &&
              one.column < other.column + other.span &&
              other.column < one.column + one.span,
          ),
        )
        expect([placed.length, covering]).toEqual([list.length, []])
      }),
    )
  })
})

describe('a month', () => {
  test('shows whole weeks, and counts what has no room', () => {
    const page = daysOfMonthPage('2026-11')
    expect([page[0], page.at(-1), page.length]).toEqual(['2026-10-26', '2026-12-06', 42])
    const bars = placeBars([{ id: 'fair', from: '2026-11-20', to: '2026-11-25' }], '2026-11-16')
    expect(bars).toMatchObject([{ id: 'fair', lane: 0, start: 4, length: 3, comesFromBefore: false, goesOn: true }])
    const cells = monthCells('2026-11-16', bars, {
      items: new Map([
        ['2026-11-20', ['a', 'b', 'c', 'd']],
        ['2026-11-16', ['e', 'f', 'g']],
      ]),
      lines: 3,
    })
    expect(cells[4]).toEqual({ day: '2026-11-20', shown: ['fair', 'a'], more: 3 })
    expect(cells[0]).toEqual({ day: '2026-11-16', shown: ['e', 'f', 'g'], more: 0 })
  })

  test('what takes several days keeps its lane in a week, and no two share one', () => {
    const bar = fc.record({ from: fc.integer({ min: 0, max: 30 }), length: fc.integer({ min: 0, max: 12 }) })
    fc.assert(
      fc.property(fc.array(bar, { maxLength: 15 }), (list) => {
        const bars = list.map(({ from, length }, index) => ({
          id: String(index),
          from: addDays('2026-11-01', from),
          to: addDays('2026-11-01', from + length),
        }))
        const placed = placeBars(bars, '2026-11-16')
        const clashes = placed.filter((one) =>
          placed.some(
            (other) =>
              other.id > one.id &&
              other.lane === one.lane &&
              one.start < other.start + other.length &&
              other.start < one.start + one.length,
          ),
        )
        expect(clashes).toEqual([])
      }),
    )
  })

  test('a week begins where people begin it', () => {
    expect([startOfWeek('2026-11-22'), startOfWeek('2026-11-22', 7), weekdayOf('2026-11-22')]).toEqual([
      '2026-11-16',
      '2026-11-22',
      7,
    ])
  })
})

describe('dragging', () => {
  const item = { dueOn: '2026-11-20', dueTime: '09:10', durationMinutes: 45 }

  test('goes in steps of a quarter of an hour and stays within the day', () => {
    expect(moveBy(item, { days: 1, minutes: 20 })).toEqual({ ...item, dueOn: '2026-11-21', dueTime: '09:30' })
    expect(moveBy(item, { days: 2, minutes: 0 })).toEqual({ ...item, dueOn: '2026-11-22' })
    expect(moveBy(item, { days: 0, minutes: 2000 }).dueTime).toBe('23:45')
    expect(moveBy(item, { days: 0, minutes: -2000 }).dueTime).toBe('00:00')
  })

  test('the edge never goes above the beginning', () => {
    expect(resizeBy(item, 20)).toEqual({ ...item, durationMinutes: 65 })
    expect(resizeBy(item, -500).durationMinutes).toBe(15)
    expect(resizeBy(item, 5000).durationMinutes).toBe(1440 - 550)
  })

  test('drawing upwards is drawing downwards', () => {
    expect(drawn('2026-11-20', 615, 552)).toEqual({ dueOn: '2026-11-20', dueTime: '09:00', durationMinutes: 75 })
  })
})

describe('what cannot be', () => {
  const period = { dueOn: '2026-11-20', dueTime: null, endsOn: null, durationMinutes: null }
  test.each([
    [{ endsOn: '2026-11-19' }, 'end_before_start'],
    [{ endsOn: '2027-12-25' }, 'lasts_too_long'],
    [{ dueTime: '09:00', durationMinutes: 400 * 1440 }, 'lasts_too_long'],
    [{ dueOn: null, dueTime: '09:00' }, 'time_without_day'],
    [{ dueOn: null, endsOn: '2026-11-20' }, 'end_without_day'],
    [{ endsOn: '2026-11-20' }, undefined],
  ])('%j: %s', (change, code) => {
    expect(issuesOfPeriod({ ...period, ...change })[0]?.code).toBe(code)
  })
})

describe('the clock on the wall', () => {
  test('a time that the clock skips lies behind the gap, one it shows twice is the first', () => {
    expect(iso(momentOfWall({ day: '2026-03-29', time: '02:30' }, 'Europe/Berlin'))).toBe('2026-03-29T01:30:00.000Z')
    expect(iso(momentOfWall({ day: '2026-10-25', time: '02:30' }, 'Europe/Berlin'))).toBe('2026-10-25T00:30:00.000Z')
  })

  test('a meeting over the change takes as long as it takes', () => {
    expect(endOf({ day: '2026-03-29', time: '01:30' }, 60, 'Europe/Berlin')).toEqual({ day: '2026-03-29', time: '03:30' })
    const night = { dueOn: '2026-11-20', dueTime: '22:00', endsOn: null, durationMinutes: 120 }
    expect(lastDayOf(night, 'Europe/Berlin')).toBe('2026-11-20')
    expect(lastDayOf({ ...night, durationMinutes: 121 }, 'Europe/Berlin')).toBe('2026-11-21')
  })

  test('every moment is shown and found again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 35_000_000 }), fc.constantFrom(...zones), (minutes, timeZone) => {
        const ms = minutes * 60_000
        const wall = wallTimeAt(ms, timeZone)
        const found = momentOfWall(wall, timeZone)
        // In an hour that is shown twice it may be the first one.
        expect(wallTimeAt(found, timeZone)).toEqual(wall)
        expect(ms - found).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('midnight is the end of a day, also where it does not exist', () => {
    expect(iso(momentAt('2018-11-04', 0, 'America/Sao_Paulo'))).toBe('2018-11-04T03:00:00.000Z')
    expect(momentAt('2026-11-20', 1440, 'Asia/Shanghai')).toBe(momentAt('2026-11-21', 0, 'Asia/Shanghai'))
  })
})

describe('reminders', () => {
  const timeZone = 'Europe/Berlin'
  test('fall so many minutes before, all-day ones before nine', () => {
    expect(iso(reminderAt({ dueOn: '2026-11-20', dueTime: '15:00', reminderMinutes: 15 }, timeZone))).toBe(
      '2026-11-20T13:45:00.000Z',
    )
    expect(iso(reminderAt({ dueOn: '2026-11-20', dueTime: null, reminderMinutes: 0 }, timeZone))).toBe('2026-11-20T08:00:00.000Z')
    expect(iso(reminderAt({ dueOn: '2026-03-29', dueTime: '02:30', reminderMinutes: 60 }, timeZone))).toBe(
      '2026-03-29T00:30:00.000Z',
    )
  })

  test('those that fell while nobody looked are known, oldest first', () => {
    const at = (dueTime: string) => ({ dueOn: '2026-11-20', dueTime, reminderMinutes: 0 })
    const span = {
      from: momentOfWall({ day: '2026-11-20', time: '09:00' }, timeZone),
      to: momentOfWall({ day: '2026-11-20', time: '11:00' }, timeZone),
      timeZone,
    }
    expect(remindersBetween([at('11:00'), at('09:00'), at('10:00'), at('11:01')], span).map(({ item }) => item.dueTime)).toEqual([
      '10:00',
      '11:00',
    ])
  })

  test('keep quiet for ten minutes, an hour, or until the next working day begins', () => {
    const friday = momentOfWall({ day: '2026-11-20', time: '16:00' }, timeZone)
    const context = { now: friday, timeZone, workingTime: createWorkingTime(defaultWeek, []) }
    expect(snoozedUntil('ten_minutes', context) - friday).toBe(600_000)
    expect(snoozedUntil('one_hour', context) - friday).toBe(3_600_000)
    expect(wallTimeAt(snoozedUntil('tomorrow', context), timeZone)).toEqual({ day: '2026-11-23', time: '09:00' })
    expect(wallTimeAt(snoozedUntil('tomorrow', { ...context, workingTime: { spansOn: () => [] } }), timeZone)).toEqual({
      day: '2026-11-21',
      time: '09:00',
    })
  })
})
