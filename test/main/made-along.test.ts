import { expect, test } from 'vitest'
import { createTestApp } from '../support/test-app.ts'

test('a company is made with its people, their roles and its further phones in one step, which one undo takes back', async () => {
  const app = await createTestApp()
  const { id } = await app.ask('companies.create', {
    name: '华腾科技',
    phone: '0571-88888888',
    points: [{ kind: 'phone', value: '13800138000', type: 'mobile' }],
    people: [
      { name: '张三', role: '采购经理', phone: '13900139000' },
      { name: 'Ada Berg', role: 'Director' },
    ],
  })
  const company = await app.ask('companies.get', { id })
  expect(company.points).toMatchObject([{ kind: 'phone', value: '13800138000', type: 'mobile' }])
  expect(company.people.map(({ contact, link }) => [contact.name, link.role, link.isPrimary])).toEqual([
    ['Ada Berg', 'Director', true],
    ['张三', '采购经理', true],
  ])
  await app.ask('history.undoLast', {})
  expect(await app.call('companies.get', { id })).toMatchObject({ ok: false, error: { messageKey: 'customers.companyGone' } })
  expect(await app.ask('contacts.list', { after: null, limit: 10 })).toEqual([])
  app.close()
})

test('a person is made together with a company that was not there yet', async () => {
  const app = await createTestApp()
  const { id } = await app.ask('contacts.create', { name: 'Ada Berg', role: 'Director', companyName: 'Harbour Tools' })
  expect((await app.ask('contacts.get', { id })).companies).toMatchObject([
    { company: { name: 'Harbour Tools' }, link: { role: 'Director', isPrimary: true } },
  ])
  app.close()
})

test('what is wrong with one of the people is said at that person, and nothing is made', async () => {
  const app = await createTestApp()
  const reply = await app.call('companies.create', { name: 'Harbour Tools', people: [{ name: 'Ada', email: 'a@' }] })
  expect(reply).toMatchObject({ ok: false, error: { issues: [{ field: 'people.0.email', code: 'email' }] } })
  expect(await app.ask('companies.list', { after: null, limit: 10 })).toEqual([])
  app.close()
})
