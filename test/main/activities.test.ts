// Activities on a real engine: timelines across records, tasks by day, and what may not be written.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RecordType } from '#shared/base/fields.ts'
import type { InputOf, OutputOf } from '#main/rpc/handlers.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const note = (recordType: RecordType, recordId: string, text: string, happenedAt?: string) =>
  app.ask('activities.log', { kind: 'note', recordType, recordId, text, happenedAt })

const timeline = async (recordType: RecordType, recordId: string) =>
  (await app.ask('timeline.of', { recordType, recordId, kinds: ['note', 'call', 'task'] })).entries.flatMap((entry) =>
    'activity' in entry ? [[entry.activity.title ?? entry.activity.text, entry.of?.name ?? null]] : [],
  )

const customer = async () => {
  const company = await app.ask('companies.create', { name: 'Acme' })
  const contact = await app.ask('contacts.create', { name: '王伟', companyId: company.id })
  const of = { companyId: company.id, contactId: contact.id }
  const deal = await app.ask('deals.create', { title: 'Fleet', ...of })
  const ticket = await app.ask('tickets.create', { subject: 'Leak', ...of })
  return { company, contact, deal, ticket }
}

describe('a timeline', () => {
  test('of a company holds what stands on its deals and tickets, newest first, and not what stands elsewhere', async () => {
    const { company, contact, deal, ticket } = await customer()
    await note('deal', deal.id, 'On the deal', '2026-01-02T08:00:00.000Z')
    await note('company', company.id, 'On the company', '2026-01-03T08:00:00.000Z')
    await note('ticket', ticket.id, 'On the ticket', '2026-01-01T08:00:00.000Z')
    await note('contact', contact.id, 'On the contact')

    expect(await timeline('company', company.id)).toEqual([
      ['On the company', null],
      ['On the deal', 'Fleet'],
      ['On the ticket', 'Leak'],
    ])
    expect(await timeline('contact', contact.id)).toEqual([
      ['On the contact', null],
      ['On the deal', 'Fleet'],
      ['On the ticket', 'Leak'],
    ])
    expect(await timeline('deal', deal.id)).toEqual([['On the deal', null]])
  })

  test('is read on behind the last entry, none twice, where many happened at one moment', async () => {
    const { company } = await customer()
    for (let number = 0; number < 60; number++) await note('company', company.id, `Note ${number}`, '2026-01-01T08:00:00.000Z')
    const seen: string[] = []
    for (let before: InputOf<'timeline.of'>['before'] = null; ;) {
      const { entries, next }: OutputOf<'timeline.of'> = await app.ask('timeline.of', {
        ...{ recordType: 'company', recordId: company.id, kinds: ['note'], before, limit: 7 },
      })
      seen.push(...entries.map(({ id }) => id))
      if (next === null) break
      before = next
    }
    expect(new Set(seen).size).toBe(60)
    expect(seen).toHaveLength(60)
  })

  test('leaves out what was archived, and brings it back', async () => {
    const { company, deal } = await customer()
    const entry = await note('company', company.id, 'Typo')
    await note('deal', deal.id, 'On the deal')
    await app.ask('activities.archive', { id: entry.id })
    await app.ask('deals.archive', { id: deal.id })
    expect(await timeline('company', company.id)).toEqual([])

    await app.ask('activities.restore', { id: entry.id })
    expect(await timeline('company', company.id)).toEqual([['Typo', null]])
  })
})

describe('tasks', () => {
  const task = (recordId: string, title: string, due: { dueOn?: string; dueTime?: string; ownerId?: string | null } = {}) =>
    app.ask('activities.log', { kind: 'task', recordType: 'company', recordId, title, ...due })

  test('stand by due day and time, undated ones last, done ones nowhere', async () => {
    const { company } = await customer()
    await task(company.id, 'Some day')
    await task(company.id, 'Tomorrow', { dueOn: '2026-03-03' })
    await task(company.id, 'Tomorrow at nine', { dueOn: '2026-03-03', dueTime: '09:00' })
    await task(company.id, 'Today', { dueOn: '2026-03-02' })
    const done = await task(company.id, 'Done', { dueOn: '2026-03-01' })
    await app.ask('activities.complete', { id: done.id, done: true })

    const titles = (await app.ask('activities.tasks', {})).tasks.map(({ title }) => title)
    expect(titles).toEqual(['Today', 'Tomorrow at nine', 'Tomorrow', 'Some day'])
    const { tasks: due } = await app.ask('activities.tasks', { until: '2026-03-02' })
    expect(due).toMatchObject([{ title: 'Today', record: { id: company.id, name: 'Acme' } }])
  })

  test('belong to who writes them down unless given to someone, or to nobody', async () => {
    const { company } = await customer()
    const me = await app.ask('users.me', {})
    expect((await task(company.id, 'Mine')).ownerId).toBe(me.id)
    expect((await task(company.id, 'Nobody’s', { ownerId: null })).ownerId).toBeNull()
    expect((await app.ask('activities.tasks', { ownerId: me.id })).tasks.map(({ title }) => title)).toEqual(['Mine'])
  })

  test('of a record that was archived or never made do not nag', async () => {
    const { company } = await customer()
    await task(company.id, 'Call')
    await app.ask('companies.archive', { id: company.id })
    expect((await app.ask('activities.tasks', {})).tasks).toEqual([])
  })

  test('are done once, at the first moment, and can be opened again', async () => {
    const { company } = await customer()
    const { id } = await task(company.id, 'Call')
    const done = await app.ask('activities.complete', { id, done: true })
    expect(await app.call('activities.complete', { id, done: true })).toMatchObject({ ok: true, operation: null })
    expect((await app.ask('activities.complete', { id, done: false })).doneAt).toBeNull()
    expect(done.doneAt).not.toBeNull()
  })
})

describe('what is refused', () => {
  test('an activity without a word', async () => {
    const { company } = await customer()
    const empty = { kind: 'note', recordType: 'company', recordId: company.id, text: '  ' }
    expect(await app.call('activities.log', empty)).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', issues: [{ field: 'text', code: 'title_or_text' }] },
    })
  })

  test('taking the last word from one', async () => {
    const { company } = await customer()
    const { id } = await note('company', company.id, 'Only this')
    expect(await app.call('activities.update', { id, text: null })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    expect((await app.ask('activities.update', { id, text: null, title: 'A title instead' })).title).toBe('A title instead')
  })

  test('an activity on a record that is not there, or archived', async () => {
    const { company } = await customer()
    const on = (recordType: RecordType, recordId: string) =>
      app.call('activities.log', { kind: 'note', recordType, recordId, text: 'A' })
    expect(await on('deal', company.id)).toMatchObject({ ok: false, error: { messageKey: 'activities.recordGone' } })
    await app.ask('companies.archive', { id: company.id })
    expect(await on('company', company.id)).toMatchObject({ ok: false, error: { messageKey: 'activities.recordArchived' } })
  })

  test('marking as done what is no task', async () => {
    const { company } = await customer()
    const { id } = await note('company', company.id, 'A note')
    expect(await app.call('activities.complete', { id, done: true })).toMatchObject({
      ok: false,
      error: { code: 'conflict', messageKey: 'activities.notATask' },
    })
  })

  test('a note from someone who may only look', async () => {
    const { company } = await customer()
    const guest = { ...app.owner, rights: ['activities.view'] }
    const entry = { kind: 'note', recordType: 'company', recordId: company.id, text: 'A' }
    expect(await app.call('activities.log', entry, guest)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })
})
