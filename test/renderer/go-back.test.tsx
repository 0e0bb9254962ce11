// Taking the office back to a moment: what it would take back is counted before, and said after.
import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { type RenderedApp, renderApp } from '../support/render-with-app.tsx'
import { createTestApp, TEST_START, type TestApp } from '../support/test-app.ts'

// The calendar opens at the month in which the office of the test lives.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: TEST_START })
  onTestFinished(() => void vi.useRealTimers())
})

const names = async (app: TestApp): Promise<string[]> =>
  (await app.ask('companies.list', { after: null, limit: 10 })).map(({ name }) => name)

const open = async (): Promise<RenderedApp & { readonly dialog: ReturnType<typeof within> }> => {
  const app = await createTestApp()
  await app.ask('companies.create', { name: 'Alder' })
  await app.ask('companies.create', { name: 'Birch' })
  const shown = await renderApp({ app, route: '/history' })
  await shown.user.click(await screen.findByRole('button', { name: 'Go back to a moment…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Take the office back to a moment' }))
  return { ...shown, dialog }
}

const pick = async ({ user, dialog }: Pick<Awaited<ReturnType<typeof open>>, 'user' | 'dialog'>, day: string): Promise<void> => {
  await user.click(dialog.getByRole('button', { name: /^As it stood at/u }))
  await user.click(await screen.findByRole('button', { name: day }))
  // Escape closes the calendar alone.
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('button', { name: day })).toBeNull())
}

test('what is to be told of the workspace stands above every page, in full, and is closed', async () => {
  const { bridge, user } = await renderApp({ route: '/home' })
  const anna = { id: '01900000-0000-7000-8000-00000000000a', name: 'Anna Berg' }
  const open = { state: 'open', folder: '/home/anna/Kith', users: [anna], user: anna } as const
  await screen.findByRole('heading', { level: 1 })
  expect(screen.queryByRole('region', { name: 'Notice' })).toBeNull()
  bridge.answer('workspace.status', { ...open, notice: 'workspace.keysCopyUsed' })
  act(() => bridge.emit({ type: 'workspace' }))

  const notice = within(await screen.findByRole('region', { name: 'Notice' }))
  notice.getByText(/^The key file was damaged\./u)
  await user.click(notice.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('region', { name: 'Notice' })).toBeNull()
})

/** As if the file had been copied after `Alder` was made. */
const copied = async (): Promise<RenderedApp> => {
  const app = await createTestApp()
  await app.ask('companies.create', { name: 'Alder' })
  const [last] = (await app.ask('history.operations', { limit: 1 })).operations
  app.writer.raw
    .prepare("INSERT INTO local_state (userId, scope, key, value, at) VALUES ('', 'copy', 'moment', ?, ?)")
    .run(last?.at, last?.at)
  app.pass(60_000)
  await app.ask('companies.create', { name: 'Birch' })
  return renderApp({ app, route: '/home' })
}

test('a copy is asked whether it stays with the office, and asks no more', async () => {
  const { app, user } = await copied()
  const notice = within(await screen.findByRole('region', { name: 'Notice' }))
  notice.getByText(/^This workspace was copied here or brought back from a backup\. It is as it was on .*2026/u)
  await user.click(notice.getByRole('button', { name: 'Keep what is newer' }))
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Notice' })).toBeNull())
  expect(await app.ask('history.copiedFrom', {})).toBeNull()
  expect(await names(app)).toEqual(['Alder', 'Birch'])
})

test('a copy takes the whole office back to what it holds', async () => {
  const { app, user } = await copied()
  await user.click(await screen.findByRole('button', { name: 'Take the whole office back to then…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Take the office back to a moment' }))
  await dialog.findByText('1 record would be different.')
  dialog.getByText(/^Only what has arrived on this computer is taken back\./u)
  await user.click(takeBack(dialog))
  await screen.findByText('Took 1 record back')
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Notice' })).toBeNull())
  expect(await names(app)).toEqual(['Alder'])
})

test('the calendar and its clock say what they are', async () => {
  const { user, dialog } = await open()
  await user.click(dialog.getByRole('button', { name: /^As it stood at/u }))
  await screen.findByRole('button', { name: 'Choose month and year' })
  expect(['Earlier', 'Later', 'Use this moment'].filter((name) => !screen.queryByRole('button', { name }))).toEqual([])
  expect(['Hour', 'Minute'].filter((name) => !screen.queryByRole('spinbutton', { name }))).toEqual([])
})

const takeBack = (dialog: ReturnType<typeof within>) => dialog.getByRole('button', { name: 'Take all of this back' })

test('what would be taken back is counted by work and by people, with what stays, and can be undone', async () => {
  const { app, user, dialog } = await open()
  expect(takeBack(dialog)).toHaveProperty('disabled', true)
  await pick({ user, dialog }, '1 March 2026')
  await dialog.findByText('2 records would be different.')
  dialog.getByText('Created a company (2)')
  dialog.getByText('Anna Berg (2)')
  dialog.getByText('Setting up the workspace (1)')

  await user.click(takeBack(dialog))
  await screen.findByText('Took 2 records back')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(await names(app)).toEqual([])
  await user.click(screen.getByRole('button', { name: /^Undo/u }))
  await waitFor(async () => expect(await names(app)).toEqual(['Alder', 'Birch']))
})

test('after a moment without work there is nothing to take back', async () => {
  const { user, dialog } = await open()
  await pick({ user, dialog }, '3 March 2026')
  await dialog.findByText('Nothing was done after this moment that can be taken back.')
  expect(takeBack(dialog)).toHaveProperty('disabled', true)
})

test('what goes wrong is said in front of the page, and can be tried again', async () => {
  const { app, bridge, user, dialog } = await open()
  const full = { code: 'internal', messageKey: 'errors.diskFull', params: {} } as const
  bridge.fail('history.goBackPreview', full)
  await pick({ user, dialog }, '1 March 2026')
  await dialog.findByText(/disk is full/iu)
  bridge.fail('history.goBackPreview', null)
  await user.click(dialog.getByRole('button', { name: 'Try again' }))
  await dialog.findByText('2 records would be different.')

  bridge.fail('history.goBack', full)
  await user.click(takeBack(dialog))
  await dialog.findByText(/disk is full/iu)
  expect(await names(app)).toEqual(['Alder', 'Birch'])
  bridge.fail('history.goBack', null)
  await user.click(takeBack(dialog))
  await waitFor(async () => expect(await names(app)).toEqual([]))
})

test('Escape leaves everything as it was, and the focus where it came from', async () => {
  const { app, user } = await open()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Go back to a moment…'))
  expect(await names(app)).toEqual(['Alder', 'Birch'])
})
