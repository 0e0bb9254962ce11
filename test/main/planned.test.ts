// What is planned: series, calendars, the list of tasks, calls, pins and what is one's own.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InputOf, OutputOf } from '#main/rpc/handlers.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let companyId: string
beforeEach(async () => {
  app = await createTestApp()
  companyId = (await app.ask('companies.create', { name: 'Acme' })).id
})
afterEach(() => app.close())

const plan = (fields: Partial<InputOf<'activities.log'>>) =>
  app.ask('activities.log', { kind: 'task', recordType: 'company', recordId: companyId, title: 'Call', ...fields })
const weekly = (fields: Partial<InputOf<'activities.log'>> = {}) =>
  plan({ dueOn: '2026-03-03', recurrence: 'FREQ=WEEKLY;BYDAY=TU', ...fields })
const calendar = async (from = '2026-03-01', to = '2026-03-31') => (await app.ask('activities.calendar', { from, to })).entries
const days = async () =>
  (await calendar()).map(({ dueOn, title, doneAt }) => `${dueOn} ${title}${doneAt === null ? '' : ' done'}`)
const refused = async (path: string, input: unknown) => {
  const reply = await app.call(path, input)
  return reply.ok ? null : (reply.error.issues?.[0]?.code ?? reply.error.messageKey)
}
const undoLast = () => app.ask('history.undoLast', {})

describe('a series', () => {
  test('stands on each of its days, and begins on the first that fits', async () => {
    const task = await plan({ dueOn: '2026-03-01', recurrence: 'freq=monthly;byday=-1FR' })
    expect(task).toMatchObject({ dueOn: '2026-03-27', recurrence: 'FREQ=MONTHLY;BYDAY=-1FR' })
    await weekly({ title: 'Weekly', recurrence: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3' })
    expect(await days()).toEqual(['2026-03-03 Weekly', '2026-03-10 Weekly', '2026-03-17 Weekly', '2026-03-27 Call'])
  })

  test('finishing one finishes neither all nor the next one, and can be taken back', async () => {
    const { id } = await weekly()
    const done = await app.ask('activities.complete', { id, on: '2026-03-10', done: true })
    expect(done).toMatchObject({ seriesId: id, occurrenceOn: '2026-03-10', dueOn: '2026-03-10', recurrence: null })
    const after = ['2026-03-03 Call', '2026-03-10 Call done', '2026-03-17 Call', '2026-03-24 Call', '2026-03-31 Call']
    expect(await days()).toEqual(after)
    expect(await refused('activities.complete', { id, on: '2026-03-10', done: true })).toBe('activities.notInSeries')
    await undoLast()
    expect((await days())[1]).toBe('2026-03-10 Call')
  })

  test('one after the other is done, then the series is over', async () => {
    const { id } = await weekly({ recurrence: 'FREQ=WEEKLY;COUNT=2' })
    const first = await app.ask('activities.complete', { id, done: true })
    const second = await app.ask('activities.complete', { id, done: true })
    expect([first.dueOn, second.dueOn]).toEqual(['2026-03-03', '2026-03-10'])
    expect(second).toMatchObject({ id, recurrence: null })
    expect((await app.ask('activities.tasks', {})).tasks).toEqual([])
    await app.ask('activities.complete', { id: second.id, done: false })
    expect((await app.ask('activities.tasks', {})).tasks.map(({ dueOn }) => dueOn)).toEqual(['2026-03-10'])
  })

  test('begins on its first open day, so that every list knows when it is due next', async () => {
    const { id } = await weekly({ recurrence: 'FREQ=WEEKLY;COUNT=5' })
    const begin = async () => {
      const { dueOn, recurrence } = await app.ask('activities.get', { id })
      return `${dueOn} ${recurrence}`
    }
    await app.ask('activities.complete', { id, on: '2026-03-10', done: true })
    expect(await begin()).toBe('2026-03-03 FREQ=WEEKLY;COUNT=5')
    await app.ask('activities.complete', { id, done: true })
    expect(await begin()).toBe('2026-03-17 FREQ=WEEKLY;COUNT=3')
    await app.ask('activities.skip', { id, on: '2026-03-17' })
    expect(await begin()).toBe('2026-03-24 FREQ=WEEKLY;COUNT=2')
    await app.ask('activities.editSeries', { id, on: '2026-03-24', scope: 'all', changes: { dueOn: '2026-03-25' } })
    expect(await days()).toEqual(['2026-03-03 Call done', '2026-03-10 Call done', '2026-03-25 Call'])
    await app.ask('activities.skip', { id, on: '2026-03-25' })
    await app.ask('activities.skip', { id, on: '2026-04-01' })
    expect((await app.ask('activities.get', { id })).archivedAt).not.toBeNull()
  })

  test('ends before a day, with what was moved behind it; before its first day it goes whole', async () => {
    const { id } = await weekly()
    await app.ask('activities.editSeries', { id, on: '2026-03-24', scope: 'this', changes: { dueOn: '2026-03-26' } })
    await app.ask('activities.skip', { id, on: '2026-03-17', scope: 'following' })
    expect(await days()).toEqual(['2026-03-03 Call', '2026-03-10 Call'])
    await app.ask('activities.skip', { id, on: '2026-03-03', scope: 'following' })
    expect(await days()).toEqual([])
    await undoLast()
    await undoLast()
    expect(await days()).toHaveLength(5)
  })

  test('ends before its first open day, and keeps what was moved ahead of it', async () => {
    const { id } = await weekly()
    await app.ask('activities.editSeries', { id, on: '2026-03-03', scope: 'this', changes: { dueOn: '2026-03-05' } })
    await app.ask('activities.skip', { id, on: '2026-03-10', scope: 'following' })
    expect(await days()).toEqual(['2026-03-05 Call'])
  })

  test('a day is left out, another moved, and the rest stays', async () => {
    const { id } = await weekly()
    await app.ask('activities.skip', { id, on: '2026-03-03' })
    const moved = await app.ask('activities.editSeries', {
      ...{ id, on: '2026-03-10', scope: 'this', changes: { dueOn: '2026-03-12', title: 'Later' } },
    })
    expect(moved).toMatchObject({ occurrenceOn: '2026-03-10', dueOn: '2026-03-12' })
    expect(await days()).toEqual(['2026-03-12 Later', '2026-03-17 Call', '2026-03-24 Call', '2026-03-31 Call'])
    expect(await refused('activities.skip', { id, on: '2026-03-04' })).toBe('activities.notInSeries')
  })

  test('what it is about changes for one or for all, and comes back by Undo', async () => {
    const { id } = await weekly()
    const other = (await app.ask('companies.create', { name: 'Birch' })).id
    const about = async () => (await calendar('2026-03-01', '2026-03-17')).map(({ record }) => record?.name)
    const toOther = { recordType: 'company', recordId: other } as const
    await app.ask('activities.editSeries', { id, on: '2026-03-10', scope: 'this', changes: toOther })
    expect(await about()).toEqual(['Acme', 'Birch', 'Acme'])
    await app.ask('activities.editSeries', { id, on: '2026-03-03', scope: 'all', changes: toOther })
    expect(await about()).toEqual(['Birch', 'Birch', 'Birch'])
    await undoLast()
    await undoLast()
    expect(await about()).toEqual(['Acme', 'Acme', 'Acme'])
    await app.ask('companies.archive', { id: other })
    expect(await refused('activities.editSeries', { id, on: '2026-03-03', scope: 'all', changes: toOther })).toBe(
      'activities.recordArchived',
    )
    expect(await refused('activities.update', { id, recordId: other })).toBe('activities.recordArchived')
  })

  test('all are changed, from whichever day', async () => {
    const { id } = await weekly()
    await app.ask('activities.complete', { id, on: '2026-03-03', done: true })
    await app.ask('activities.editSeries', { id, on: '2026-03-17', scope: 'all', changes: { title: 'New', dueOn: '2026-03-18' } })
    expect(await days()).toEqual(['2026-03-03 Call done', '2026-03-11 New', '2026-03-18 New', '2026-03-25 New'])
  })

  test('this and the following are changed, with those that differ already', async () => {
    const { id } = await weekly()
    const moved = await app.ask('activities.editSeries', {
      id,
      on: '2026-03-24',
      scope: 'this',
      changes: { dueOn: '2026-03-26' },
    })
    const next = await app.ask('activities.editSeries', { id, on: '2026-03-17', scope: 'following', changes: { title: 'New' } })
    expect(await days()).toEqual(['2026-03-03 Call', '2026-03-10 Call', '2026-03-17 New', '2026-03-26 New', '2026-03-31 New'])
    expect((await app.ask('activities.get', { id: moved.id })).seriesId).toBe(next.id)
    await undoLast()
    expect((await days())[2]).toBe('2026-03-17 Call')
  })

  test('an update of the series is an update of all, and can end the repetition', async () => {
    const { id } = await weekly()
    await app.ask('activities.update', { id, title: 'New', dueTime: '09:00' })
    expect((await calendar()).every(({ title, dueTime }) => title === 'New' && dueTime === '09:00')).toBe(true)
    await app.ask('activities.update', { id, recurrence: null })
    expect(await days()).toEqual(['2026-03-03 New'])
  })

  test('goes with the days that were moved, and comes back with them; what was done stays', async () => {
    const { id } = await weekly()
    await app.ask('activities.complete', { id, on: '2026-03-03', done: true })
    const moved = await app.ask('activities.editSeries', { id, on: '2026-03-10', scope: 'this', changes: { title: 'Moved' } })
    expect(await refused('activities.update', { id: moved.id, recurrence: 'FREQ=DAILY' })).toBe('activities.occurrenceRepeats')
    const before = await days()
    await app.ask('activities.archive', { id })
    expect(await days()).toEqual(['2026-03-03 Call done'])
    await app.ask('activities.restore', { id })
    expect(await days()).toEqual(before)
  })

  test('what a rule cannot be is said', async () => {
    const rule = (recurrence: string | null, dueOn: string | null = '2026-03-03') =>
      refused('activities.log', { kind: 'task', recordType: 'company', recordId: companyId, title: 'A', dueOn, recurrence })
    expect(await rule('every day')).toBe('recurrence_unreadable')
    expect(await rule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')).toBe('recurrence_never')
    expect(await rule('FREQ=DAILY', null)).toBe('recurrence_without_day')
    expect(await rule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2026-03-03')).toBeNull()
  })
})

describe('a calendar', () => {
  test('holds tasks, calls and meetings, all-day ones first, also those that began before', async () => {
    await plan({ kind: 'meeting', title: 'Fair', dueOn: '2026-02-27', endsOn: '2026-03-02' })
    await plan({ kind: 'meeting', title: 'Night', dueOn: '2026-02-28', dueTime: '23:00', durationMinutes: 120 })
    await plan({ kind: 'meeting', title: 'Over', dueOn: '2026-02-28', dueTime: '23:00', durationMinutes: 30 })
    await plan({ kind: 'call', title: 'Ring', dueOn: '2026-03-01', dueTime: '09:00' })
    await plan({ title: 'All day', dueOn: '2026-03-01' })
    await plan({ kind: 'note', title: 'A note' })
    expect((await calendar('2026-03-01', '2026-03-01')).map(({ title }) => title)).toEqual(['Fair', 'Night', 'All day', 'Ring'])
  })

  test('says when it holds more than it was asked for', async () => {
    await plan({ dueOn: '2026-03-01', recurrence: 'FREQ=DAILY' })
    expect(await app.ask('activities.calendar', { from: '2026-03-01', to: '2026-03-31', limit: 10 })).toMatchObject({
      ...{ isCut: true, entries: { length: 10 } },
    })
    expect(await refused('activities.calendar', { from: '2026-03-01', to: '2029-03-31' })).toBe('activities.calendarTooLong')
  })

  test('asks for the people it is asked for', async () => {
    await plan({ title: 'Mine', dueOn: '2026-03-02' })
    await plan({ title: 'Nobody’s', dueOn: '2026-03-02', ownerId: null })
    const of = async (ownerIds: (string | null)[]) =>
      (await app.ask('activities.calendar', { from: '2026-03-01', to: '2026-03-31', ownerIds })).entries.map(({ title }) => title)
    expect(await of([app.owner.userId])).toEqual(['Mine'])
    expect(await of([null])).toEqual(['Nobody’s'])
    expect(await of([])).toHaveLength(2)
  })

  test('leaves out what stands on an archived record', async () => {
    await weekly()
    await app.ask('companies.archive', { id: companyId })
    expect(await calendar()).toEqual([])
  })

  test.each([
    [{ dueOn: '2026-03-03', kind: 'meeting', endsOn: '2026-03-02' }, 'end_before_start'],
    [{ dueOn: '2026-03-03', kind: 'meeting', endsOn: '2027-04-20' }, 'lasts_too_long'],
    [{ dueOn: '2026-03-03', kind: 'meeting', dueTime: '09:00', durationMinutes: 400 * 1440 }, 'lasts_too_long'],
    [{ dueOn: '2026-03-03', kind: 'meeting', dueTime: '09:00', endsOn: '2026-03-04' }, 'only_all_day'],
    [{ dueOn: '2026-03-03', kind: 'note' }, 'only_tasks'],
    [{ kind: 'task', outcome: 'reached' }, 'only_calls'],
    [{ kind: 'task', reminderMinutes: 10 }, 'reminder_without_day'],
  ] as const)('%j is refused', async (fields, code) => {
    expect(await refused('activities.log', { recordType: 'company', recordId: companyId, title: 'A', ...fields })).toBe(code)
  })

  test('the 29th of February exists in leap years only', async () => {
    expect(
      await refused('activities.log', {
        kind: 'task',
        recordType: 'company',
        recordId: companyId,
        title: 'A',
        dueOn: '2026-02-29',
      }),
    ).not.toBeNull()
    expect((await plan({ dueOn: '2028-02-29' })).dueOn).toBe('2028-02-29')
  })
})

describe('the list of tasks', () => {
  test('is turned page by page, with series between single ones, and nothing is lost or doubled', async () => {
    for (let day = 1; day <= 9; day++)
      await plan({ title: `S${day}`, dueOn: `2026-03-0${day}`, ...(day % 2 ? { dueTime: '10:00' } : {}) })
    await weekly({ title: 'R1' })
    await plan({ title: 'R2', dueOn: '2026-03-04', dueTime: '08:00', recurrence: 'FREQ=DAILY' })
    await plan({ title: 'Undated' })
    const seen: (string | null)[] = []
    for (let after: InputOf<'activities.tasks'>['after'] = null; ;) {
      const page: OutputOf<'activities.tasks'> = await app.ask('activities.tasks', { after, limit: 3 })
      seen.push(...page.tasks.map(({ title }) => title))
      if (page.next === null) break
      after = page.next
    }
    expect(seen).toEqual(['S1', 'S2', 'S3', 'R1', 'R2', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'Undated'])
  })

  test('knows what is overdue, for today, to come and undated', async () => {
    // The clock of the tests stands at 17:00 in Shanghai on 2 March.
    await plan({ dueOn: '2026-03-01' })
    await plan({ dueOn: '2026-03-02', dueTime: '08:00' })
    await plan({ dueOn: '2026-03-09' })
    await plan({})
    await plan({ dueOn: '2026-02-24', recurrence: 'FREQ=DAILY' })
    expect(await app.ask('activities.taskCounts', {})).toEqual({ overdue: 2, today: 1, upcoming: 1, undated: 1 })
    expect((await app.ask('activities.tasks', { buckets: ['overdue'] })).tasks.map(({ dueOn }) => dueOn)).toEqual([
      '2026-02-24',
      '2026-03-01',
    ])
  })

  test('holds planned calls, but no calls that were made', async () => {
    await plan({ kind: 'call', title: 'To make', dueOn: '2026-03-03' })
    await plan({ kind: 'call', title: 'Made' })
    expect((await app.ask('activities.tasks', {})).tasks.map(({ title }) => title)).toEqual(['To make'])
  })
})

describe('a call', () => {
  test('is logged with its outcome alone, and the next step in the same operation', async () => {
    const reply = await app.ask('activities.logCall', {
      ...{
        recordType: 'company',
        recordId: companyId,
        outcome: 'no_answer',
        next: { title: 'Try again', dueOn: '2026-03-03', dueTime: '09:00' },
      },
    })
    expect(reply).toMatchObject({
      call: { kind: 'call', outcome: 'no_answer', direction: 'out' },
      next: { kind: 'task', dueTime: '09:00' },
    })
    await undoLast()
    expect((await app.ask('activities.tasks', {})).tasks).toEqual([])
    expect(
      (await app.ask('timeline.of', { recordType: 'company', recordId: companyId, kinds: ['call', 'task'] })).entries,
    ).toEqual([])
  })

  test('that was planned is done with it', async () => {
    const { id } = await plan({ kind: 'call', title: 'Ring', dueOn: '2026-03-02', recurrence: 'FREQ=DAILY' })
    const { call } = await app.ask('activities.logCall', {
      ...{ recordType: 'company', recordId: companyId, plannedId: id, outcome: 'reached', text: 'All fine', durationMinutes: 4 },
    })
    expect(call).toMatchObject({
      seriesId: id,
      dueOn: '2026-03-02',
      outcome: 'reached',
      title: 'Ring',
      text: 'All fine',
      durationMinutes: 4,
    })
    expect(call.doneAt).not.toBeNull()
  })

  test('a meeting that is done took place when it was planned for', async () => {
    const { id } = await plan({ kind: 'meeting', dueOn: '2026-03-02', dueTime: '10:00' })
    expect((await app.ask('activities.complete', { id, done: true })).happenedAt).toBe('2026-03-02T02:00:00.000Z')
  })
})

describe('one’s own', () => {
  const own = (title: string) =>
    app.ask('activities.log', {
      kind: 'meeting',
      recordType: 'user',
      recordId: app.owner.userId ?? '',
      title,
      dueOn: '2026-03-02',
      dueTime: '12:00',
    })

  test('stands on no record, and only they themselves see what it is', async () => {
    const { id } = await own('Dentist')
    expect((await calendar())[0]).toMatchObject({ title: 'Dentist', record: null, isPrivate: false })
    const other = { ...app.owner, userId: '01900000-0000-7000-8000-00000000000b' }
    const seen = await app.call('activities.calendar', { from: '2026-03-01', to: '2026-03-31' }, other)
    expect(seen).toMatchObject({ ok: true, data: { entries: [{ title: null, isPrivate: true, dueTime: '12:00' }] } })
    expect(await app.call('activities.update', { id, title: 'x' }, other)).toMatchObject({
      ok: false,
      error: { messageKey: 'activities.private' },
    })
    expect(await app.call('activities.get', { id }, other)).toMatchObject({ ok: false })
  })

  test('nobody adds to somebody else’s', async () => {
    const other = { ...app.owner, userId: '01900000-0000-7000-8000-00000000000b' }
    const input = { kind: 'task', recordType: 'user', recordId: app.owner.userId, title: 'x' }
    expect(await app.call('activities.log', input, other)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })

  test('is found neither by searching everything, nor in a colleague’s lists, nor in the history', async () => {
    await own('Dentist appointment')
    await app.ask('activities.log', { kind: 'task', recordType: 'user', recordId: app.owner.userId ?? '', title: 'Dentist task' })
    expect((await app.ask('history.operations', {})).operations.map(({ subject }) => subject).slice(0, 2)).toEqual([null, null])
    expect(await app.ask('lists.count', { entity: 'tasks' })).toMatchObject({ count: 1 })
    const other = { ...app.owner, userId: '01900000-0000-7000-8000-00000000000b' }
    expect(await app.call('lists.count', { entity: 'tasks' }, other)).toMatchObject({ ok: true, data: { count: 0 } })
    expect((await app.ask('activities.tasks', {})).tasks).toHaveLength(1)
    expect(await app.ask('search.find', { text: 'Dentist' })).toEqual([])
  })
})

test('a note is pinned and unpinned', async () => {
  const { id } = await app.ask('activities.log', {
    kind: 'note',
    recordType: 'company',
    recordId: companyId,
    text: 'Ask for Ms Li',
  })
  expect((await app.ask('activities.pin', { id, isPinned: true })).pinnedAt).not.toBeNull()
  expect((await app.ask('activities.pin', { id, isPinned: false })).pinnedAt).toBeNull()
})
