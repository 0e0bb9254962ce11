import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'
import { networkOff, TEST_PASSWORD, TEST_RECOVERY_KEY } from '../support/test-bridge.ts'

const ANNA = { id: '01900000-0000-7000-8000-00000000000a', name: 'Anna Berg' }
const BEN = { id: '01900000-0000-7000-8000-00000000000b', name: 'Ben Okoro' }
const SIGNS = [0, 1, 2, 63]

const openJoining = async () => {
  const shown = await renderApp({ state: 'none' })
  const { user } = shown
  await user.click(await screen.findByRole('button', { name: /^Join the office of a colleague/u }))
  await screen.findByRole('heading', { name: 'Join the office of a colleague' })
  return shown
}
const field = (name: RegExp) => screen.getByRole('textbox', { name })
const goOn = () => screen.getByRole('button', { name: 'Continue' })

test('one joins by address, code and a password of one’s own, and then types the recovery key back', async () => {
  const { user, bridge } = await openJoining()
  bridge.answer('network.pair', { workspaceName: 'Harbour office', users: [ANNA, BEN], signs: SIGNS })

  expect(field(/^Name of this computer/u)).toHaveProperty('value', 'front-desk')
  await user.type(field(/^Address of the other computer/u), '192.168.1.20')
  await user.click(field(/^Code/u))
  await user.paste(' １２３４ 5678 ')
  await user.click(goOn())
  await screen.findByRole('heading', { name: 'Join “Harbour office”' })
  expect(bridge.shellCalls).toContainEqual({
    path: 'network.pair',
    input: { address: '192.168.1.20', code: ' １２３４ 5678 ', name: 'front-desk' },
  })
  const signs = screen.getByRole('list', { name: /^The other computer shows the same four signs/u })
  expect([...signs.children].map(({ textContent }) => textContent)).toEqual(['Anchor', 'Apple', 'Backpack', 'Windmill'])

  await user.type(screen.getByLabelText(/^Password for this computer/u), TEST_PASSWORD)
  await user.type(screen.getByLabelText(/^Password once more/u), TEST_PASSWORD)
  await user.click(screen.getByRole('button', { name: 'Join the office' }))
  await screen.findByText('Please fill this in.')
  await user.click(screen.getByRole('combobox', { name: /^Who are you/u }))
  await user.click(await screen.findByRole('option', { name: 'Ben Okoro' }))
  await user.click(screen.getByRole('button', { name: 'Join the office' }))
  await waitFor(() =>
    expect(bridge.shellCalls).toContainEqual({
      path: 'network.join',
      input: { userId: BEN.id, password: TEST_PASSWORD, folder: null },
    }),
  )

  await user.click(await screen.findByRole('button', { name: 'I have kept it' }))
  await user.type(await screen.findByRole('textbox', { name: 'Recovery key' }), TEST_RECOVERY_KEY)
  await user.click(screen.getByRole('button', { name: 'Open the workspace' }))
  expect(await screen.findByRole('heading', { name: 'Home' })).toBeTruthy()
})

test('who is not among the people of the office joins as somebody else, under a name that nobody has there', async () => {
  const { user, bridge } = await openJoining()
  bridge.answer('network.pair', { workspaceName: 'Harbour office', users: [ANNA, BEN], signs: SIGNS })
  await user.type(field(/^Address of the other computer/u), '192.168.1.20')
  await user.type(field(/^Code/u), '12345678')
  await user.click(goOn())
  await user.type(await screen.findByLabelText(/^Password for this computer/u), TEST_PASSWORD)
  await user.type(screen.getByLabelText(/^Password once more/u), TEST_PASSWORD)
  await user.click(screen.getByRole('combobox', { name: /^Who are you/u }))
  await user.click(await screen.findByRole('option', { name: 'Somebody else' }))
  const submit = screen.getByRole('button', { name: 'Join the office' })
  const name = await screen.findByRole('textbox', { name: /^Your name/u })

  for (const [typed, complaint] of [
    ['   ', 'Please fill this in.'],
    ['好'.repeat(200), 'At most 100 characters.'],
    ['anna  BERG', /^There is Anna Berg already/u],
  ] as const) {
    await user.clear(name)
    await user.click(name)
    await user.paste(typed)
    await user.click(submit)
    await screen.findByText(complaint)
    expect(document.activeElement).toBe(name)
  }
  expect(bridge.shellCalls.some(({ path }) => path === 'network.join')).toBe(false)

  await user.clear(name)
  await user.type(name, '陈晨 🐟')
  await user.click(submit)
  await waitFor(() =>
    expect(bridge.shellCalls).toContainEqual({
      path: 'network.join',
      input: { newUserName: '陈晨 🐟', password: TEST_PASSWORD, folder: null },
    }),
  )
})

test('an office nearby is chosen by itself, and one that only answered the search can be', async () => {
  const { user, bridge } = await openJoining()
  await screen.findByText(/^No office nearby yet/u)
  bridge.answer('network.found', [{ address: '192.168.1.5:47311', heardAt: '2026-03-02T09:00:00.000Z' }])
  expect(await screen.findByRole('radio', { name: '192.168.1.5:47311' }, { timeout: 4000 })).toHaveProperty('checked', true)
  expect(screen.queryByRole('textbox', { name: /^Address/u })).toBeNull()

  bridge.answer('network.search', [{ address: '192.168.1.7:47311', heardAt: '2026-03-02T09:00:00.000Z' }])
  await user.click(screen.getByRole('button', { name: 'Search the network' }))
  await user.click(await screen.findByRole('radio', { name: '192.168.1.7:47311' }))
  bridge.answer('network.pair', { workspaceName: 'Harbour office', users: [ANNA], signs: SIGNS })
  await user.type(field(/^Code/u), '12345678')
  await user.click(goOn())
  await screen.findByRole('heading', { name: 'Join “Harbour office”' })
  expect(bridge.shellCalls).toContainEqual({
    path: 'network.pair',
    input: { address: '192.168.1.7:47311', code: '12345678', name: 'front-desk' },
  })
  // Also where only one works there: whoever sits here may be the second.
  expect(screen.getByRole('combobox', { name: /^Who are you/u })).toHaveProperty('value', '')
})

test('a search without an answer counts nothing beside an office that is heard later', async () => {
  const { user, bridge } = await openJoining()
  bridge.answer('network.search', [])
  await user.click(screen.getByRole('button', { name: 'Search the network' }))
  await screen.findByText(/^Nobody answered/u)
  bridge.answer('network.found', [{ address: '192.168.1.5:47311', heardAt: '2026-03-02T09:00:00.000Z' }])
  await screen.findByRole('radio', { name: '192.168.1.5:47311' }, { timeout: 4000 })
  expect(screen.queryByText(/computers? found/u)).toBeNull()
})

test('a wrong code says beside the field how many tries are left, a closed door says so below, and nothing typed is lost', async () => {
  const { user, bridge } = await openJoining()
  await user.click(goOn())
  await screen.findByText('Please fill this in.')
  await user.type(field(/^Code/u), '11112222')
  await user.click(goOn())
  await screen.findByText(/^Enter the name or the address of the other computer/u)
  await user.type(field(/^Address of the other computer/u), 'PC-3')
  bridge.fail('network.pair', { code: 'forbidden', messageKey: 'sync.pairing.wrong_code', params: { tries: 2 } })
  await user.click(goOn())
  await screen.findByText(/2 more tries are left/u)
  expect(document.activeElement).toBe(field(/^Code/u))
  expect(screen.queryByRole('alert')).toBeNull()

  bridge.fail('network.pair', { code: 'unavailable', messageKey: 'sync.dial.no_answer', params: { address: 'PC-3' } })
  await user.click(goOn())
  expect((await screen.findByRole('alert')).textContent).toContain('Nothing answers at PC-3.')
  bridge.fail('network.pair', { code: 'invalid_input', messageKey: 'sync.address.bad_name', params: { host: 'PC-3' } })
  await user.click(goOn())
  await screen.findByText('“PC-3” cannot be the name of a computer.')
  expect([field(/^Address/u), field(/^Code/u)].map((input) => (input as HTMLInputElement).value)).toEqual(['PC-3', '11112222'])
})

test('who goes back after being let in goes on without another code, with all that was typed', async () => {
  const { user, bridge } = await openJoining()
  bridge.answer('network.pair', { workspaceName: 'Harbour office', users: [ANNA], signs: SIGNS })
  await user.type(field(/^Address of the other computer/u), 'PC-3')
  await user.type(field(/^Code/u), '12345678')
  await user.click(goOn())
  await user.type(await screen.findByLabelText(/^Password for this computer/u), TEST_PASSWORD)
  await user.click(screen.getByRole('button', { name: 'Back' }))
  await screen.findByText('This computer has been let in already.')
  await user.click(goOn())
  expect(await screen.findByLabelText(/^Password for this computer/u)).toHaveProperty('value', TEST_PASSWORD)
  expect(bridge.shellCalls.filter(({ path }) => path === 'network.pair')).toHaveLength(1)
})

test('an invitation file lets in as well', async () => {
  const { user, bridge } = await openJoining()
  await user.click(screen.getByRole('radio', { name: 'Invitation file' }))
  await user.click(goOn())
  await screen.findByText('Choose the file first.')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Choose …' }))
  bridge.answer('shell.chooseFile', { file: 'token', name: 'Harbour.kith-invitation' })
  bridge.answer('network.pairByFile', { workspaceName: 'Harbour office', users: [ANNA], signs: SIGNS })
  await user.click(screen.getByRole('button', { name: 'Choose …' }))
  await waitFor(() => expect(field(/^Invitation file/u)).toHaveProperty('value', 'Harbour.kith-invitation'))
  await user.click(goOn())
  await screen.findByRole('heading', { name: 'Join “Harbour office”' })
  expect(bridge.shellCalls).toContainEqual({ path: 'network.pairByFile', input: { path: 'token', name: 'front-desk' } })
})

test('a folder without a workspace is refused in words, and the usual place stays', async () => {
  const { user, bridge } = await renderApp({ state: 'none' })
  bridge.answer('shell.chooseFolder', { folder: '/home/anna/Pictures', file: 'token' })
  bridge.answer('workspace.choose', { state: 'none', folder: '/home/anna/Pictures', users: [], user: null, notice: null })
  await user.click(await screen.findByRole('button', { name: /^Open a workspace/u }))
  expect(within(await screen.findByRole('alert')).getByText('There is no workspace in this folder yet.')).toBeTruthy()
  expect(bridge.shellCalls.filter(({ path }) => path === 'workspace.choose').map(({ input }) => input)).toEqual([
    { folder: '/home/anna/Pictures' },
    { folder: '/home/anna/Kith' },
  ])
})

test('while the records of the office come, a strip above the page counts them, and goes when they are there', async () => {
  const { bridge } = await renderApp({ route: '/home' })
  await screen.findByRole('heading', { name: 'Home' })
  const taking = { done: 12_300, total: 48_000 }
  // Also while the status line has to say something else.
  bridge.answer('network.status', { ...networkOff, isOn: true, state: 'trouble', taking })
  bridge.emit({ type: 'workspace' })
  const strip = await screen.findByText('Fetching the office’s records: 12,300 of 48,000 changes')
  bridge.answer('network.status', { ...networkOff, isOn: true, state: 'quiet' })
  bridge.emit({ type: 'workspace' })
  await waitFor(() => expect(strip.isConnected).toBe(false))
})

test('where many work in the office the list of them waits until it is asked for, so that its hint can be read', async () => {
  const { user, bridge } = await openJoining()
  const users = Array.from({ length: 12 }, (_, at) => ({
    ...ANNA,
    id: ANNA.id.slice(0, -2) + (10 + at),
    name: `Colleague ${at}`,
  }))
  bridge.answer('network.pair', { workspaceName: 'Harbour office', users, signs: SIGNS })
  await user.type(field(/^Address of the other computer/u), '192.168.1.20')
  await user.type(field(/^Code/u), '12345678')
  await user.click(goOn())
  const list = await screen.findByRole('combobox', { name: /^Who are you/u })
  await waitFor(() => expect(document.activeElement).toBe(list))
  expect(list.getAttribute('aria-expanded')).toBe('false')
  await user.click(list)
  await screen.findByRole('option', { name: 'Colleague 11' })
})
