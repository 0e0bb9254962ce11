import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'
import { createTestApp } from '../support/test-app.ts'

const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }))

test('a company and two people with their roles are made without leaving the form', async () => {
  const { app, user } = await renderApp({ route: '/companies?new' })
  const form = await dialog('New company')
  await user.type(form.getByRole('textbox', { name: /^Name/u }), 'Harbour Tools')
  const people = within(form.getByRole('group', { name: 'Contacts' }))
  for (const [index, [name, role]] of [
    ['Ada Berg', 'Buyer'],
    ['Noah Wolf', 'Director'],
  ].entries()) {
    await user.click(people.getByRole('button', { name: 'Add a person' }))
    await user.type(people.getAllByRole('textbox', { name: 'Name' })[index] as HTMLElement, name ?? '')
    await user.type(people.getAllByRole('textbox', { name: 'Role' })[index] as HTMLElement, role ?? '')
  }
  await user.keyboard('{Control>}s{/Control}')

  await screen.findByRole('heading', { name: 'Harbour Tools', level: 2 })
  const [company] = await app.ask('companies.list', { after: null, limit: 1 })
  const made = await app.ask('companies.contacts', { id: company?.id ?? '' })
  expect(made.map(({ contact, link }) => `${contact.name}, ${link.role}`)).toEqual(['Ada Berg, Buyer', 'Noah Wolf, Director'])
})

test('what is wrong with one of the people is said beside that field', async () => {
  const { app, user } = await renderApp({ route: '/companies?new' })
  const form = await dialog('New company')
  await user.type(form.getByRole('textbox', { name: /^Name/u }), 'Harbour Tools')
  await user.click(form.getByRole('button', { name: 'Add a person' }))
  const people = within(form.getByRole('group', { name: 'Contacts' }))
  await user.type(people.getByRole('textbox', { name: 'Name' }), 'Ada')
  await user.type(people.getByRole('textbox', { name: 'E-mail' }), 'a@')
  await user.click(form.getByRole('button', { name: 'Create company' }))

  await people.findByText('An e-mail address looks like name@company.com.')
  expect(await app.ask('companies.list', { after: null, limit: 1 })).toEqual([])
})

test('a pasted line proposes fields, and nothing is stored before the form is saved', async () => {
  const app = await createTestApp({ language: 'zh-CN' })
  const { user } = await renderApp({ app, route: '/contacts?new' })
  const form = await dialog('New contact')
  await user.click(form.getByRole('button', { name: 'Fill from copied text' }))
  await user.click(form.getByRole('textbox', { name: /^A signature/u }))
  await user.paste('张三 13800138000 上海市浦东新区世纪大道100号')
  expect(await form.findByText('Phone: 13800138000')).toBeTruthy()

  await user.click(form.getByRole('button', { name: 'Fill in' }))
  await waitFor(() => expect(form.getByRole<HTMLInputElement>('textbox', { name: /^Name/u }).value).toBe('张三'))
  expect(form.getByRole<HTMLInputElement>('textbox', { name: 'Address' }).value).toBe('上海市浦东新区世纪大道100号')
  expect(await app.ask('contacts.list', { after: null, limit: 1 })).toEqual([])

  await user.click(form.getByRole('button', { name: 'Create contact' }))
  await screen.findByRole('heading', { name: '张三', level: 2 })
  expect(await app.ask('contacts.list', { after: null, limit: 1 })).toMatchObject([{ name: '张三', phone: '13800138000' }])
})

test('what was typed already stays when a text is filled in', async () => {
  const { user } = await renderApp({ route: '/contacts?new' })
  const form = await dialog('New contact')
  await user.type(form.getByRole('textbox', { name: 'Phone' }), '030 123456')
  await user.click(form.getByRole('button', { name: 'Fill from copied text' }))
  await user.click(form.getByRole('textbox', { name: /^A signature/u }))
  await user.paste('Ada Berg\nada@harbour.example\n+49 151 23456789')
  await user.click(await form.findByRole('button', { name: 'Fill in' }))

  await waitFor(() => expect(form.getByRole<HTMLInputElement>('textbox', { name: /^Name/u }).value).toBe('Ada Berg'))
  expect(form.getByRole<HTMLInputElement>('textbox', { name: 'Phone' }).value).toBe('030 123456')
})
