// Home on a whole engine: the day, the quick line, what others did. It is Monday 2 March 2026, 17:00 in Shanghai.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'

const TODAY = '2026-03-02'

const openHome = async () => {
  const rendered = await renderApp({ route: '/home' })
  const me = rendered.app.owner.userId ?? ''
  const plan = (fields: object) =>
    rendered.app.ask('activities.log', { kind: 'task', recordType: 'user', recordId: me, title: 'Call', ...fields })
  const line = await screen.findByRole('textbox', { name: 'Quick add' })
  return { ...rendered, plan, line }
}

test('the day stands in order, what is late below it, and a tick is enough', async () => {
  const { user, app, plan } = await openHome()
  await plan({ title: 'At four', dueOn: TODAY, dueTime: '16:00' })
  await plan({ title: 'Some time', dueOn: TODAY })
  await plan({ title: 'At nine', dueOn: TODAY, dueTime: '09:00' })
  const late = await plan({ title: 'Long ago', dueOn: '2026-02-20' })

  const today = await screen.findByRole('list', { name: 'Today' })
  await waitFor(() => expect(within(today).getAllByRole('listitem')).toHaveLength(3))
  expect(
    within(today)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['Some time', 'At nine', 'At four'])
  await user.click(await screen.findByRole('checkbox', { name: 'Done: Long ago' }))
  await screen.findByText('Task done')
  expect((await app.ask('activities.get', { id: late.id })).doneAt).not.toBeNull()
})

test('one line makes a task with its day, time and contact', async () => {
  const { user, app, line } = await openHome()
  const anna = await app.ask('contacts.create', { name: 'Anna Berg' })
  await user.type(line, 'call Anna tomorrow 3pm')
  await screen.findByRole('button', { name: 'About: Anna Berg' })
  screen.getByRole('button', { name: 'When: Tue 3 Mar 15:00' })
  await user.keyboard('{Enter}')

  await screen.findByText('Added the task “call Anna”')
  const { entries } = await app.ask('activities.calendar', { from: '2026-03-03', to: '2026-03-03' })
  expect(entries).toMatchObject([
    { kind: 'task', dueTime: '15:00', recordType: 'contact', recordId: anna.id, reminderMinutes: 0 },
  ])
})

test('of several Annas one is asked for before it is saved', async () => {
  const { user, app, line } = await openHome()
  await app.ask('contacts.create', { name: 'Anna Berg' })
  const holm = await app.ask('contacts.create', { name: 'Anna Holm' })
  await user.type(line, 'call Anna tomorrow')
  await screen.findByRole('button', { name: 'About: Which of 2?' })
  await user.keyboard('{Enter}')
  await user.click(await screen.findByRole('menuitem', { name: /Anna Holm/u }))
  await screen.findByRole('button', { name: 'About: Anna Holm' })
  await user.click(screen.getByRole('button', { name: 'Add' }))

  await waitFor(async () => {
    const { tasks } = await app.ask('activities.tasks', {})
    expect(tasks).toMatchObject([{ recordId: holm.id, dueOn: '2026-03-03' }])
  })
})

test('what was understood can be changed before it is saved', async () => {
  const { user, app, line } = await openHome()
  await user.type(line, 'send the offer tomorrow')
  await user.click(await screen.findByRole('button', { name: 'Kind: Task' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Call' }))
  await user.click(screen.getByRole('button', { name: /^When: Tue 3 Mar/u }))
  await user.click(await screen.findByRole('button', { name: 'Today' }))
  await user.click(screen.getByRole('button', { name: 'Add' }))

  await waitFor(async () => {
    const { entries } = await app.ask('activities.calendar', { from: TODAY, to: TODAY })
    expect(entries).toMatchObject([{ kind: 'call', title: 'send the offer', dueOn: TODAY }])
  })
})

test('Enter that ends a word of an input method saves nothing', async () => {
  const { app, line } = await openHome()
  const { fireEvent } = await import('@testing-library/react')
  fireEvent.change(line, { target: { value: '明天下午3点 给张三回电' } })
  fireEvent.keyDown(line, { key: 'Enter', isComposing: true })

  await screen.findByRole('button', { name: /15:00/u })
  expect((await app.ask('activities.tasks', {})).tasks).toEqual([])
})

test('q leads to the line from Home, and opens one elsewhere', async () => {
  const { user, router, line } = await openHome()
  await user.keyboard('q')
  expect(document.activeElement).toBe(line)
  line.blur()
  await router.navigate('/companies')
  await screen.findByRole('heading', { level: 1, name: 'Companies' })
  await user.keyboard('q')

  const dialog = await screen.findByRole('dialog', { name: 'Quick add' })
  within(dialog).getByRole('textbox', { name: 'Quick add' })
})

test('what a colleague did while one was away is told once', async () => {
  const { user, app } = await openHome()
  const bert = { userId: '01900000-0000-7000-8000-00000000000b', name: 'Bert Holm', rights: ['*'] }
  app.writer.write({ actor: app.owner.userId, procedure: 'test.hire' }, (tx) => {
    tx.insert('users', { id: bert.userId, name: bert.name, canSignIn: true })
  })
  app.pass(3_600_000)
  await app.call('companies.create', { name: 'Harbour Tools' }, bert)
  await app.ask('home.arrive', {})

  const news = await screen.findByRole('list', { name: 'Since you were here' })
  await within(news).findByText(/Harbour Tools/u)
  within(news).getByText('Bert Holm')
  await user.click(screen.getByRole('button', { name: 'Mark as read' }))
  await screen.findByText('Nobody changed anything.')
  expect(await app.ask('home.news', {})).toMatchObject({ count: 0 })
})
