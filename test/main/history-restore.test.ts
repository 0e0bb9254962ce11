import { expect, test } from 'vitest'
import type { RestorableTable } from '#shared/history/history.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

/** Writes back what the newest change of a field replaced. */
const restore = async (app: TestApp, table: 'companies' | 'contacts' | 'deals' | 'tickets', id: string, field: string) => {
  const history = await app.ask('history.ofRecord', { table, id })
  const change = history.find(({ kind, changes }) => kind === 'changed' && changes.some((each) => each.field === field))
  const row = change?.row
  return app.call('history.restoreValue', {
    table: (row?.table ?? table) as RestorableTable,
    id: row?.id ?? id,
    operation: change?.operation,
    field,
  })
}

test('one old value is written back, the others stay, and Undo takes it', async () => {
  const app = await createTestApp()
  const { id } = await app.ask('companies.create', { name: 'Harbour Tools', city: 'Bergen', industry: 'Tools' })
  await app.ask('companies.update', { id, city: 'Oslo', industry: 'Rent' })
  await app.ask('companies.update', { id, employees: 12 })

  expect(await restore(app, 'companies', id, 'city')).toMatchObject({ ok: true })
  expect(await app.ask('companies.get', { id })).toMatchObject({ city: 'Bergen', industry: 'Rent', employees: 12 })
  await app.ask('history.undoLast', {})
  expect(await app.ask('companies.get', { id })).toMatchObject({ city: 'Oslo', industry: 'Rent', employees: 12 })
  app.close()
})

test('a value of an own field is written back', async () => {
  const app = await createTestApp()
  const { key } = await app.ask('customFields.create', { entity: 'contact', name: 'Hobby', type: 'text' })
  const { id } = await app.ask('contacts.create', { name: 'Ada Berg', custom: { [key]: 'Sailing' } })
  await app.ask('contacts.update', { id, custom: { [key]: 'Chess' } })
  await restore(app, 'contacts', id, key)
  expect((await app.ask('contacts.get', { id })).custom).toEqual({ [key]: 'Sailing' })
  app.close()
})

test('the history of a record tells of its further phones, and puts a removed one back', async () => {
  const app = await createTestApp()
  const { id } = await app.ask('contacts.create', { name: '张三', phone: '13800138000' })
  const point = await app.ask('contactPoints.add', { recordType: 'contact', recordId: id, kind: 'phone', value: '0571-88888888' })
  await app.ask('contactPoints.update', { id: point?.id ?? '', value: '0571-66666666' })
  await restore(app, 'contacts', id, 'value')
  expect((await app.ask('contacts.get', { id })).points).toMatchObject([{ value: '0571-88888888' }])

  await app.ask('contactPoints.remove', { id: point?.id ?? '' })
  await restore(app, 'contacts', id, 'archivedAt')
  expect((await app.ask('contacts.get', { id })).points).toMatchObject([{ kind: 'phone', value: '0571-88888888' }])
  app.close()
})

test('a role that was changed at a link is written back, and a link that was removed put back', async () => {
  const app = await createTestApp()
  const company = await app.ask('companies.create', { name: 'Harbour Tools' })
  const { id } = await app.ask('contacts.create', { name: 'Ada Berg', companyId: company.id, role: 'Buyer' })
  await app.ask('contacts.link', { contactId: id, companyId: company.id, role: 'Director', isPrimary: true })
  await restore(app, 'companies', company.id, 'role')
  const linked = [{ company: { name: 'Harbour Tools' }, link: { role: 'Buyer', isPrimary: true } }]
  expect((await app.ask('contacts.get', { id })).companies).toMatchObject(linked)

  await app.ask('contacts.unlink', { contactId: id, companyId: company.id })
  await restore(app, 'contacts', id, 'archivedAt')
  expect((await app.ask('contacts.get', { id })).companies).toMatchObject(linked)
  app.close()
})

test('the stage of a deal and the status of a ticket go back by their own rules', async () => {
  const app = await createTestApp()
  const deal = await app.ask('deals.create', { title: 'Fleet' })
  await app.ask('deals.win', { id: deal.id })
  await restore(app, 'deals', deal.id, 'stageId')
  expect(await app.ask('deals.get', { id: deal.id })).toMatchObject({ stageId: deal.stageId, status: 'open', closedOn: null })

  const ticket = await app.ask('tickets.create', { subject: 'Broken lamp' })
  const closed = (await app.ask('tickets.statuses', {})).find(({ clock }) => clock === 'stops')
  await app.ask('tickets.setStatus', { id: ticket.id, statusId: closed?.id ?? '' })
  await restore(app, 'tickets', ticket.id, 'statusId')
  expect((await app.ask('tickets.get', { id: ticket.id })).statusId).toBe(ticket.statusId)
  app.close()
})

test('what follows from other values is not written back alone', async () => {
  const app = await createTestApp()
  const deal = await app.ask('deals.create', { title: 'Fleet' })
  await app.ask('deals.win', { id: deal.id })
  expect(await restore(app, 'deals', deal.id, 'status')).toMatchObject({
    ok: false,
    error: { code: 'conflict', messageKey: 'history.notRestorable' },
  })
  app.close()
})

test('a relation that was removed is put back, seen from either person, and what was changed of it is written back', async () => {
  const app = await createTestApp()
  const { id: anna } = await app.ask('contacts.create', { name: 'Anna' })
  const { id: ben } = await app.ask('contacts.create', { name: 'Ben' })
  const relations = async (id: string) =>
    (await app.ask('contacts.get', { id })).relations.map(({ kind, note, contact }) => [kind, note, contact.name])
  const { id } = await app.ask('relations.add', { contactId: anna, otherId: ben, kind: 'manager', note: 'since May' })
  await app.ask('relations.update', { id, contactId: anna, note: 'since June' })
  await restore(app, 'contacts', anna, 'note')
  await app.ask('relations.remove', { id })

  expect(await restore(app, 'contacts', ben, 'archivedAt')).toMatchObject({ ok: true })
  expect(await relations(anna)).toEqual([['manager', 'since May', 'Ben']])
  expect(await relations(ben)).toEqual([['report', 'since May', 'Anna']])
  await app.ask('history.undoLast', {})
  expect(await relations(anna)).toEqual([])
  app.close()
})
