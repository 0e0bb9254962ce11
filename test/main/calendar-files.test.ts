// Calendar files taken in and written, through the engine.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let companyId: string
let folder: string
beforeEach(async () => {
  app = await createTestApp()
  companyId = (await app.ask('companies.create', { name: 'Acme' })).id
  folder = mkdtempSync(join(tmpdir(), 'kith-ics-'))
})
afterEach(() => {
  app.close()
  rmSync(folder, { recursive: true })
})

const fileOf = (content: string | Uint8Array, name = 'in.ics') => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const calendarOf = (...lines: readonly string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
const series = [
  ...event(
    'UID:a',
    'SUMMARY:例会',
    'DTSTART;TZID=Asia/Shanghai:20260303T090000',
    'DURATION:PT1H',
    'RRULE:FREQ=WEEKLY;COUNT=4',
    'EXDATE;TZID=Asia/Shanghai:20260310T090000',
  ),
  ...event(
    'UID:a',
    'SUMMARY:例会（改期）',
    'RECURRENCE-ID;TZID=Asia/Shanghai:20260317T090000',
    'DTSTART;TZID=Asia/Shanghai:20260318T100000',
  ),
]
const take = (file: string, recordType: 'company' | 'user' = 'company') =>
  app.ask('calendarFiles.import', { file, recordType, recordId: recordType === 'company' ? companyId : (app.owner.userId ?? '') })
const days = async () =>
  (await app.ask('activities.calendar', { from: '2026-03-01', to: '2026-03-31' })).entries.map(
    ({ dueOn, dueTime, title }) => `${dueOn} ${dueTime ?? ''} ${title}`,
  )
const expected = ['2026-03-03 09:00 例会', '2026-03-18 10:00 例会（改期）', '2026-03-24 09:00 例会']

describe('taking a file in', () => {
  test('keeps series, what differs from them and what is left out; a second time it is already here', async () => {
    const file = fileOf(calendarOf(...series))
    expect(await app.ask('calendarFiles.preview', { file })).toMatchObject({
      entries: [{ isHere: false, title: '例会' }, { isHere: false }],
    })
    expect(await take(file)).toMatchObject({ added: { length: 2 }, alreadyHere: 0, skipped: 0, warnings: [] })
    expect(await days()).toEqual(expected)
    const again = await app.call('calendarFiles.import', { file, recordType: 'company', recordId: companyId })
    expect(again).toMatchObject({ ok: true, operation: null, data: { added: [], alreadyHere: 2 } })
    expect((await app.ask('calendarFiles.preview', { file })).entries.every(({ isHere }) => isHere)).toBe(true)
  })

  test('is one operation that can be taken back', async () => {
    await take(fileOf(calendarOf(...series)))
    await app.ask('history.undoLast', {})
    expect(await days()).toEqual([])
  })

  test('tells of each entry that could not be kept, and keeps the others', async () => {
    const text = calendarOf(
      ...event('UID:1', 'SUMMARY:Backwards', 'DTSTART:20260303T090000Z', 'DTEND:20260303T080000Z'),
      ...event('UID:2', 'SUMMARY:Called off', 'STATUS:CANCELLED', 'DTSTART:20260303T090000Z'),
      ...event('UID:3', 'DTSTART:20260303T090000Z'),
    )
    const { added, skipped, warnings } = await take(fileOf(text), 'user')
    expect([added.map(({ title }) => title), skipped]).toEqual([['Meeting'], 2])
    expect(warnings.map(({ key }) => key)).toEqual(['calendar.ics.end_before_start', 'calendar.ics.cancelled'])
  })

  test('what is called off leaves the calendar, one day of a series or all of it, and comes back by Undo', async () => {
    await take(fileOf(calendarOf(...series)))
    const oneDay = fileOf(
      calendarOf(
        'METHOD:CANCEL',
        ...event('UID:a', 'SUMMARY:例会', 'RECURRENCE-ID;TZID=Asia/Shanghai:20260324T090000', 'DTSTART:20260324T010000Z'),
      ),
      'day.ics',
    )
    expect((await app.ask('calendarFiles.preview', { file: oneDay })).entries).toMatchObject([{ callsOff: true }])
    expect(await take(oneDay)).toMatchObject({ added: [], calledOff: [{ title: '例会' }], alreadyHere: 0 })
    expect(await days()).toEqual(expected.slice(0, 2))

    const all = fileOf(calendarOf('METHOD:CANCEL', ...event('UID:a', 'SUMMARY:例会', 'DTSTART:20260303T010000Z')), 'all.ics')
    await take(all)
    expect(await days()).toEqual([])
    expect(await take(all)).toMatchObject({ calledOff: [], alreadyHere: 1 })

    await app.ask('history.undoLast', {})
    await app.ask('history.undoLast', {})
    expect(await days()).toEqual(expected)
  })

  test('an appointment of the past has taken place', async () => {
    const { added } = await take(fileOf(calendarOf(...event('UID:p', 'SUMMARY:Past', 'DTSTART:20260105T090000Z'))))
    expect(added[0]).toMatchObject({ happenedAt: '2026-01-05T09:00:00.000Z', doneAt: '2026-01-05T09:00:00.000Z' })
  })

  test('a file in GB 18030 is read, one that is no calendar, gone or a folder is refused with a sentence', async () => {
    // 会 and 议 in GB 18030.
    const [head, tail] = calendarOf(...event('UID:g', 'SUMMARY:@', 'DTSTART:20260303T090000Z')).split('@')
    const bytes = Buffer.concat([Buffer.from(head ?? ''), Buffer.from([0xbb, 0xe1, 0xd2, 0xe9]), Buffer.from(tail ?? '')])
    expect((await take(fileOf(bytes))).added[0]?.title).toBe('会议')
    const refused = async (file: string) => {
      const reply = await app.call('calendarFiles.preview', { file })
      return reply.ok ? null : reply.error.code
    }
    expect(await refused(fileOf('hello'))).toBe('invalid_input')
    expect(await refused(folder)).toBe('invalid_input')
    expect(await refused(join(folder, 'none.ics'))).not.toBe('internal')
  })
})

describe('writing a file', () => {
  const target = () => join(folder, 'out.ics')

  test('holds whole series, and comes back the same in another office', async () => {
    await take(fileOf(calendarOf(...series)))
    await app.ask('activities.log', {
      kind: 'task',
      recordType: 'company',
      recordId: companyId,
      title: '报价',
      dueOn: '2026-03-05',
      reminderMinutes: 0,
    })
    expect(await app.ask('calendarFiles.export', { target: target(), from: '2026-03-01', to: '2026-03-31' })).toEqual({
      count: 3,
    })
    const before = await days()
    app.close()
    app = await createTestApp()
    companyId = (await app.ask('companies.create', { name: 'Other' })).id
    expect(await take(target())).toMatchObject({ added: { length: 3 }, warnings: [] })
    expect(await days()).toEqual(before)
  })

  test('is known again in the office that wrote it', async () => {
    await app.ask('activities.log', {
      kind: 'meeting',
      recordType: 'company',
      recordId: companyId,
      title: 'A',
      dueOn: '2026-03-05',
    })
    await app.ask('calendarFiles.export', { target: target(), from: '2026-03-01', to: '2026-03-31' })
    expect(await take(target())).toMatchObject({ added: [], alreadyHere: 1 })
  })

  test('one appointment goes with its series, a day that was removed stays out', async () => {
    const { added } = await take(fileOf(calendarOf(...series)))
    const moved = added.find(({ seriesId }) => seriesId !== null)
    await app.ask('activities.archive', { id: moved?.id ?? '' })
    expect(await app.ask('calendarFiles.exportOne', { target: target(), id: moved?.id ?? '' })).toEqual({ count: 1 })
    expect(readFileSync(target(), 'utf8')).toMatch(
      /EXDATE;TZID=Asia\/Shanghai:20260310T090000\r\nEXDATE;TZID=Asia\/Shanghai:20260317T090000/u,
    )
  })

  test('where nothing can be written is said', async () => {
    const reply = await app.call('calendarFiles.export', {
      target: join(folder, 'no', 'such', 'out.ics'),
      from: '2026-03-01',
      to: '2026-03-31',
    })
    expect(reply).toMatchObject({ ok: false, error: { messageKey: 'calendar.ics.notWritten' } })
  })
})
