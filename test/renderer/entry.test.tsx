import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'
import { TEST_PASSWORD, TEST_RECOVERY_KEY } from '../support/test-bridge.ts'

test('the first run leads from the language to the choice of how to begin', async () => {
  const { user, bridge } = await renderApp({ state: 'none' })

  await user.click(await screen.findByRole('button', { name: /^A new workspace/u }))
  await user.click(await screen.findByRole('button', { name: 'Make the workspace' }))
  expect(await screen.findAllByText('Please fill this in.')).toHaveLength(2)

  await user.type(screen.getByRole('textbox', { name: /^Name of the workspace/u }), 'Harbour office')
  await user.type(screen.getByRole('textbox', { name: /^Your name/u }), 'Anna Berg')
  await user.type(screen.getByLabelText(/^Password · required/u), TEST_PASSWORD)
  await user.type(screen.getByLabelText(/^Password once more/u), 'another')
  await user.click(screen.getByRole('button', { name: 'Make the workspace' }))
  await screen.findByText('The two passwords are not the same.')
  await user.clear(screen.getByLabelText(/^Password once more/u))
  await user.type(screen.getByLabelText(/^Password once more/u), TEST_PASSWORD)
  await user.click(screen.getByRole('button', { name: 'Make the workspace' }))

  await screen.findByText('NY1XJ')
  await user.click(screen.getByRole('button', { name: 'Print the key' }))
  await screen.findByText('Sent to the printer.')
  expect(bridge.shellCalls).toContainEqual({
    path: 'shell.print',
    input: { page: 'recovery-key', paper: 'A4', recoveryKey: TEST_RECOVERY_KEY, workspaceName: 'Harbour office' },
  })
  await user.click(screen.getByRole('button', { name: 'I have kept it' }))
  await user.type(await screen.findByRole('textbox', { name: 'Recovery key' }), 'wrong')
  await user.click(screen.getByRole('button', { name: 'Open the workspace' }))
  expect((await screen.findByRole('alert')).textContent).toContain('does not belong to this workspace')
  await user.clear(screen.getByRole('textbox', { name: 'Recovery key' }))
  await user.type(screen.getByRole('textbox', { name: 'Recovery key' }), TEST_RECOVERY_KEY)
  await user.click(screen.getByRole('button', { name: 'Open the workspace' }))

  expect(await screen.findByRole('heading', { name: 'How do you want to begin?' })).toBeTruthy()
})

test('choosing Chinese at the first run changes the page at once', async () => {
  const { user } = await renderApp({ state: 'none' })

  await user.click(await screen.findByRole('radio', { name: '简体中文' }))

  await screen.findByRole('button', { name: /^新建工作区/u })
  expect(document.documentElement.lang).toBe('zh-CN')
})

test('unlocking returns to the address that was locked', async () => {
  const { app, user } = await renderApp({ route: '/companies' })
  await app.ask('companies.create', { name: 'Harbour Tools' })
  await screen.findByRole('row', { name: /Harbour Tools/u })

  await user.click(screen.getByRole('button', { name: 'Lock' }))
  const password = await screen.findByLabelText('Password')
  expect(screen.queryByText('Harbour Tools')).toBeNull()
  await user.type(password, 'wrong{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('The password is not right')
  await user.clear(password)
  await user.type(password, `${TEST_PASSWORD}{Enter}`)

  await screen.findByRole('row', { name: /Harbour Tools/u })
})

test('a refused way to another workspace, or back, says why where it was asked for', async () => {
  const { user, bridge } = await renderApp({ state: 'locked' })
  const inUse = { code: 'conflict', messageKey: 'workspace.alreadyOpen', params: {} } as const
  const said = async () => (await screen.findByRole('alert')).textContent
  bridge.fail('workspace.choose', inUse)
  await user.click(await screen.findByRole('button', { name: 'Another workspace or office' }))
  expect(await said()).toBe('The workspace is open already.')

  bridge.fail('workspace.choose', null)
  bridge.answer('workspace.choose', { state: 'none', folder: '/home/anna/Kith-2', users: [], user: null, notice: null })
  bridge.answer('workspace.status', { state: 'none', folder: '/home/anna/Kith-2', users: [], user: null, notice: null })
  await user.click(screen.getByRole('button', { name: 'Another workspace or office' }))
  bridge.emit({ type: 'workspace' })
  const back = await screen.findByRole('button', { name: 'Back' })
  bridge.fail('workspace.choose', inUse)
  await user.click(back)
  expect(await said()).toBe('The workspace is open already.')
})

test('the search over everything finds by the start of a word and opens with Enter', async () => {
  const { app, user, router } = await renderApp({ route: '/home' })
  const { id } = await app.ask('companies.create', { name: 'Harbour Tools', city: 'Bergen' })
  await screen.findByRole('heading', { name: 'Home' })

  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox', { name: 'Search or do anything' }), 'harb')
  const records = within(await screen.findByRole('group', { name: 'Records' }))
  await records.findByRole('option', { name: /Harbour Tools/u })
  await user.keyboard('{Enter}')

  await waitFor(() => expect(router.state.location.pathname).toBe(`/companies/${id}`))
})

test('the menu’s commands are carried out by the page', async () => {
  const { bridge, router } = await renderApp({ route: '/home' })
  await screen.findByRole('heading', { name: 'Home' })

  bridge.emit({ type: 'command', command: 'new-company' })
  await screen.findByRole('dialog', { name: 'New company' })
  bridge.emit({ type: 'command', command: 'go:/contacts' })

  await waitFor(() => expect(router.state.location.pathname).toBe('/contacts'))
})
