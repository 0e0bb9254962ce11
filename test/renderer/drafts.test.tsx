import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'
import { createTestApp } from '../support/test-app.ts'

const newCompany = async () => within(await screen.findByRole('dialog', { name: 'New company' }))

test('a form that was open when the power went returns with its words, and can be begun anew', async () => {
  const app = await createTestApp()
  const before = await renderApp({ app, route: '/companies?new' })
  await before.user.type((await newCompany()).getByRole('textbox', { name: /^Name/u }), 'Harbour Tools')
  await waitFor(async () =>
    expect(await app.ask('drafts.of', { key: 'companies.create' })).toMatchObject({ value: expect.stringContaining('Harbour') }),
  )
  before.unmount()

  const { user } = await renderApp({ app, route: '/companies?new' })
  const form = await newCompany()
  expect((await form.findByRole('status')).textContent).toContain('restored')
  expect(form.getByRole<HTMLInputElement>('textbox', { name: /^Name/u }).value).toBe('Harbour Tools')

  await user.click(form.getByRole('button', { name: 'Discard the draft' }))
  expect(form.getByRole<HTMLInputElement>('textbox', { name: /^Name/u }).value).toBe('')
  await waitFor(async () => expect(await app.ask('drafts.of', { key: 'companies.create' })).toBeNull())
})

test('what is saved leaves no draft behind', async () => {
  const { app, user } = await renderApp({ route: '/companies?new' })
  await user.type((await newCompany()).getByRole('textbox', { name: /^Name/u }), 'Harbour Tools')
  await user.tab()
  await waitFor(async () => expect(await app.ask('drafts.of', { key: 'companies.create' })).not.toBeNull())

  await user.keyboard('{Control>}s{/Control}')

  await screen.findByRole('heading', { name: 'Harbour Tools', level: 2 })
  await waitFor(async () => expect(await app.ask('drafts.of', { key: 'companies.create' })).toBeNull())
})

test('Escape closes an untouched form at once, and asks where words would be lost', async () => {
  const { user } = await renderApp({ route: '/companies?new' })
  await newCompany()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

  await user.keyboard('n')
  await user.type((await newCompany()).getByRole('textbox', { name: /^Name/u }), 'Harbour')
  await user.keyboard('{Escape}')
  const question = within(await screen.findByRole('dialog', { name: 'Close without saving?' }))
  await user.click(question.getByRole('button', { name: 'Go on writing' }))
  expect((await newCompany()).getByRole<HTMLInputElement>('textbox', { name: /^Name/u }).value).toBe('Harbour')

  await user.keyboard('{Escape}')
  await user.click(await screen.findByRole('button', { name: 'Discard' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a note that was begun waits on its own record', async () => {
  const app = await createTestApp()
  const one = await app.ask('companies.create', { name: 'Alder' })
  const two = await app.ask('companies.create', { name: 'Birch' })
  const { user, router } = await renderApp({ app, route: `/companies/${one.id}` })
  await user.type(await screen.findByRole('textbox', { name: /^Write down/u }), 'They asked for')
  await user.tab()

  await router.navigate(`/companies/${two.id}`)
  await screen.findByRole('heading', { name: 'Birch', level: 2 })
  expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Write down/u })).value).toBe('')
  await router.navigate(`/companies/${one.id}`)
  await screen.findByRole('heading', { name: 'Alder', level: 2 })
  await waitFor(() =>
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Write down/u }).value).toBe('They asked for'),
  )
})
