// The page on which records are made into one, on a whole app.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'
import { createTestApp } from '../support/test-app.ts'

const twoCompanies = async () => {
  const app = await createTestApp()
  const { id: first } = await app.ask('companies.create', { name: 'Harbour Tools', city: 'Oslo', employees: 20 })
  const { id: second } = await app.ask('companies.create', { name: 'Harbor Tools Ltd', employees: 30, industry: 'Tools' })
  await app.ask('activities.log', { recordType: 'company', recordId: second, kind: 'note', text: 'They asked for an offer' })
  return { app, first, second }
}

test('values are chosen by the arrows, the winner by the star, and the page says what goes into the note', async () => {
  const { app, first, second } = await twoCompanies()
  const { user, router } = await renderApp({ app, route: `/merge/company?ids=${first},${second}` })
  expect((await screen.findByRole('radio', { name: 'Harbor Tools Ltd' })).getAttribute('aria-checked')).toBe('true')

  await user.click(screen.getByRole('radio', { name: 'Harbour Tools' }))
  await screen.findByRole('button', { name: 'Merge 2 into “Harbour Tools”' })
  expect(router.state.location.search).toContain(`winner=${first}`)
  const employees = screen.getByRole('radiogroup', { name: 'Employees' })
  expect(within(employees).getByRole('radio', { name: '20 (Harbour Tools)' }).getAttribute('aria-checked')).toBe('true')
  within(employees).getByRole('radio', { name: '20 (Harbour Tools)' }).focus()
  await user.keyboard('{ArrowRight}')
  expect(within(employees).getByRole('radio', { name: '30 (Harbor Tools Ltd)' }).getAttribute('aria-checked')).toBe('true')
  expect(screen.getByRole('region', { name: 'Harbour Tools' }).textContent).toContain('Employees: 20')
  expect(screen.getByRole('region', { name: 'What goes over' }).textContent).toContain('1 entry of the timeline')

  await user.click(screen.getByRole('button', { name: 'Merge 2 into “Harbour Tools”' }))
  await screen.findByText('Merged 2 records into “Harbour Tools”')
  expect(await app.ask('companies.get', { id: first })).toMatchObject({ employees: 30, industry: 'Tools', city: 'Oslo' })
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(async () => expect((await app.ask('companies.get', { id: second })).archivedAt).toBeNull())
  app.close()
})

test('fields that are alike are folded, and shown when asked for', async () => {
  const app = await createTestApp()
  const ids = [
    (await app.ask('companies.create', { name: 'A', city: 'Oslo' })).id,
    (await app.ask('companies.create', { name: 'B', city: 'Oslo' })).id,
  ]
  const { user } = await renderApp({ app, route: `/merge/company?ids=${ids.join(',')}` })
  const fold = await screen.findByRole('button', { name: '1 field is the same in all' })
  expect(screen.queryByRole('radiogroup', { name: 'Address' })).toBeNull()
  await user.click(fold)
  expect(screen.getByRole('radiogroup', { name: 'Address' })).toBeTruthy()
  app.close()
})

test('a value that breaks a rule of the office is named beside the button', async () => {
  const { app, first, second } = await twoCompanies()
  const range = { kind: 'range', field: 'employees', min: null, max: 25, message: null } as const
  await app.ask('fieldRules.create', { entity: 'company', name: 'Small ones', config: range })
  const { user } = await renderApp({ app, route: `/merge/company?ids=${first},${second}&winner=${first}` })
  await user.click(await screen.findByRole('radio', { name: '30 (Harbor Tools Ltd)' }))
  await user.click(screen.getByRole('button', { name: 'Merge 2 into “Harbour Tools”' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Employees:')
  expect((await app.ask('companies.get', { id: second })).archivedAt).toBeNull()
  app.close()
})

test('the address of a merged record leads to the one that stays, which says so', async () => {
  const { app, first, second } = await twoCompanies()
  await app.ask('merges.run', { recordType: 'company', winnerId: first, loserIds: [second] })
  const { router } = await renderApp({ app, route: `/companies/${second}` })
  await screen.findByText('“Harbor Tools Ltd” was merged into “Harbour Tools”, which is shown here')
  expect(router.state.location.pathname).toBe(`/companies/${first}`)
  expect(await screen.findByRole('heading', { level: 2, name: 'Harbour Tools' })).toBeTruthy()
  app.close()
})

test('the history of the one that stays holds the histories of the others', async () => {
  const { app, first, second } = await twoCompanies()
  await app.ask('companies.update', { id: second, city: 'Bergen' })
  await app.ask('merges.run', { recordType: 'company', winnerId: first, loserIds: [second] })
  const { user } = await renderApp({ app, route: `/companies/${first}?tab=history` })
  await user.click(await screen.findByRole('button', { name: /^History of “Harbor Tools Ltd”/u }))
  expect(await screen.findByText('City: empty → Bergen')).toBeTruthy()
  expect(screen.getByText('Merged into: empty → Harbour Tools')).toBeTruthy()
  app.close()
})

test('one record alone, or none, is told what to do', async () => {
  await renderApp({ route: '/merge/contact?ids=01900000-0000-7000-8000-000000000001' })
  expect(await screen.findByText(/Select two to ten of them in a list/u)).toBeTruthy()
})
