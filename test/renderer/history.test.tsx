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

test('the history of a record writes amounts, days and states as the card does', async () => {
  const { app, router } = await renderApp({ route: '/deals' })
  const { id } = await app.ask('deals.create', { title: 'Cranes', amountMinor: 150_000, currency: 'EUR' })
  await app.ask('deals.update', { id, amountMinor: 990_050, expectedCloseOn: '2026-12-24' })
  await app.ask('deals.lose', { id, lossReason: 'Too dear' })
  await app.ask('deals.archive', { id })

  await router.navigate(`/deals/${id}?tab=history`)

  expect(await screen.findByText('Amount: €1,500.00 → €9,900.50')).toBeTruthy()
  await screen.findByText('Expected close: empty → 24 Dec 2026')
  await screen.findByText('Status: Open → Lost')
  await screen.findByText('archived this record')
  expect(screen.queryByText(/Another field|Order:|\d{4}-\d\d-\d\dT/u)).toBe(null)
})

test('Ctrl+Z takes the last change back, Ctrl+Shift+Z makes it again', async () => {
  const { app, user } = await renderApp({ route: '/companies' })
  const { id } = await app.ask('companies.create', { name: 'Harbour Tools' })
  await app.ask('companies.update', { id, name: 'Harbor Tools' })
  await screen.findByRole('row', { name: /Harbor Tools/u })

  await user.keyboard('{Control>}z{/Control}')
  await screen.findByRole('row', { name: /Harbour Tools/u })
  await screen.findByText('Taken back: Changed a company')
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
