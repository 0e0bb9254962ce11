// Questions about what stands around a record: its last contact, its next task, its company, whether it is a favourite or in the pool.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FilterGroupInput } from '#shared/lists/filter.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

type Condition = FilterGroupInput['items'][number]
const found = async (entity: ListEntity, ...items: Condition[]): Promise<string[]> =>
  (await app.ask('lists.page', { entity, columns: [], filter: { items } })).rows.map(({ title }) => title)

const company = async (name: string) => (await app.ask('companies.create', { name })).id
const call = (recordId: string, happenedAt: string) =>
  app.ask('activities.log', { kind: 'call', recordType: 'company', recordId, text: 'Spoke', happenedAt })

test('the last contact was long ago, or never', async () => {
  const [long, recent] = [await company('Long ago'), await company('Recent')]
  await company('Never')
  await call(long, '2025-10-01T09:00:00.000Z')
  await call(recent, '2025-10-01T09:00:00.000Z')
  await call(recent, '2026-02-27T09:00:00.000Z')
  const longAgo = { field: 'lastActivityAt', operator: 'moreThanDaysAgo', value: 90 } as const
  const never = { field: 'lastActivityAt', operator: 'empty' } as const
  expect(await found('companies', longAgo)).toEqual(['Long ago'])
  expect(await found('companies', { join: 'or', items: [longAgo, never] })).toEqual(['Long ago', 'Never'])
  expect(await found('companies', { field: 'lastActivityAt', operator: 'lastDays', value: 7 })).toEqual(['Recent'])
})

test('a planned call is no contact until it took place, but a task is what comes next', async () => {
  const id = await company('Planned')
  await app.ask('activities.log', { kind: 'task', recordType: 'company', recordId: id, title: 'Offer', dueOn: '2026-03-01' })
  await app.ask('activities.log', { kind: 'call', recordType: 'company', recordId: id, title: 'Call', dueOn: '2026-03-09' })
  expect(await found('companies', { field: 'lastActivityAt', operator: 'empty' })).toEqual(['Planned'])
  expect(await found('companies', { field: 'nextTaskOn', operator: 'before', value: 'today' })).toEqual(['Planned'])
})

test('open deals and tickets are counted, closed ones are not', async () => {
  const [busy, idle] = [await company('Busy'), await company('Idle')]
  await app.ask('deals.create', { title: 'Open', companyId: busy })
  await app.ask('deals.win', { id: (await app.ask('deals.create', { title: 'Won', companyId: idle })).id })
  await app.ask('tickets.create', { subject: 'Broken', companyId: busy })
  expect(await found('companies', { field: 'openDeals', operator: 'greater', value: 0 })).toEqual(['Busy'])
  expect(await found('companies', { field: 'openTickets', operator: 'equal', value: 0 })).toEqual(['Idle'])
})

test('a favourite is one’s own, and the pool holds what nobody looks after', async () => {
  const [star, pooled] = [await company('Star'), await company('Pooled')]
  await app.ask('favourites.add', { recordType: 'company', recordId: star })
  await app.ask('pool.configure', { isOn: true, idleDays: 30, cap: null })
  await app.ask('pool.release', { recordType: 'company', recordId: pooled })
  expect(await found('companies', { field: 'isFavourite', operator: 'yes' })).toEqual(['Star'])
  expect(await found('companies', { field: 'isPooled', operator: 'yes' })).toEqual(['Pooled'])
  expect(await found('companies', { field: 'isPooled', operator: 'no' })).toEqual(['Star'])
})

test('people of a company are those whose main company it is', async () => {
  const [first, second] = [await company('First'), await company('Second')]
  const both = await app.ask('contacts.create', { name: 'Both', companyId: first })
  await app.ask('contacts.link', { contactId: both.id, companyId: second, role: null, isPrimary: false })
  await app.ask('contacts.create', { name: 'Other', companyId: second })
  expect(await found('contacts', { field: 'companyId', operator: 'anyOf', value: [first] })).toEqual(['Both'])
  expect(await found('contacts', { field: 'companyId', operator: 'anyOf', value: [second] })).toEqual(['Other'])
  expect(await found('contacts', { field: 'companyId', operator: 'noneOf', value: [first] })).toEqual(['Other'])
})

test('birthdays are found by day and month, over the new year, too', async () => {
  for (const [name, birthday] of [
    ['Early March', '1990-03-04'],
    ['No year', '--03-08'],
    ['Spring', '1985-04-01'],
    ['New year', '1970-01-01'],
    ['Late', '1970-12-30'],
  ] as const) {
    await app.ask('contacts.create', { name, birthday })
  }
  const within = (value: string) => ({ field: 'birthday', operator: 'within', value }) as const
  expect(await found('contacts', within('thisMonth'))).toEqual(['Early March', 'No year'])
  expect(await found('contacts', { field: 'birthday', operator: 'nextDays', value: 5 })).toEqual(['Early March'])
  app.pass(303 * 86_400_000)
  expect(await found('contacts', { field: 'birthday', operator: 'nextDays', value: 7 })).toEqual(['Late', 'New year'])
})

test('what was typed narrows a filtered list', async () => {
  await company('华腾科技')
  await company('华腾贸易')
  const filter = { items: [{ field: 'name', operator: 'ends', value: '贸易' } as const] }
  expect(await app.ask('lists.count', { entity: 'companies', text: 'huateng' })).toEqual({ count: 2 })
  expect(await app.ask('lists.count', { entity: 'companies', text: 'huateng', filter })).toEqual({ count: 1 })
})
