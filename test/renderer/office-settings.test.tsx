// The settings pages of lifecycle stages, tags and the public pool.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'

const DAY = 86_400_000

test('a stage is renamed where it stands; Esc takes the old name back, a name that is taken is said beside it', async () => {
  const { app, user } = await renderApp({ route: '/settings/lifecycle' })
  const input = await screen.findByRole('textbox', { name: 'Name of Identify' })

  await user.clear(input)
  await user.type(input, 'Somebody{Escape}')
  expect(input).toHaveProperty('value', 'Identify')
  await user.clear(input)
  await user.type(input, 'Retain{Enter}')
  await screen.findByText(/already/u)
  expect(input).toHaveProperty('value', 'Retain')
  await user.clear(input)
  await user.type(input, 'Find{Enter}')
  await screen.findByText('Renamed the stage to Find')
  expect((await app.ask('lifecycleStages.list', {}))[0]?.name).toBe('Find')
})

test('stages are added, and put in order with the arrow keys', async () => {
  const { app, user } = await renderApp({ route: '/settings/lifecycle' })
  await user.type(await screen.findByRole('textbox', { name: 'New stage' }), 'Partner{Enter}')
  const handle = await screen.findByRole('button', { name: 'Move Partner' })
  handle.focus()
  await user.keyboard('{ArrowUp}{ArrowUp}')
  await waitFor(async () =>
    expect((await app.ask('lifecycleStages.list', {})).map(({ name }) => name)).toEqual([
      ...['Identify', 'Develop', 'Partner', 'Retain', 'Win back'],
    ]),
  )
})

test('a stage with records asks where they go, and undo brings all back', async () => {
  const { app, user } = await renderApp({ route: '/settings/lifecycle' })
  const [identify] = await app.ask('lifecycleStages.list', {})
  await app.ask('companies.create', { name: 'Acme', lifecycleStageId: identify?.id ?? null })

  await user.click(await screen.findByRole('button', { name: 'Remove Identify' }))
  const dialog = await screen.findByRole('dialog', { name: 'Remove Identify' })
  await user.click(within(dialog).getByRole('combobox', { name: 'Move to' }))
  await user.click(await screen.findByRole('option', { name: 'Develop' }))
  await user.click(within(dialog).getByRole('button', { name: 'Move 1 record and remove the stage' }))
  await screen.findByText('Removed the stage Identify and moved 1 record')
  expect((await app.ask('lifecycleStages.list', {}))[0]).toMatchObject({ name: 'Develop', counts: { company: 1 } })

  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await screen.findByRole('textbox', { name: 'Name of Identify' })
})

test('tags are made, coloured, merged, archived and restored', async () => {
  const { app, user } = await renderApp({ route: '/settings/tags' })
  await screen.findByText(/There are no tags yet/u)
  for (const name of ['VIP', 'Key account']) await user.type(screen.getByRole('textbox', { name: 'New tag' }), `${name}{Enter}`)
  await screen.findByRole('textbox', { name: 'Name of Key account' })
  const [key, vip] = await app.ask('tags.pick', {})
  const { id } = await app.ask('companies.create', { name: 'Acme' })
  await app.ask('tags.set', { recordType: 'company', recordId: id, tagIds: [key?.id ?? ''] })
  await screen.findByText('1 record')

  await user.click(screen.getByRole('button', { name: 'Colour of VIP' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Teal' }))
  await waitFor(async () => expect((await app.ask('tags.pick', {})).find((tag) => tag.id === vip?.id)?.colour).toBe('teal'))

  const entry = screen.getByRole('textbox', { name: 'Name of Key account' }).closest('li')
  await user.click(within(entry as HTMLElement).getByRole('button', { name: 'More actions' }))
  await user.click(await screen.findByRole('menuitem', { name: /^Merge into/u }))
  const dialog = await screen.findByRole('dialog', { name: 'Merge “Key account”' })
  await within(dialog).findByText(/The record that carries “Key account”/u)
  await user.click(within(dialog).getByRole('combobox', { name: 'Into' }))
  await user.click(await screen.findByRole('option', { name: 'VIP' }))
  await user.click(within(dialog).getByRole('button', { name: 'Merge' }))
  await screen.findByText('Merged into VIP: 1 record')
  expect(await app.ask('tags.of', { recordType: 'company', recordId: id })).toMatchObject([{ name: 'VIP' }])

  await user.click(await screen.findByRole('button', { name: 'Restore Key account' }))
  await screen.findByRole('textbox', { name: 'Name of Key account' })
})

test('before the pool is switched on, the number that would go is said and agreed to', async () => {
  const { app, user } = await renderApp({ route: '/settings/pool' })
  await app.ask('companies.create', { name: 'Acme', ownerId: app.owner.userId })
  app.pass(40 * DAY)

  await user.click(await screen.findByRole('switch', { name: 'Use the public pool' }))
  await screen.findByText('With this rule 1 company would be returned now.')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const dialog = await screen.findByRole('dialog', { name: 'Use the public pool?' })
  expect((await app.ask('pool.settings', {})).isOn).toBe(false)
  await user.click(within(dialog).getByRole('button', { name: 'Use the public pool' }))
  await waitFor(async () => expect((await app.ask('pool.settings', {})).isOn).toBe(true))
})

test('idle customers are returned at once after a question, and undo gives them back', async () => {
  const { app, user } = await renderApp({ route: '/settings/pool' })
  const { id } = await app.ask('companies.create', { name: 'Acme', ownerId: app.owner.userId })
  app.pass(40 * DAY)
  await app.ask('pool.configure', { isOn: true, idleDays: 30, cap: null })

  await user.click(await screen.findByRole('button', { name: 'Return 1 now' }))
  const dialog = await screen.findByRole('dialog', { name: 'Return to the public pool?' })
  await user.click(within(dialog).getByRole('button', { name: 'Return 1 now' }))
  await screen.findByText('Returned 1 customer to the public pool')
  expect((await app.ask('companies.get', { id })).ownerId).toBeNull()
  await screen.findByText('Nobody has been idle for too long.')

  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(async () => expect((await app.ask('companies.get', { id })).ownerId).toBe(app.owner.userId))
})

test('days that are no days are refused beside the field', async () => {
  const { user } = await renderApp({ route: '/settings/pool', language: 'zh-CN' })
  const days = await screen.findByRole('textbox', { name: '无跟进天数' })
  await user.clear(days)
  await user.type(days, '0')
  await user.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(days.getAttribute('aria-invalid')).toBe('true'))
})
