// Records that are there already, in forms that make others on the way: used instead of a second one.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'
import { createTestApp } from '../support/test-app.ts'

const open = async (route: string) => {
  const app = await createTestApp()
  onTestFinished(() => app.close())
  const company = await app.ask('companies.create', { name: 'Harbour Tools GmbH' })
  const contact = await app.ask('contacts.create', { name: 'Ada Holm', phone: '030 5550142' })
  const rendered = await renderApp({ app, route })
  return { ...rendered, app, company, contact, dialog: within(await screen.findByRole('dialog')) }
}
const companies = async (app: Awaited<ReturnType<typeof open>>['app']) =>
  (await app.ask('companies.list', { after: null, limit: 10 })).map(({ name }) => name)

test('a person typed with a new company who is there already is tied to it instead of made again', async () => {
  const { app, user, dialog, contact } = await open('/companies?new')
  await user.type(dialog.getByRole('textbox', { name: /^Name · required/u }), 'Nordic Foods')
  await user.click(dialog.getByRole('button', { name: 'Add a person' }))
  const people = within(dialog.getByRole('group', { name: 'Contacts' }))
  await user.type(people.getByRole('textbox', { name: /^Name/u }), 'Holm, Ada')
  await user.type(people.getByRole('textbox', { name: 'Role' }), 'Buyer')
  await user.click(await people.findByRole('button', { name: 'Use it: Ada Holm' }))
  expect(people.getByRole<HTMLInputElement>('textbox', { name: /^Name/u })).toMatchObject({ value: 'Ada Holm', disabled: true })
  await user.click(dialog.getByRole('button', { name: 'Create company' }))

  await waitFor(async () => expect(await companies(app)).toContain('Nordic Foods'))
  expect((await app.ask('contacts.list', { after: null, limit: 10 })).map(({ id }) => id)).toEqual([contact.id])
  const made = (await app.ask('companies.list', { after: null, limit: 10 })).find(({ name }) => name === 'Nordic Foods')
  expect((await app.ask('companies.get', { id: made?.id ?? '' })).people).toMatchObject([
    { contact: { id: contact.id }, link: { role: 'Buyer' } },
  ])
})

test('a company named with a new person that is there already is used instead', async () => {
  const { app, user, dialog } = await open('/contacts?new')
  await user.type(dialog.getByRole('textbox', { name: /^Name · required/u }), 'Bo Lind')
  await user.type(dialog.getByRole('combobox', { name: 'Company' }), 'Harbor Tools')
  await user.click(await screen.findByRole('option', { name: /Harbor Tools/u }))
  await user.click(await dialog.findByRole('button', { name: 'Use it: Harbour Tools GmbH' }))
  await user.click(dialog.getByRole('button', { name: 'Create contact' }))
  await waitFor(async () => expect(await app.ask('contacts.list', { after: null, limit: 10 })).toHaveLength(2))
  expect(await companies(app)).toEqual(['Harbour Tools GmbH'])
})

test('a company made on the way to a deal is asked about, used, or made all the same', async () => {
  const { app, user, dialog } = await open('/deals?new')
  const box = dialog.getByRole('combobox', { name: 'Company' })
  await user.type(box, 'Harbor Tools')
  await user.click(await screen.findByRole('option', { name: /Harbor Tools/u }))
  await user.click(await dialog.findByRole('button', { name: 'Use it: Harbour Tools GmbH' }))
  await waitFor(() =>
    expect(dialog.getByRole<HTMLInputElement>('combobox', { name: 'Company' }).value).toBe('Harbour Tools GmbH'),
  )
  expect(dialog.queryByText('This may be there already')).toBeNull()
  expect(await companies(app)).toEqual(['Harbour Tools GmbH'])

  await user.clear(box)
  await user.type(box, 'Harbor Tools')
  await user.click(await screen.findByRole('option', { name: /Harbor Tools/u }))
  await user.click(await dialog.findByRole('button', { name: 'Make “Harbor Tools” all the same' }))
  await waitFor(async () => expect(await companies(app)).toEqual(['Harbor Tools', 'Harbour Tools GmbH']))
})
