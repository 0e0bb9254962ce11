// Who takes part in an appointment of a calendar file: contacts are known by their e-mail, everyone else is named in the text.
import { describe, expect, test } from 'vitest'
import { ask, bringIn, call, fatesOf, keysOf, planOf, rows, setUpImportDesk, written } from '../support/import-desk.ts'

setUpImportDesk('en')

const calendar = (...lines: readonly string[]): string =>
  written(
    'meetings.ics',
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:m1', 'SUMMARY:Site visit', 'DTSTART:20260305T090000Z', ...lines]
      .concat('END:VEVENT', 'END:VCALENDAR', '')
      .join('\r\n'),
  )
const invited = () =>
  calendar(
    'DESCRIPTION:Bring the plans',
    'ORGANIZER;CN=Eva Falk:mailto:eva@kith.example',
    'ATTENDEE;CN="Berg, Anna";PARTSTAT=ACCEPTED:MAILTO:Anna@Nordlicht.example',
    'ATTENDEE;CN=bob@acme.example:mailto:bob@acme.example',
    'ATTENDEE;CUTYPE=ROOM;CN=Hall:mailto:hall@nordlicht.example',
  )
const people = async (...names: readonly string[]) => {
  const known = { 'Anna Berg': 'anna@nordlicht.example', 'Bob Lee': 'bob@acme.example', 'Eva Falk': 'eva@kith.example' }
  for (const [name, email] of Object.entries(known))
    if (names.includes(name)) expect((await call('contacts.create', { name, email })).ok).toBe(true)
}
const entry = () =>
  rows(
    `select coalesce(contacts.name, recordType) as place, text from activities left join contacts on contacts.id = recordId
      where activities.archivedAt is null`,
  )
const linked = () =>
  rows<{ name: string }>(
    `select contacts.name from activityLinks join contacts on contacts.id = recordId where activityLinks.archivedAt is null order by name`,
  ).map(({ name }) => name)

describe('people of a calendar file', () => {
  test('who are known are tied to the appointment, the others stand in its text', async () => {
    await people('Anna Berg', 'Eva Falk')
    expect((await planOf(invited())).tables[0]?.columns.some(({ field }) => field === 'attendees')).toBe(true)
    expect(await keysOf(invited())).toEqual(['1 imports.attendees.unknown'])

    await bringIn(invited())
    expect(entry()).toEqual([{ place: 'Anna Berg', text: 'Bring the plans\n\nbob@acme.example' }])
    expect(linked()).toEqual(['Eva Falk'])
    const [eva] = rows<{ id: string }>("select id from contacts where name = 'Eva Falk'")
    const timeline = await ask('timeline.of', { recordType: 'contact', recordId: eva?.id ?? '' })
    expect(JSON.stringify(timeline)).toContain('Site visit')
  })

  test('of the same file again change nothing, and come in once they are known', async () => {
    await people('Anna Berg')
    await bringIn(invited())
    expect(fatesOf((await bringIn(invited())).result.tables)).toEqual(['unchanged 1'])

    await people('Bob Lee', 'Eva Falk')
    expect(fatesOf((await bringIn(invited())).result.tables)).toEqual(['update 1'])
    expect(entry()).toEqual([{ place: 'Anna Berg', text: 'Bring the plans' }])
    expect(linked()).toEqual(['Bob Lee', 'Eva Falk'])
    expect(fatesOf((await bringIn(invited())).result.tables)).toEqual(['unchanged 1'])
  })

  test('are let go when the import is taken back', async () => {
    await people('Anna Berg', 'Bob Lee', 'Eva Falk')
    const { result } = await bringIn(invited())
    expect(linked()).toEqual(['Bob Lee', 'Eva Falk'])
    await call('imports.takeBack', { id: result.importId })
    expect([entry(), linked()]).toEqual([[], []])
  })

  test('nobody else is made of them', async () => {
    await bringIn(invited())
    expect(entry()).toEqual([
      {
        place: 'user',
        text: 'Bring the plans\n\nBerg Anna <anna@nordlicht.example>, bob@acme.example, Eva Falk <eva@kith.example>',
      },
    ])
    expect(rows('select id from contacts')).toEqual([])
  })
})

test('people of a column of attendees are found the same way', async () => {
  await people('Anna Berg', 'Bob Lee')
  const file = written(
    'log.csv',
    'Subject,Type,Date,Attendees\nKick-off,Meeting,2026-03-05,"Anna Berg <anna@nordlicht.example>; bob@acme.example; Someone"\n',
  )
  await bringIn(file)
  expect(entry()).toEqual([{ place: 'Anna Berg', text: 'Someone' }])
  expect(linked()).toEqual(['Bob Lee'])
  expect(fatesOf((await bringIn(file)).result.tables)).toEqual(['unchanged 1'])
})
