// The calendar on a whole engine. It is Monday 2 March 2026, 17:00 in Shanghai. What needs a pointer and real sizes is tried in the e2e run.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import { renderApp, type RenderOptions } from '../support/render-with-app.tsx'
import { createTestApp } from '../support/test-app.ts'

const DAY = '2026-03-03'

const openCalendar = async (route = '/calendar', options: RenderOptions = {}) => {
  const rendered = await renderApp({ ...options, route: '/home' })
  const { app, router } = rendered
  const me = app.owner.userId ?? ''
  const plan = (fields: object) =>
    app.ask('activities.log', {
      ...{ kind: 'meeting', recordType: 'user', recordId: me, title: 'Demo', dueOn: DAY, dueTime: '10:00', durationMinutes: 60 },
      ...fields,
    })
  await router.navigate(route)
  await screen.findByRole('heading', { level: 1, name: 'Calendar' })
  return { ...rendered, plan }
}

test('n makes a meeting where the cursor is', async () => {
  const { user, app } = await openCalendar()
  await screen.findByRole('region', { name: 'Monday 2 March' })
  await user.keyboard('n')
  const form = await screen.findByRole('dialog', { name: 'New entry' })
  await user.type(within(form).getByLabelText(/^Title/u), 'Kick-off')
  await user.keyboard('{Control>}{Enter}{/Control}')

  await screen.findByRole('button', { name: /^Meeting: Kick-off, Monday 2 March, 17:00 – 18:00/u })
  const { entries } = await app.ask('activities.calendar', { from: '2026-03-02', to: '2026-03-02' })
  expect(entries).toMatchObject([{ title: 'Kick-off', dueTime: '17:00', durationMinutes: 60, reminderMinutes: 15 }])
})

test('says so where the days of the working calendar cannot be read, and reads them once more', async () => {
  const { user, bridge, router } = await openCalendar()
  await screen.findByRole('region', { name: 'Monday 2 March' })
  bridge.fail('workingTime.days', { code: 'unavailable', messageKey: 'errors.busy', params: {} })
  await router.navigate('/calendar?day=2026-05-04')
  const note = await screen.findByRole('alert')
  await screen.findByRole('region', { name: 'Monday 4 May' })
  bridge.fail('workingTime.days', null)
  await user.click(within(note).getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})

test('a line that names no day is planned for the day of the cursor', async () => {
  const { user, app } = await openCalendar('/calendar?day=2026-03-12')
  await screen.findByRole('region', { name: 'Thursday 12 March' })
  await user.keyboard('q')
  await user.keyboard('send the offer')
  await user.click(await screen.findByRole('button', { name: 'Add' }))

  await waitFor(async () => {
    const { entries } = await app.ask('activities.calendar', { from: '2026-03-12', to: '2026-03-12' })
    expect(entries).toMatchObject([{ title: 'send the offer', dueTime: null }])
  })
})

test('one entry goes out as a calendar file, to be sent along', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-entry-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { user, bridge, plan } = await openCalendar()
  bridge.answer('shell.chooseTarget', { file: join(folder, 'demo.ics'), name: 'demo.ics' })
  await plan({})
  await user.click(await screen.findByRole('button', { name: /^Meeting: Demo/u }))
  const card = within(await screen.findByRole('dialog', { name: 'Demo' }))
  await user.click(card.getByRole('button', { name: 'More actions' }))
  await user.click(await screen.findByRole('menuitem', { name: /^Save as a calendar file/u }))

  await screen.findByText('Saved 1 entry as demo.ics')
  expect(readFileSync(join(folder, 'demo.ics'), 'utf8')).toContain('SUMMARY:Demo')
})

test('m and the arrows move a meeting, Enter keeps the place and Undo brings it back', async () => {
  const { user, app, plan } = await openCalendar()
  const { id } = await plan({})
  const entry = await screen.findByRole('button', { name: /^Meeting: Demo/u })
  entry.focus()
  await user.keyboard('m{ArrowRight}{ArrowDown}{Enter}')

  await screen.findByText('Moved “Demo”')
  expect(await app.ask('activities.get', { id })).toMatchObject({ dueOn: '2026-03-04', dueTime: '10:15' })
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(async () => expect(await app.ask('activities.get', { id })).toMatchObject({ dueOn: DAY, dueTime: '10:00' }))
})

test('Esc while moving by keys leaves everything where it was', async () => {
  const { user, app, plan } = await openCalendar()
  const { id } = await plan({})
  const entry = await screen.findByRole('button', { name: /^Meeting: Demo/u })
  entry.focus()
  await user.keyboard('m{ArrowDown}{ArrowDown}{Escape}')

  await screen.findByRole('button', { name: /^Meeting: Demo, Tuesday 3 March, 10:00 – 11:00/u })
  expect(await app.ask('activities.get', { id })).toMatchObject({ dueTime: '10:00' })
})

test('of what repeats only the one that was moved moves', async () => {
  const { user, app, plan } = await openCalendar()
  await plan({ title: 'Stand-up', recurrence: 'FREQ=DAILY' })
  const entry = await screen.findByRole('button', { name: /^Meeting: Stand-up, Wednesday 4 March/u })
  entry.focus()
  await user.keyboard('m{ArrowDown}{Enter}')
  await user.click(await screen.findByRole('button', { name: 'Only this one' }))

  await screen.findByRole('button', { name: /^Meeting: Stand-up, Wednesday 4 March, 10:15/u })
  const { entries } = await app.ask('activities.calendar', { from: DAY, to: '2026-03-05' })
  expect(entries.map(({ dueOn, dueTime }) => [dueOn, dueTime])).toEqual([
    [DAY, '10:00'],
    ['2026-03-04', '10:15'],
    ['2026-03-05', '10:00'],
  ])
})

test('a series ends with this and all later ones removed', async () => {
  const { user, app, plan } = await openCalendar()
  await plan({ title: 'Stand-up', recurrence: 'FREQ=DAILY' })
  await user.click(await screen.findByRole('button', { name: /^Meeting: Stand-up, Thursday 5 March/u }))
  await user.click(await screen.findByRole('button', { name: 'Remove' }))
  await user.click(await screen.findByRole('button', { name: 'This and all later ones' }))

  await waitFor(async () => {
    const { entries } = await app.ask('activities.calendar', { from: DAY, to: '2026-03-31' })
    expect(entries.map(({ dueOn }) => dueOn)).toEqual([DAY, '2026-03-04'])
  })
})

test('a full day of a month opens behind its number of more', async () => {
  const { user, plan } = await openCalendar('/calendar?view=month')
  for (const hour of [9, 10, 11, 12, 13]) await plan({ title: `Visit ${hour}`, dueTime: `${String(hour).padStart(2, '0')}:00` })
  const more = await screen.findByRole('button', { name: /^\+\d more$/u })
  await user.click(more)

  const day = await screen.findByRole('dialog', { name: 'Tuesday 3 March' })
  expect(within(day).getAllByRole('button')).toHaveLength(5)
})

test('holidays and working Saturdays stand beside their days', async () => {
  const { app } = await openCalendar('/calendar?view=month&day=2026-10-01')
  const { days } = await app.ask('workingTime.proposeHolidays', { year: 2026 })
  await app.ask('workingTime.putDays', { days: days.map(({ isThere: _isThere, ...day }) => day) })

  await waitFor(() => expect(screen.getAllByText('off').length).toBeGreaterThanOrEqual(7))
  expect(screen.getAllByText('work').length).toBeGreaterThanOrEqual(1)
})

test('keys change the view and lead back to today, and the address keeps both', async () => {
  const { user, router } = await openCalendar('/calendar?day=2026-05-20')
  await screen.findByRole('region', { name: 'Wednesday 20 May' })
  await user.keyboard('3')
  await waitFor(() => expect(router.state.location.search).toBe('?day=2026-05-20&view=month'))
  await user.keyboard('t')
  await waitFor(() => expect(router.state.location.search).toBe('?view=month'))
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Month' }).checked).toBe(true)
})

test('a colleague’s own appointment says only that the time is taken', async () => {
  const app = await createTestApp()
  onTestFinished(app.close)
  const bert = { userId: '01900000-0000-7000-8000-00000000000b', name: 'Bert Holm', rights: ['*'] }
  app.writer.write({ actor: app.owner.userId, procedure: 'test.hire' }, (tx) => {
    tx.insert('users', { id: bert.userId, name: bert.name, canSignIn: true })
  })
  const own = { kind: 'meeting', recordType: 'user', recordId: bert.userId, title: 'Dentist', dueOn: DAY, dueTime: '10:00' }
  await app.call('activities.log', { ...own, durationMinutes: 30, ownerId: bert.userId }, bert)
  const { user } = await openCalendar('/calendar', { app })
  await user.click(await screen.findByRole('button', { name: '1 calendar' }))
  await user.click(await screen.findByRole('checkbox', { name: 'Bert Holm' }))

  await screen.findByRole('button', { name: /^Meeting: Busy, Tuesday 3 March, 10:00 – 10:30, BH/u })
  expect(document.body.textContent).not.toContain('Dentist')
})
