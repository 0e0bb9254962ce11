import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'

test('the history of a record shows the old value and the new', async () => {
  const { app, router } = await renderApp({ route: '/companies' })
  const { id } = await app.ask('companies.create', { name: 'Harbour Tools', city: 'Bergen' })
  await app.ask('companies.update', { id, city: 'Oslo' })

  await router.navigate(`/companies/${id}?tab=history`)

  expect(await screen.findByText('City: Bergen → Oslo')).toBeTruthy()
  expect(await screen.findByText('created this record')).toBeTruthy()
})

test('Ctrl+Z takes the last change back, Ctrl+Shift+Z makes it again', async () => {
  const { app, user } = await renderApp({ route: '/companies' })
  const { id } = await app.ask('companies.create', { name: 'Harbour Tools' })
  await app.ask('companies.update', { id, name: 'Harbor Tools' })
  await screen.findByRole('row', { name: /Harbor Tools/u })

  await user.keyboard('{Control>}z{/Control}')
  await screen.findByRole('row', { name: /Harbour Tools/u })
  await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')

  expect(await screen.findByRole('row', { name: /Harbor Tools/u })).toBeTruthy()
})

test('taking back what later changes stand on is refused, and they are named', async () => {
  const { app, user } = await renderApp({ route: '/history' })
  const { id } = await app.ask('companies.create', { name: 'Harbour Tools' })
  await app.ask('companies.update', { id, city: 'Oslo' })

  await user.click(await screen.findByRole('button', { name: 'Take back: Created a company Harbour Tools' }))

  const dialog = within(await screen.findByRole('dialog', { name: 'This cannot be taken back any more' }))
  await dialog.findByText(/Harbour Tools/u)
  expect(await app.ask('companies.get', { id })).toMatchObject({ city: 'Oslo', archivedAt: null })
})

test('an operation of the history is taken back and made again', async () => {
  const { app, user } = await renderApp({ route: '/history' })
  const companies = () => app.ask('companies.list', { after: null, limit: 10 })
  await app.ask('companies.create', { name: 'Harbour Tools' })

  await user.click(await screen.findByRole('button', { name: 'Take back: Created a company Harbour Tools' }))
  await waitFor(async () => expect(await companies()).toEqual([]))
  await user.click(await screen.findByRole('button', { name: /^Take back: Took a change back/u }))

  await waitFor(async () => expect(await companies()).toMatchObject([{ name: 'Harbour Tools' }]))
})
