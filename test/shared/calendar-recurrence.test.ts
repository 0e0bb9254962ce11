// What repeats, on which days, in which words, and what an edit of one, all or the following ones writes.
import fc from 'fast-check'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { addDays, dayOfMonth, lastDayOfMonth, monthOf, weekdayOf } from '#shared/calendar/days.ts'
import { formOfRule, monthlyChoices, newRecurrence, type RecurrenceForm, ruleOfForm } from '#shared/calendar/recurrence-form.ts'
import { recurrenceWords } from '#shared/calendar/recurrence-words.ts'
import { endRuleBefore, firstDayOfRule, nextOccurrence, occurrencesBetween } from '#shared/calendar/recurrence.ts'
import { issueOfRule } from '#shared/calendar/rule-issues.ts'
import {
  completeOccurrence,
  editAll,
  editFollowing,
  editOccurrence,
  nextOpenDay,
  openDays,
  type Series,
  skipOccurrence,
} from '#shared/calendar/series.ts'
import type { Language } from '#shared/base/messages.ts'
import { messages } from '#shared/messages.ts'

const days = (rule: string, startsOn: string, from: string, to: string, exDays: readonly string[] = []) =>
  occurrencesBetween({ rule, startsOn, exDays }, { from, to, limit: 10_000 }).days

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((number) => addDays('1990-01-01', number))
const anyForm: fc.Arbitrary<RecurrenceForm> = fc.record({
  every: fc.integer({ min: 1, max: 5 }),
  unit: fc.constantFrom('day', 'week', 'month', 'year'),
  weekdays: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }).map((list) => list.toSorted((a, b) => a - b)),
  on: fc.oneof(
    fc.record({ by: fc.constant('day' as const), day: fc.integer({ min: 1, max: 31 }) }),
    fc.constant({ by: 'last_day' as const }),
    fc.record({
      by: fc.constant('weekday' as const),
      nth: fc.constantFrom(1, 2, 3, 4, -1),
      weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
    }),
  ),
  month: fc.integer({ min: 1, max: 12 }),
  end: fc.oneof(
    fc.constant({ kind: 'never' as const }),
    fc.record({ kind: fc.constant('count' as const), count: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ kind: fc.constant('until' as const), day: anyDay }),
  ),
})

describe('the days of a rule', () => {
  test('the last Friday of each month', () => {
    expect(days('FREQ=MONTHLY;BYDAY=-1FR', '2026-10-30', '2026-10-01', '2027-02-28')).toEqual([
      ...['2026-10-30', '2026-11-27', '2026-12-25', '2027-01-29', '2027-02-26'],
    ])
  })

  test('the 31st leaves out months that have none; the last day of the month does not', () => {
    expect(days('FREQ=MONTHLY;BYMONTHDAY=31', '2026-08-31', '2026-08-01', '2027-01-31')).toEqual([
      ...['2026-08-31', '2026-10-31', '2026-12-31', '2027-01-31'],
    ])
    expect(days('FREQ=MONTHLY;BYMONTHDAY=-1', '2027-01-31', '2027-01-01', '2027-03-31')).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
    ])
    expect(monthlyChoices('2026-08-31')).toEqual([
      ...[{ by: 'day', day: 31 }, { by: 'last_day' }, { by: 'weekday', nth: -1, weekday: 1 }],
    ])
  })

  test('weekdays, with one taken out', () => {
    const rule = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'
    expect(days(rule, '2026-11-19', '2026-11-19', '2026-11-24', ['2026-11-23'])).toEqual([
      '2026-11-19',
      '2026-11-20',
      '2026-11-24',
    ])
  })

  test('the 29th of February comes in leap years only', () => {
    expect(days('FREQ=YEARLY', '2024-02-29', '2024-01-01', '2033-01-01')).toEqual(['2024-02-29', '2028-02-29', '2032-02-29'])
  })

  test('every two weeks stays in step, however far away one looks', () => {
    expect(days('FREQ=WEEKLY;INTERVAL=2', '2001-01-03', '2026-11-01', '2026-11-30')).toEqual(['2026-11-04', '2026-11-18'])
  })

  test('ends after a number of times, or on a day, that day included', () => {
    expect(days('FREQ=DAILY;COUNT=3', '2026-11-21', '2026-11-01', '2026-12-31')).toHaveLength(3)
    expect(days('FREQ=DAILY;UNTIL=20261123', '2026-11-21', '2026-11-01', '2026-12-31').at(-1)).toBe('2026-11-23')
    expect(nextOccurrence({ rule: 'FREQ=DAILY;COUNT=3', startsOn: '2026-11-21', exDays: [] }, '2026-11-23')).toBeNull()
  })

  test('a long list says that it was cut', () => {
    expect(
      occurrencesBetween(
        { rule: 'FREQ=DAILY', startsOn: '2026-01-01', exDays: [] },
        { from: '2026-01-01', to: '2026-12-31', limit: 10 },
      ),
    ).toMatchObject({
      ...{ isCut: true, days: { length: 10 } },
    })
  })

  test('looking at a part never differs from looking at the whole', () => {
    fc.assert(
      fc.property(
        anyForm,
        anyDay,
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 0, max: 400 }),
        (form, startsOn, away, length) => {
          const rule = ruleOfForm(form)
          const from = addDays(startsOn, away)
          const whole = occurrencesBetween(
            { rule, startsOn, exDays: [] },
            { from: startsOn, to: addDays(from, length), limit: 10_000 },
          ).days
          expect(days(rule, startsOn, from, addDays(from, length))).toEqual(whole.filter((day) => day >= from))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('every day that comes fits what the form says', () => {
    fc.assert(
      fc.property(anyForm, anyDay, (form, startsOn) => {
        const onOf = (day: string): boolean => {
          if (form.on.by === 'last_day') return day === lastDayOfMonth(day)
          return form.on.by === 'day' ? dayOfMonth(day) === form.on.day : weekdayOf(day) === form.on.weekday
        }
        const fits = {
          day: () => true,
          week: (day: string) => form.weekdays.includes(weekdayOf(day)),
          month: onOf,
          year: (day: string) => monthOf(day) === form.month && onOf(day),
        }[form.unit]
        const wrong = days(ruleOfForm(form), startsOn, startsOn, addDays(startsOn, 800)).filter((day) => !fits(day))
        expect(wrong).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})

describe('a rule and its form', () => {
  test('a form makes a rule that makes the form again', () => {
    fc.assert(
      fc.property(anyForm, anyDay, (form, startsOn) => {
        const again = formOfRule(ruleOfForm(form), startsOn)
        expect(again && ruleOfForm(again)).toBe(ruleOfForm(form))
      }),
    )
  })

  test('a rule with more than a form can hold is kept, not bent', () => {
    expect(formOfRule('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-11-30')).toBeNull()
    expect(days('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-10-30', '2026-10-01', '2026-11-30')).toEqual([
      '2026-10-30',
      '2026-11-30',
    ])
  })

  test.each([
    ['every Tuesday', 'recurrence_unreadable'],
    ['FREQ=HOURLY', 'recurrence_unsupported'],
    ['FREQ=DAILY;BYHOUR=3', 'recurrence_unsupported'],
    ['FREQ=WEEKLY;BYDAY=XX', 'recurrence_unreadable'],
    ['FREQ=DAILY;INTERVAL=0', 'recurrence_unreadable'],
    ['FREQ=DAILY;COUNT=5000', 'recurrence_too_many'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'recurrence_never'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'recurrence_never'],
    ['FREQ=DAILY;UNTIL=20200101', 'recurrence_never'],
    ['FREQ=DAILY;INTERVAL=7;BYDAY=MO', 'recurrence_unsupported'],
    ['FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=3', 'recurrence_unsupported'],
    ['FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=9', 'recurrence_unsupported'],
    ['FREQ=WEEKLY;BYMONTHDAY=13', 'recurrence_unsupported'],
    ['FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4', 'recurrence_never'],
    ['FREQ=MONTHLY;BYDAY=6MO', 'recurrence_unreadable'],
  ])('%s is refused', (rule, code) => {
    expect(issueOfRule(rule, '2026-11-22')).toBe(code)
  })

  test('a series begins on one of its own days', () => {
    expect(firstDayOfRule('FREQ=MONTHLY;BYDAY=-1FR', '2026-11-22')).toBe('2026-11-27')
  })
})

describe('a rule in words', () => {
  const say = (rule: string, language: Language, startsOn = '2026-11-22') => {
    const { what, end } = recurrenceWords(rule, startsOn, language)
    const spoken = ({ key, params }: typeof what) => {
      const lists = Object.fromEntries(
        Object.entries(params).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.join(language === 'en' ? ', ' : '、') : value,
        ]),
      )
      return String(new IntlMessageFormat(messages[language].get(key) ?? key, language).format(lists as Record<string, string>))
    }
    return end === null ? spoken(what) : `${spoken(what)}, ${spoken(end)}`
  }
  test.each([
    ['FREQ=DAILY', 'every day', '每天'],
    ['FREQ=DAILY;INTERVAL=3', 'every 3 days', '每 3 天'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday, Monday to Friday', '每个工作日（周一至周五）'],
    ['FREQ=WEEKLY;BYDAY=MO,WE', 'every week on Monday, Wednesday', '每周一、三'],
    ['FREQ=WEEKLY;INTERVAL=2', 'every 2 weeks on Sunday', '每 2 周的周日'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'every month on the last Friday', '每月最后一个周五'],
    ['FREQ=MONTHLY;BYMONTHDAY=31', 'every month on day 31, months without it left out', '每月 31 日（没有该日的月份跳过）'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'on the last day of every month', '每月最后一天'],
    ['FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15', 'every year on 15 June', '每年六月 15 日'],
    ['FREQ=DAILY;COUNT=5', 'every day, 5 times', '每天, 共 5 次'],
    ['FREQ=DAILY;UNTIL=20261231', 'every day, until December 31, 2026', '每天, 至 2026年12月31日'],
  ])('%s', (rule, en, zh) => {
    expect(say(rule, 'en')).toBe(en)
    expect(say(rule, 'zh-CN')).toBe(zh)
  })
})

describe('one, all, or this and the following', () => {
  const weekly: Series = {
    master: { recurrence: 'FREQ=WEEKLY;BYDAY=TU', dueOn: '2026-11-03', endsOn: null, exDays: [] },
    detached: [],
  }
  const month = { from: '2026-11-01', to: '2026-11-30' }
  const written = (series: Series, { master, detach }: ReturnType<typeof editAll>): Series => ({
    master: { ...series.master, ...master, recurrence: master?.recurrence ?? series.master.recurrence },
    detached: detach
      ? [...series.detached, { id: detach.occurrenceOn, occurrenceOn: detach.occurrenceOn, doneAt: detach.doneAt }]
      : series.detached,
  })

  test('one that is done leaves all others open', () => {
    const edit = completeOccurrence(weekly, '2026-11-10', '2026-11-10T08:00:00.000Z')
    expect(edit).toMatchObject({ master: null, newSeries: null, detach: { occurrenceOn: '2026-11-10', dueOn: '2026-11-10' } })
    expect(openDays(written(weekly, edit), month).days).toEqual(['2026-11-03', '2026-11-17', '2026-11-24'])
    expect(nextOpenDay(written(weekly, edit), '2026-11-03')).toBe('2026-11-17')
  })

  test('one that is skipped is gone, one that moves stands elsewhere', () => {
    expect(openDays(written(weekly, skipOccurrence(weekly, '2026-11-03')), month).days[0]).toBe('2026-11-10')
    const moved = editOccurrence(weekly, '2026-11-10', { dueOn: '2026-11-12', dueTime: '09:00' })
    expect(moved.detach).toMatchObject({ occurrenceOn: '2026-11-10', dueOn: '2026-11-12', dueTime: '09:00', doneAt: null })
    expect(openDays(written(weekly, moved), month).days).not.toContain('2026-11-10')
  })

  test('all move to Thursday, with the one that was skipped', () => {
    const skipped = written(weekly, skipOccurrence(weekly, '2026-11-17'))
    const edit = editAll(skipped, '2026-11-10', { dueOn: '2026-11-12' })
    expect(edit.master).toMatchObject({ recurrence: 'FREQ=WEEKLY;BYDAY=TH', dueOn: '2026-11-05', exDays: ['2026-11-19'] })
  })

  test('a new title for all reaches those that differ, but not those that are done', () => {
    const detached = [
      { id: 'moved', occurrenceOn: '2026-11-10', doneAt: null },
      { id: 'done', occurrenceOn: '2026-11-17', doneAt: '2026-11-17T08:00:00.000Z' },
    ]
    const edit = editAll({ ...weekly, detached }, '2026-11-24', { title: 'New', dueTime: '10:00' })
    expect(edit).toMatchObject({
      master: { title: 'New', dueTime: '10:00' },
      detached: [{ id: 'moved', changes: { title: 'New' } }],
    })
    expect(edit.detached[0]?.changes).not.toHaveProperty('dueTime')
  })

  test('this and the following end the series and begin another', () => {
    const counted: Series = {
      master: { ...weekly.master, recurrence: 'FREQ=WEEKLY;BYDAY=TU;COUNT=4', exDays: ['2026-11-24'] },
      detached: [],
    }
    const edit = editFollowing(counted, '2026-11-17', { dueOn: '2026-11-18', title: 'Later' })
    expect(edit.master).toEqual({ recurrence: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20261116', exDays: [] })
    expect(edit.newSeries).toMatchObject({
      title: 'Later',
      dueOn: '2026-11-18',
      recurrence: 'FREQ=WEEKLY;BYDAY=WE;COUNT=2',
      exDays: ['2026-11-25'],
    })
  })

  test('from the first one on, this and the following are all', () => {
    expect(editFollowing(weekly, '2026-11-03', { title: 'All' })).toMatchObject({ master: { title: 'All' }, newSeries: null })
  })

  test('what no longer repeats stays once, on the day at hand', () => {
    expect(editAll(weekly, '2026-11-17', { recurrence: null }).master).toMatchObject({
      recurrence: null,
      dueOn: '2026-11-17',
      exDays: [],
    })
    expect(editFollowing(weekly, '2026-11-17', { recurrence: null }).newSeries).toMatchObject({
      recurrence: null,
      dueOn: '2026-11-17',
    })
  })

  test('splitting a series anywhere neither loses nor adds a day', () => {
    fc.assert(
      fc.property(anyForm, anyDay, fc.integer({ min: 0, max: 6 }), (form, from, index) => {
        const rule = ruleOfForm(form)
        const startsOn = firstDayOfRule(rule, from)
        if (startsOn === null) return
        const all = days(rule, startsOn, startsOn, addDays(startsOn, 1500))
        const on = all[index]
        if (on === undefined) return
        const edit = editFollowing(
          { master: { recurrence: rule, dueOn: startsOn, endsOn: null, exDays: [] }, detached: [] },
          on,
          { title: 'x' },
        )
        if (edit.newSeries === null) return
        const before = days(endRuleBefore(rule, on), startsOn, startsOn, addDays(startsOn, 1500))
        const after = days(edit.newSeries.recurrence ?? '', edit.newSeries.dueOn, startsOn, addDays(startsOn, 1500))
        expect([...before, ...after]).toEqual(all)
      }),
      { numRuns: 50 },
    )
  })

  test('a form opens with what is likely', () => {
    expect(ruleOfForm(newRecurrence('2026-11-22'))).toBe('FREQ=WEEKLY;BYDAY=SU')
  })
})
