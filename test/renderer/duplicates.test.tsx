import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'
import { createTestApp } from '../support/test-app.ts'

const GROUPS = 23

const officeWithDoubles = async () => {
  const app = await createTestApp()
  for (let index = 0; index < GROUPS; index++) {
    const phone = `030 55501${String(index).padStart(2, '0')}`
    const name = `${'Alder Beacon Cobalt Delta Ember Falcon'.split(' ')[index % 6] ?? ''} ${String.fromCharCode(97 + index).repeat(6)}`
    await app.ask('companies.create', { name: `${name} GmbH`, phone, city: 'Berlin' })
    await app.ask('companies.create', { name, phone: phone.replace('030', '+49 30'), city: 'Berlin' })
  }
  return app
}

test('every group can be looked at, and a group goes when it is said to be two', async () => {
  const { user } = await renderApp({ app: await officeWithDoubles(), route: '/duplicates' })
  await user.click(await screen.findByRole('button', { name: 'Look for duplicates' }))
  await screen.findByText(new RegExp(`${String(GROUPS)} groups`, 'u'))
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Not a duplicate' })).toHaveLength(20))

  await user.click(screen.getByRole('button', { name: 'Show more' }))
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Not a duplicate' })).toHaveLength(GROUPS))
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()

  const group = screen.getByRole('region', { name: /Alder aaaaaa/u })
  await user.click(within(group).getByRole('button', { name: 'Not a duplicate' }))
  await waitFor(() => expect(screen.queryByRole('region', { name: /Alder aaaaaa/u })).toBeNull())
  await screen.findByText(new RegExp(`${String(GROUPS - 1)} groups`, 'u'))
})

test('the list of people leads to the search for doubles among people', async () => {
  const { user, router } = await renderApp({ route: '/contacts' })
  await user.click(await screen.findByRole('button', { name: 'More actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Look for duplicates' }))
  await screen.findByText('The records have not been compared on this computer yet.')
  expect(router.state.location.search).toBe('?kind=contact')
})

test('a person who is there already is named while the form is filled in', async () => {
  const { app, user } = await renderApp({ route: '/contacts?new' })
  await app.ask('contacts.create', { name: 'Anna Berg', phone: '030 5550142' })
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByRole('textbox', { name: /^Name/u }), 'Berg Anna')
  const warning = await dialog.findByText('This may be there already')
  expect(warning.parentElement?.textContent).toContain('Anna Berg')
})
