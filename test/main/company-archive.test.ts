import { expect, test } from 'vitest'
import { createTestApp } from '../support/test-app.ts'

const makeFamily = async () => {
  const app = await createTestApp()
  const company = await app.ask('companies.create', { name: 'Harbour Tools' })
  const other = await app.ask('companies.create', { name: 'Alder' })
  const daughter = await app.ask('companies.create', { name: 'Harbour Rent', parentId: company.id })
  const only = await app.ask('contacts.create', { name: 'Ada Berg', companyId: company.id })
  const both = await app.ask('contacts.create', { name: 'Noah Wolf', companyId: company.id })
  await app.ask('contacts.link', { contactId: both.id, companyId: other.id, role: null, isPrimary: false })
  const deal = await app.ask('deals.create', { title: 'Fleet', companyId: company.id })
  const ticket = await app.ask('tickets.create', { subject: 'Broken lamp', companyId: company.id })
  const states = async () => ({
    company: (await app.ask('companies.get', { id: company.id })).archivedAt !== null,
    daughter: (await app.ask('companies.get', { id: daughter.id })).archivedAt !== null,
    only: (await app.ask('contacts.get', { id: only.id })).archivedAt !== null,
    both: (await app.ask('contacts.get', { id: both.id })).archivedAt !== null,
    deal: (await app.ask('deals.get', { id: deal.id })).archivedAt !== null,
    ticket: (await app.ask('tickets.get', { id: ticket.id })).archivedAt !== null,
  })
  return { app, id: company.id, states }
}

const nothing = { company: false, daughter: false, only: false, both: false, deal: false, ticket: false }

test('what stands on a company is counted, without the people who also belong elsewhere', async () => {
  const { app, id } = await makeFamily()
  expect(await app.ask('companies.dependents', { id })).toEqual({ contacts: 1, deals: 1, tickets: 1, children: 1 })
  app.close()
})

test('archiving a company alone leaves all that stands on it in use', async () => {
  const { app, id, states } = await makeFamily()
  await app.ask('companies.archive', { id })
  expect(await states()).toEqual({ ...nothing, company: true })
  app.close()
})

test('archiving a company with what stands on it takes all of it, and one undo brings all back', async () => {
  const { app, id, states } = await makeFamily()
  await app.ask('companies.archive', { id, withDependents: true })
  expect(await states()).toEqual({ ...nothing, company: true, only: true, deal: true, ticket: true })
  await app.ask('history.undoLast', {})
  expect(await states()).toEqual(nothing)
  app.close()
})
