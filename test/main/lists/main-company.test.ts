// The company and the role of a person, changed in the list of contacts.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ListChanges } from '#shared/lists/list-change.ts'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
let alder: string
let birch: string
let anna: string
beforeEach(async () => {
  app = await createTestApp()
  alder = (await app.ask('companies.create', { name: 'Alder' })).id
  birch = (await app.ask('companies.create', { name: 'Birch' })).id
  anna = (await app.ask('contacts.create', { name: 'Anna', companyId: alder, role: 'Buyer' })).id
})
afterEach(() => app.close())

const set = (changes: ListChanges, ids = [anna]) => app.call('lists.change', { entity: 'contacts', selection: { ids }, changes })
const shown = async () =>
  (await app.ask('lists.page', { entity: 'contacts', columns: ['companyId', 'role'] })).rows.map(({ title, cells }) => {
    const company = cells['companyId']
    return [title, company !== null && typeof company === 'object' && 'name' in company ? company.name : null, cells['role']]
  })
const links = async () =>
  (await app.ask('contacts.get', { id: anna })).companies.map(({ company, link }) => [company.name, link.role, link.isPrimary])

test('another company takes the place of the one before, with the role that goes with it, as one act', async () => {
  await set({ companyId: birch, role: 'CEO' })
  expect(await shown()).toEqual([['Anna', 'Birch', 'CEO']])
  expect(await links()).toEqual([['Birch', 'CEO', true]])
  await app.ask('history.undoLast', {})
  expect(await links()).toEqual([['Alder', 'Buyer', true]])
})

test('a company that the person works for already becomes the main one and keeps its role', async () => {
  await app.ask('contacts.link', { contactId: anna, companyId: birch, role: 'Adviser', isPrimary: false })
  await set({ companyId: birch })
  expect(await shown()).toEqual([['Anna', 'Birch', 'Adviser']])
})

test('a role is changed alone; an emptied company takes it along', async () => {
  await set({ role: 'Head of buying' })
  expect(await shown()).toEqual([['Anna', 'Alder', 'Head of buying']])
  await set({ companyId: null })
  expect(await links()).toEqual([])
})

test('a role without a company is refused for that person alone', async () => {
  const ben = (await app.ask('contacts.create', { name: 'Ben' })).id
  expect(await set({ role: 'Boss' }, [ben, anna])).toMatchObject({
    ok: true,
    data: { changed: 1, refused: 1, refusals: [{ title: 'Ben', error: { issues: [{ code: 'role_without_company' }] } }] },
  })
  expect(await shown()).toEqual([
    ['Anna', 'Alder', 'Boss'],
    ['Ben', null, null],
  ])
})
