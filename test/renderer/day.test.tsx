// Reminders, the call log, templates, tasks and working time on a whole engine. It is Monday 2 March 2026, 17:00 in Shanghai.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderApp, type RenderOptions } from '../support/render-with-app.tsx'
import { createTestApp } from '../support/test-app.ts'

const TODAY = '2026-03-02'

const open = async (options: RenderOptions) => {
  const app = options.app ?? (await createTestApp())
  const me = app.owner.userId ?? ''
  const plan = (fields: object) =>
    app.ask('activities.log', { kind: 'task', recordType: 'user', recordId: me, title: 'Call back', dueOn: TODAY, ...fields })
  return { app, plan, show: async (route: string) => renderApp({ ...options, app, route }) }
}

test('reminders that fell while Kith was closed are listed in order, and wait for an answer', async () => {
  const { app, plan, show } = await open({})
  await app.ask('reminders.seen', { until: '2026-03-02T00:00:00.000Z' })
  await plan({ title: 'Second', dueTime: '16:00', reminderMinutes: 0 })
  await plan({ title: 'First', dueTime: '10:00', reminderMinutes: 10 })
  await plan({ title: 'Third', dueTime: '16:30', reminderMinutes: 0 })
  const { user } = await show('/home')

  await screen.findByText('3 missed while Kith was closed')
  const list = screen.getByRole('list', { name: 'Reminders' })
  expect(
    within(list)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['First', 'Second', 'Third'])
  await user.click(within(list).getByRole('button', { name: 'Done: First' }))
  await user.click(within(list).getByRole('button', { name: 'Remind again: Second' }))
  await user.click(await screen.findByRole('menuitem', { name: 'In an hour' }))
  await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(1))
  await user.click(within(list).getByRole('button', { name: 'Dismiss: Third' }))
  await waitFor(() => expect(screen.queryByRole('list', { name: 'Reminders' })).toBeNull())
})

test('a call is written down in four keys', async () => {
  const { app, show } = await open({})
  const company = await app.ask('companies.create', { name: 'Harbour Tools' })
  const { user } = await show(`/companies/${company.id}`)
  await screen.findByRole('heading', { level: 1, name: 'Harbour Tools' })
  await user.keyboard('c')
  const form = await screen.findByRole('dialog', { name: 'Log a call' })
  await waitFor(() => expect(form.contains(document.activeElement)).toBe(true))
  await user.keyboard('2')
  await waitFor(() => expect(document.activeElement).toBe(within(form).getByLabelText('Note')))
  await user.tab()
  await user.keyboard('fri{Control>}{Enter}{/Control}')

  await screen.findByText('Saved a call, and planned “Follow up”')
  const { entries } = await app.ask('timeline.of', { recordType: 'company', recordId: company.id, kinds: ['call'] })
  expect(entries).toMatchObject([{ activity: { outcome: 'no_answer', direction: 'out', text: null } }])
  const { tasks } = await app.ask('activities.tasks', {})
  expect(tasks).toMatchObject([{ title: 'Follow up', dueOn: '2026-03-06', recordId: company.id }])
})

test('a call that was planned is done with its log', async () => {
  const { app, plan, show } = await open({})
  const company = await app.ask('companies.create', { name: 'Harbour Tools' })
  const { id } = await plan({ kind: 'call', title: 'Ask about the offer', recordType: 'company', recordId: company.id })
  const { user } = await show(`/companies/${company.id}?open=call`)
  const form = await screen.findByRole('dialog', { name: 'Log a call' })
  await within(form).findByRole('checkbox', { name: 'This was the planned call “Ask about the offer”' })
  await user.click(within(form).getByRole('radio', { name: 'Reached' }))
  await user.click(within(form).getByRole('button', { name: 'Save call' }))

  await waitFor(async () => expect((await app.ask('activities.get', { id })).doneAt).not.toBeNull())
})

test('a template shows its days before it is applied, and counts working days', async () => {
  const { app, show } = await open({})
  const company = await app.ask('companies.create', { name: 'Harbour Tools' })
  const step = { kind: 'task' as const, title: 'Send papers', after: { count: 3, unit: 'working_days' as const } }
  await app.ask('activityTemplates.create', {
    name: 'Welcome',
    steps: [{ ...step }, { ...step, title: 'Call', after: { count: 10, unit: 'days' } }],
  })
  const { user } = await show(`/companies/${company.id}`)
  await screen.findByRole('heading', { level: 1, name: 'Harbour Tools' })
  await user.keyboard('{Shift>}t{/Shift}')
  const form = await screen.findByRole('dialog', { name: 'Apply a template' })
  await within(form).findByText('Thursday 5 March')
  await user.click(within(form).getByRole('button', { name: 'Plan 2 steps' }))

  await screen.findByText('Planned 2 steps')
  const { tasks } = await app.ask('activities.tasks', {})
  expect(tasks.map(({ title, dueOn }) => [title, dueOn])).toEqual([
    ['Send papers', '2026-03-05'],
    ['Call', '2026-03-12'],
  ])
})

test('a template that is chosen is not applied before its own steps are shown', async () => {
  const { app, show } = await open({})
  const company = await app.ask('companies.create', { name: 'Harbour Tools' })
  const step = { kind: 'task' as const, title: 'Send papers', after: { count: 3, unit: 'days' as const } }
  await app.ask('activityTemplates.create', { name: 'Farewell', steps: [step] })
  await app.ask('activityTemplates.create', { name: 'Welcome', steps: [step, { ...step, title: 'Call' }] })
  const { user } = await show(`/companies/${company.id}`)
  await screen.findByRole('heading', { level: 1, name: 'Harbour Tools' })
  await user.keyboard('{Shift>}t{/Shift}')
  const form = await screen.findByRole('dialog', { name: 'Apply a template' })
  await within(form).findByRole('button', { name: 'Plan 1 step' })

  const { call } = app
  const answered = Promise.withResolvers<void>()
  const calls = vi.spyOn(app, 'call').mockImplementation(async (path, ...rest) => {
    if (path === 'activityTemplates.preview') await answered.promise
    return call(path, ...rest)
  })
  await user.click(within(form).getByRole('combobox', { name: 'Template' }))
  await user.click(await screen.findByRole('option', { name: 'Welcome' }))
  const submit = within(form).getByRole('button', { name: 'Plan 1 step' })
  expect(submit).toHaveProperty('disabled', true)
  await user.click(submit)
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(calls.mock.calls.map(([path]) => path)).not.toContain('activityTemplates.apply')
  answered.resolve()
  await user.click(await within(form).findByRole('button', { name: 'Plan 2 steps' }))
  await screen.findByText('Planned 2 steps')
})

test('tasks stand in the list of their day', async () => {
  const { plan, show } = await open({})
  await plan({ title: 'Due now' })
  await plan({ title: 'Long ago', dueOn: '2026-02-01' })
  await plan({ title: 'Some day', dueOn: null })
  const { user } = await show('/tasks')

  await screen.findByText('Due now')
  expect(screen.queryByText('Long ago')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Overdue' }))
  await screen.findByText('Long ago')
  await user.click(screen.getByRole('button', { name: 'No date' }))
  await screen.findByText('Some day')
})

test('a template is made in the settings', async () => {
  const { app, show } = await open({})
  const { user } = await show('/settings/templates')
  await user.click(await screen.findByRole('button', { name: 'New template' }))
  const form = await screen.findByRole('dialog', { name: 'New template' })
  await user.type(within(form).getByLabelText(/^Name/u), 'Visit')
  await user.type(within(form).getByRole('textbox', { name: 'What is to be done in step 1' }), 'Prepare the visit')
  await user.click(within(form).getByRole('button', { name: 'Add a step' }))
  await user.type(within(form).getByRole('textbox', { name: 'What is to be done in step 2' }), 'Thank them')
  await user.click(within(form).getByRole('button', { name: 'Save' }))

  await screen.findByText('2 steps')
  expect(await app.ask('activityTemplates.list', {})).toMatchObject([
    {
      name: 'Visit',
      steps: [{ title: 'Prepare the visit' }, { title: 'Thank them', after: { count: 1, unit: 'working_days' } }],
    },
  ])
})

test('working hours take several stretches a day, and overlapping ones are refused beside them', async () => {
  const { app, show } = await open({})
  const { user } = await show('/settings/working-time')
  const saturday = await screen.findByRole('group', { name: 'Sat' })
  await user.click(within(saturday).getByRole('button', { name: 'Add hours on Sat' }))
  await user.click(within(saturday).getByRole('button', { name: 'Add hours on Sat' }))
  const second = within(saturday).getAllByRole('textbox', { name: 'Sat, from' })[1]
  if (!second) throw new Error('There is no second stretch')
  await user.clear(second)
  await user.type(second, '17:00')
  await user.tab()
  await screen.findByText('These working hours overlap.')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true)
  await user.clear(second)
  await user.type(second, '1900')
  await user.tab()
  await user.click(screen.getByRole('button', { name: 'Save' }))

  await screen.findByText('Changed the working hours')
  const { week } = await app.ask('workingTime.get', {})
  expect(week[5]).toEqual([
    { from: '09:00', to: '18:00' },
    { from: '19:00', to: '21:00' },
  ])
})

test('China’s public holidays are taken over when asked for, with their working Saturdays', async () => {
  const { app, show } = await open({})
  const { user } = await show('/settings/working-time')
  await user.click(await screen.findByRole('button', { name: 'Add them' }))

  await screen.findByText('China’s public holidays of 2026 are all here.')
  const days = await app.ask('workingTime.days', { from: '2026-01-01', to: '2026-12-31' })
  expect(days.some(({ kind }) => kind === 'working')).toBe(true)
})
