import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'

const row = (name: string | RegExp) => screen.findByRole('row', { name })

test('a company created elsewhere appears in the list without a reload', async () => {
  const { app } = await renderApp({ route: '/companies' })
  await screen.findByText(/Companies you deal with stand here/u)

  await app.ask('companies.create', { name: 'Harbour Tools' })

  expect(await row(/Harbour Tools/u)).toBeTruthy()
  expect(await screen.findByText('1 row')).toBeTruthy()
})

test('a search that finds nothing says so and can be cleared', async () => {
  const { app, user } = await renderApp({ route: '/companies' })
  await app.ask('companies.create', { name: 'Harbour Tools' })
  await row(/Harbour Tools/u)

  await user.type(screen.getByRole('searchbox', { name: 'Search companies' }), 'zzz')
  await screen.findByText('No record fits “zzz”.')
  await user.click(await screen.findByRole('button', { name: 'Clear the search “zzz” (1 row)' }))

  expect(await row(/Harbour Tools/u)).toBeTruthy()
})

test('an archived company leaves the list, is found among the archived, and comes back by Undo', async () => {
  const { app, user, router } = await renderApp({ route: '/companies' })
  const { id } = await app.ask('companies.create', { name: 'Harbour Tools' })
  await router.navigate(`/companies/${id}`)

  await user.click(await screen.findByRole('button', { name: 'More actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Archive' }))
  const question = within(await screen.findByRole('dialog', { name: 'Archive Harbour Tools?' }))
  await user.click(await question.findByRole('button', { name: 'Archive' }))
  await screen.findByText(/This record is archived/u)
  await router.navigate('/companies?state=archived')
  await row(/Harbour Tools/u)
  await user.click(screen.getByRole('button', { name: 'Undo' }))

  expect(await screen.findByText('Nothing is archived.')).toBeTruthy()
})

test('the list is walked and opened by keyboard', async () => {
  const { app, user, router } = await renderApp({ route: '/companies' })
  await app.ask('companies.create', { name: 'Alder' })
  const second = await app.ask('companies.create', { name: 'Birch' })
  await row(/Birch/u)

  screen.getByRole('grid').focus()
  await user.keyboard('j{Enter}')

  await waitFor(() => expect(router.state.location.pathname).toBe(`/companies/${second.id}`))
})

test('a property is edited in place: saved by Enter, left alone by Escape', async () => {
  const { app, user } = await renderApp({ route: '/companies' })
  const { id } = await app.ask('companies.create', { name: 'Harbour Tools', city: 'Bergen' })
  await user.click(await screen.findByRole('link', { name: 'Harbour Tools' }))

  await user.click(await screen.findByRole('button', { name: 'City: Bergen. Edit' }))
  await user.keyboard('Oslo{Enter}')
  await screen.findByRole('button', { name: 'City: Oslo. Edit' })
  await screen.findByText('Changed City of Harbour Tools')

  await user.click(screen.getByRole('button', { name: 'City: Oslo. Edit' }))
  await user.keyboard('Turku{Escape}')
  await screen.findByRole('button', { name: 'City: Oslo. Edit' })
  expect(await app.ask('companies.get', { id })).toMatchObject({ city: 'Oslo' })
})

test('a property that cannot be taken says so beside the field and keeps what was typed', async () => {
  const { app, user } = await renderApp({ route: '/companies' })
  const { id } = await app.ask('companies.create', { name: 'Harbour Tools' })
  await user.click(await screen.findByRole('link', { name: 'Harbour Tools' }))

  await user.click(await screen.findByRole('button', { name: 'Founded: empty. Edit' }))
  await user.keyboard('12345{Enter}')

  expect((await screen.findByRole('alert')).textContent).toBe('At most 9,999.')
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Founded' }).value).toBe('12345')
  expect(await app.ask('companies.get', { id })).toMatchObject({ foundedYear: null })
})

test.each([
  ['Employees: 25. Edit', '99999999999999999999', 'At most'],
  ['Employees: 25. Edit', '-', 'Write a number.'],
  ['E-mail: empty. Edit', 'office.harbour.example', 'An e-mail address looks like name@company.com.'],
  ['Website: empty. Edit', 'javascript:alert(1)', 'Only addresses of web pages can stand here'],
])('at “%s”, “%s” is refused and erases nothing', async (property, typed, complaint) => {
  const { app, user } = await renderApp({ route: '/companies' })
  const { id } = await app.ask('companies.create', { name: 'Harbour Tools', employees: 25 })
  await user.click(await screen.findByRole('link', { name: 'Harbour Tools' }))

  await user.click(await screen.findByRole('button', { name: property }))
  await user.keyboard(`${typed}{Enter}`)

  expect((await screen.findByRole('alert')).textContent).toContain(complaint)
  expect(await app.ask('companies.get', { id })).toMatchObject({ employees: 25, email: null, website: null })
})

test('Tab saves a property and opens the next one', async () => {
  const { app, user } = await renderApp({ route: '/companies' })
  const { id } = await app.ask('companies.create', { name: 'Harbour Tools' })
  await user.click(await screen.findByRole('link', { name: 'Harbour Tools' }))

  await user.click(await screen.findByRole('button', { name: 'Phone: empty. Edit' }))
  await user.keyboard('+47 55 55 55{Tab}office@harbour.example{Enter}')

  await waitFor(async () =>
    expect(await app.ask('companies.get', { id })).toMatchObject({ phone: '+47 55 55 55', email: 'office@harbour.example' }),
  )
})

test('a company needs a name, and is opened once it has one', async () => {
  const { app, user, router } = await renderApp({ route: '/companies?new' })
  const form = within(await screen.findByRole('dialog', { name: 'New company' }))

  await user.click(form.getByRole('button', { name: 'Create company' }))
  await form.findByText('Please fill this in.')
  const name = form.getByRole('textbox', { name: /^Name/u })
  expect(document.activeElement).toBe(name)
  await user.type(name, 'Harbour Tools')
  await user.keyboard('{Control>}{Enter}{/Control}')

  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/companies\/.+/u))
  expect(await app.ask('companies.list', { after: null, limit: 10 })).toMatchObject([{ name: 'Harbour Tools', phone: null }])
})

test('a contact is created with a company and a role, and stands on the company’s card', async () => {
  const { app, user, router } = await renderApp({ route: '/contacts?new' })
  const company = await app.ask('companies.create', { name: 'Harbour Tools' })
  const form = within(await screen.findByRole('dialog', { name: 'New contact' }))

  await user.type(form.getByRole('textbox', { name: /^Name/u }), 'Ada Berg')
  await user.type(form.getByRole('combobox', { name: 'Company' }), 'harb')
  await user.click(await screen.findByRole('option', { name: 'Harbour Tools' }))
  await user.type(form.getByRole('textbox', { name: 'Role' }), 'Buyer')
  await user.click(form.getByRole('button', { name: 'Create contact' }))
  await screen.findByRole('heading', { name: 'Ada Berg', level: 2 })

  await router.navigate(`/companies/${company.id}?tab=contacts`)
  const contacts = within(await screen.findByRole('region', { name: 'Contacts' }))
  await contacts.findByRole('link', { name: 'Ada Berg' })
  expect(contacts.getByText('Buyer')).toBeTruthy()
  expect(contacts.getByText('Main company')).toBeTruthy()
})

test('a record that is gone says so instead of its card', async () => {
  await renderApp({ route: '/companies/01900000-0000-7000-8000-0000000000ff' })

  expect((await screen.findByRole('alert')).textContent).toContain('This company is no longer there.')
})

test('a customer in the public pool says how many one has already, and is claimed', async () => {
  const { app, router, user } = await renderApp({ route: '/companies' })
  await app.ask('pool.configure', { isOn: true, idleDays: 30, cap: 5 })
  await app.ask('companies.create', { name: 'Mine', ownerId: app.owner.userId })
  const { id } = await app.ask('companies.create', { name: 'Harbour Tools' })
  await app.ask('pool.release', { recordType: 'company', recordId: id })
  await router.navigate(`/companies/${id}`)

  await screen.findByText('You look after 1 of at most 5 companies.')
  await user.click(screen.getByRole('button', { name: 'Claim' }))
  await screen.findByText('You now look after Harbour Tools')
  expect(await app.ask('companies.get', { id })).toMatchObject({ ownerId: app.owner.userId, pooledAt: null })
})

test('a company that is there twice says so, leads to where both are compared, and to nothing once they are known to be two', async () => {
  const { app, user, router } = await renderApp({ route: '/companies' })
  const { id } = await app.ask('companies.create', { name: 'Harbour Tools', phone: '030 123456' })
  const other = await app.ask('companies.create', { name: 'Harbour Tools Ltd', phone: '030 123456' })
  await router.navigate(`/companies/${id}`)

  const strip = within((await screen.findByText('Perhaps there twice')).closest<HTMLElement>('[role="status"]') ?? document.body)
  expect(strip.getByRole('link', { name: 'Harbour Tools Ltd' }).getAttribute('href')).toContain(other.id)
  expect(strip.getByRole('link', { name: 'Compare and merge…' }).getAttribute('href')).toContain(
    `/merge/company?ids=${id},${other.id}`,
  )
  await user.click(strip.getByRole('button', { name: 'Not a duplicate' }))

  await waitFor(() => expect(screen.queryByText('Perhaps there twice')).toBeNull())
})
