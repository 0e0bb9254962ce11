// Reminders, working time and activity templates.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '#main/rpc/handlers.ts'
import { createTestApp, TEST_START, type TestApp } from '../support/test-app.ts'

// The clock of the tests stands at 17:00 in Shanghai on Monday, 2 March 2026.
const HOUR = 3_600_000
let app: TestApp
let companyId: string
beforeEach(async () => {
  app = await createTestApp()
  companyId = (await app.ask('companies.create', { name: 'Acme' })).id
})
afterEach(() => app.close())

const plan = (fields: Partial<InputOf<'activities.log'>>) =>
  app.ask('activities.log', { kind: 'task', recordType: 'company', recordId: companyId, title: 'Call', ...fields })
const iso = (ms: number) => new Date(ms).toISOString()
const due = (hours = 48) => app.ask('reminders.due', { from: iso(TEST_START), to: iso(TEST_START + hours * HOUR) })

describe('a reminder', () => {
  test('falls before the begin, with what to show', async () => {
    const { id } = await plan({ dueOn: '2026-03-02', dueTime: '18:00', reminderMinutes: 15 })
    await plan({ title: 'All day', dueOn: '2026-03-03', reminderMinutes: 0 })
    await plan({ title: 'None', dueOn: '2026-03-02', dueTime: '18:00' })
    expect(await due()).toMatchObject([
      {
        activityId: id,
        on: '2026-03-02',
        at: '2026-03-02T09:45:00.000Z',
        title: 'Call',
        record: { type: 'company', name: 'Acme' },
      },
      { title: 'All day', at: '2026-03-03T01:00:00.000Z' },
    ])
  })

  test('comes on each day of a series that is still open', async () => {
    const { id } = await plan({ dueOn: '2026-03-01', dueTime: '18:00', recurrence: 'FREQ=DAILY', reminderMinutes: 60 * 24 * 7 })
    await app.ask('activities.skip', { id, on: '2026-03-10' })
    expect((await due(50)).map(({ on }) => on)).toEqual(['2026-03-09', '2026-03-11'])
  })

  test('keeps quiet for a while, or for good', async () => {
    const one = await plan({ dueOn: '2026-03-02', dueTime: '17:30', reminderMinutes: 0 })
    const other = await plan({ title: 'Other', dueOn: '2026-03-02', dueTime: '17:40', reminderMinutes: 0 })
    app.pass(HOUR)
    const { until } = await app.ask('reminders.snooze', { activityId: one.id, on: '2026-03-02', for: 'one_hour' })
    await app.ask('reminders.dismiss', { activityId: other.id, on: '2026-03-02' })
    expect(await due()).toMatchObject([{ activityId: one.id, at: until, isSnoozed: true }])
    await app.ask('activities.complete', { id: one.id, done: true })
    expect(await due()).toEqual([])
  })

  test('snoozed until tomorrow waits for the next working day to begin', async () => {
    await app.ask('workingTime.putDays', { days: [{ day: '2026-03-03', kind: 'off', name: 'Stocktaking', intervals: null }] })
    const { id } = await plan({ dueOn: '2026-03-02', dueTime: '17:30', reminderMinutes: 0 })
    const { until } = await app.ask('reminders.snooze', { activityId: id, on: '2026-03-02', for: 'tomorrow' })
    expect(until).toBe('2026-03-04T01:00:00.000Z')
  })

  test('that fell while the program was shut is listed at the start, in order, until it was seen', async () => {
    await app.ask('reminders.seen', { until: iso(TEST_START) })
    const first = await plan({ title: 'First', dueOn: '2026-03-02', dueTime: '19:00', reminderMinutes: 0 })
    await plan({ title: 'Second', dueOn: '2026-03-03', dueTime: '09:00', reminderMinutes: 5 })
    const done = await plan({ title: 'Done', dueOn: '2026-03-02', dueTime: '19:00', reminderMinutes: 0 })
    await plan({ title: 'To come', dueOn: '2026-03-09', reminderMinutes: 0 })
    await app.ask('activities.complete', { id: done.id, done: true })
    await app.ask('reminders.snooze', { activityId: first.id, on: '2026-03-02', for: 'ten_minutes' })
    app.pass(24 * HOUR)
    const { reminders } = await app.ask('reminders.missed', {})
    expect(reminders.map(({ title, isSnoozed }) => [title, isSnoozed])).toEqual([
      ['First', true],
      ['Second', false],
    ])
    await app.ask('reminders.seen', { until: iso(TEST_START + 24 * HOUR) })
    expect((await app.ask('reminders.missed', {})).reminders).toEqual([])
  })

  test('is nobody else’s, and remembered on this machine only', async () => {
    const { id } = await plan({ dueOn: '2026-03-02', dueTime: '18:00', reminderMinutes: 0 })
    const reply = await app.call('reminders.dismiss', { activityId: id, on: '2026-03-02' })
    expect(reply).toMatchObject({ ok: true, operation: null })
    await plan({ ownerId: null, dueOn: '2026-03-02', dueTime: '18:00', reminderMinutes: 0 })
    expect(await due()).toEqual([])
  })
})

describe('working time', () => {
  test('is Monday to Friday until the office says otherwise', async () => {
    const { week } = await app.ask('workingTime.get', {})
    expect(week.map((intervals) => intervals.length)).toEqual([2, 2, 2, 2, 2, 0, 0])
    const short = week.map((intervals, index) => (index === 4 ? [{ from: '09:00', to: '12:00' }] : intervals))
    await app.ask('workingTime.set', { week: short })
    expect((await app.ask('workingTime.spans', { from: '2026-03-06', to: '2026-03-07' })).map(({ spans }) => spans)).toEqual([
      [{ from: 540, to: 720 }],
      [],
    ])
  })

  test('without a single hour is refused', async () => {
    const reply = await app.call('workingTime.set', { week: [[], [], [], [], [], [], []] })
    expect(reply).toMatchObject({ ok: false, error: { issues: [{ field: 'week', code: 'no_working_time' }] } })
    expect(await app.call('settings.update', { workingWeek: [[], [], [], [], [], [], []] })).toMatchObject({ ok: false })
  })

  test('China’s holidays are proposed, put in on request in one operation, and reckoned with from then on', async () => {
    expect(await app.ask('workingTime.later', { day: '2026-09-30', workingDays: 3 })).toEqual({ day: '2026-10-05' })
    const { isKnown, days } = await app.ask('workingTime.proposeHolidays', { year: 2026 })
    expect([isKnown, days.some(({ isThere }) => isThere)]).toEqual([true, false])
    await app.ask('workingTime.putDays', { days: days.map(({ isThere: _isThere, ...day }) => day) })
    expect((await app.ask('workingTime.proposeHolidays', { year: 2026 })).days.every(({ isThere }) => isThere)).toBe(true)
    expect(await app.ask('workingTime.later', { day: '2026-09-30', workingDays: 3 })).toEqual({ day: '2026-10-10' })
    await app.ask('workingTime.removeDays', { days: ['2026-10-10'] })
    expect(await app.ask('workingTime.later', { day: '2026-09-30', workingDays: 3 })).toEqual({ day: '2026-10-12' })
    await app.ask('history.undoLast', {})
    await app.ask('history.undoLast', {})
    expect(await app.ask('workingTime.days', { from: '2026-01-01', to: '2026-12-31' })).toEqual([])
  })

  test('of a year that nobody announced is not guessed', async () => {
    expect(await app.ask('workingTime.proposeHolidays', { year: 2040 })).toEqual({ isKnown: false, days: [] })
  })
})

describe('a template', () => {
  const step = (title: string, count: number, unit: 'days' | 'working_days') => ({
    kind: 'task' as const,
    title,
    after: { count, unit },
  })

  test('plans its steps on a record, by days and by working days, in one operation', async () => {
    await app.ask('workingTime.putDays', { days: [{ day: '2026-03-07', kind: 'working', name: null, intervals: null }] })
    const { id } = await app.ask('activityTemplates.create', {
      ...{
        name: 'After a visit',
        steps: [step('Thank', 0, 'days'), step('Send the offer', 3, 'working_days'), step('Ask', 7, 'days')],
      },
    })
    const made = await app.ask('activityTemplates.apply', {
      id,
      recordType: 'company',
      recordId: companyId,
      startsOn: '2026-03-04',
    })
    // Saturday, the 7th, is worked.
    expect(made.map(({ title, dueOn }) => `${dueOn} ${title}`)).toEqual([
      '2026-03-04 Thank',
      '2026-03-07 Send the offer',
      '2026-03-11 Ask',
    ])
    expect(made.every(({ ownerId }) => ownerId === app.owner.userId)).toBe(true)
    await app.ask('history.undoLast', {})
    expect((await app.ask('activities.tasks', {})).tasks).toEqual([])
  })

  test('is changed, archived and restored', async () => {
    const { id } = await app.ask('activityTemplates.create', { name: 'A', steps: [step('One', 1, 'days')] })
    expect(await app.ask('activityTemplates.update', { id, name: 'B' })).toMatchObject({ name: 'B', steps: [{ title: 'One' }] })
    await app.ask('activityTemplates.archive', { id })
    expect(await app.ask('activityTemplates.list', {})).toEqual([])
    expect(
      await app.call('activityTemplates.apply', { id, recordType: 'company', recordId: companyId, startsOn: '2026-03-04' }),
    ).toMatchObject({
      ...{ ok: false, error: { messageKey: 'activityTemplates.archived' } },
    })
    await app.ask('activityTemplates.restore', { id })
    expect(await app.ask('activityTemplates.preview', { id, startsOn: '2026-03-04' })).toMatchObject([{ dueOn: '2026-03-05' }])
  })
})
