import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'

const openCompany = async () => {
  const rendered = await renderApp({ route: '/companies' })
  const company = await rendered.app.ask('companies.create', { name: 'Harbour Tools' })
  await rendered.router.navigate(`/companies/${company.id}`)
  await screen.findByText('Anna Berg created this record')
  return { ...rendered, company }
}

test('a note is written with Ctrl+Enter and stands in the timeline', async () => {
  const { user } = await openCompany()

  await user.type(screen.getByRole('textbox', { name: /Write down what happened/u }), 'They want an offer by May.')
  await user.keyboard('{Control>}{Enter}{/Control}')

  const timeline = within(screen.getByRole('list', { name: 'Timeline' }))
  await timeline.findByText('They want an offer by May.')
  expect(timeline.getByText('Anna Berg')).toBeTruthy()
  await screen.findByText('Saved a note')
})

test('a task with a day is added, ticked off, and stands on Home until then', async () => {
  const { user, router, app } = await openCompany()

  await user.click(screen.getByRole('radio', { name: 'Task' }))
  await user.type(screen.getByRole('textbox', { name: /Write down what happened/u }), 'Call back')
  await user.type(screen.getByRole('textbox', { name: 'Due' }), '2026-03-03')
  await user.click(screen.getByRole('button', { name: 'Add task' }))
  await screen.findByText('due tomorrow')

  await router.navigate('/home')
  // Until then the company's page stands there, whose box goes away with it.
  await screen.findByRole('heading', { name: 'Home' })
  await user.click(await screen.findByRole('checkbox', { name: 'Done: Call back' }))

  await waitFor(async () => expect((await app.ask('activities.tasks', {})).tasks).toEqual([]))
})

test('a task with a time but no day is refused beside the day', async () => {
  const { user } = await openCompany()

  await user.click(screen.getByRole('radio', { name: 'Task' }))
  await user.type(screen.getByRole('textbox', { name: /Write down what happened/u }), 'Call back')
  await user.type(screen.getByLabelText('At'), '14:30')
  await user.click(screen.getByRole('button', { name: 'Add task' }))

  await screen.findByText('A time of day needs a day.')
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Write down what happened/u }).value).toBe('Call back')
})
