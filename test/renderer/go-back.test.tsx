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

test('a restored copy says above every page what became of it, in full, leads to the history, and is closed', async () => {
  const { bridge, user, router } = await renderApp({ route: '/home' })
  const anna = { id: '01900000-0000-7000-8000-00000000000a', name: 'Anna Berg' }
  const open = { state: 'open', folder: '/home/anna/Kith', users: [anna], user: anna } as const
  await screen.findByRole('heading', { level: 1 })
  expect(screen.queryByRole('region', { name: 'Notice' })).toBeNull()
  bridge.answer('workspace.status', { ...open, notice: 'workspace.newOrigin' })
  act(() => bridge.emit({ type: 'workspace' }))

  const notice = within(await screen.findByRole('region', { name: 'Notice' }))
  notice.getByText(/^This workspace was copied here .* choose “Go back to a moment…” in the history\./u)
  await user.click(notice.getByRole('link', { name: 'Open the history' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/history'))
  await user.click(notice.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('region', { name: 'Notice' })).toBeNull()
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
