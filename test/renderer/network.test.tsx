// The page of the office's computers and the sign in the status line. The network itself is played: it needs machines and their keys.
import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import { renderApp, type RenderedApp, type RenderOptions } from '../support/render-with-app.tsx'
import { TEST_START } from '../support/test-app.ts'
import { networkOff } from '../support/test-bridge.ts'

type Device = NetworkStatus['devices'][number]

const MINUTE = 60_000
const later = (ms: number): string => new Date(TEST_START + ms).toISOString()

const device = (letter: string, name: string, more: Partial<Device> = {}): Device => ({
  ...{ id: letter.repeat(64).toLowerCase(), name, letter, isThis: false, isConnected: false, lastSeenAt: null, app: null },
  ...{
    lastUserName: null,
    isNewer: false,
    address: null,
    toSend: null,
    toTake: null,
    clockAheadMs: null,
    trouble: null,
    untilAt: null,
    unreached: null,
    ...more,
  },
})
const here = device('A', 'Front desk', { isThis: true })
const back = device('B', 'Back office', { isConnected: true, app: '0.1.0', address: '192.168.1.6:47311', toSend: 0, toTake: 0 })

const on = (more: Partial<NetworkStatus> = {}): NetworkStatus => ({
  ...{
    state: 'quiet',
    sentence: { messageKey: 'network_page.connected', params: {} },
    taking: null,
    isOn: true,
    name: 'Front desk',
    port: 47_311,
  },
  ...{
    addresses: ['192.168.1.5:47311'],
    devices: [here, back],
    invitation: null,
    files: [],
    joining: [],
    signs: {},
    removed: [],
    ...more,
  },
})

/** What the engine does when something of the network changes. */
const become = ({ bridge }: RenderedApp, status: NetworkStatus): void => {
  bridge.answer('network.status', status)
  act(() => bridge.emit({ type: 'changed', tables: ['network'], rev: 0 }))
}

/** The page while the network is in this state. */
const open = async (status: NetworkStatus, options: RenderOptions = {}): Promise<RenderedApp> => {
  const shown = await renderApp({ ...options, route: '/home' })
  become(shown, status)
  await shown.router.navigate('/settings/network')
  await screen.findByRole('heading', { name: options.language === 'zh-CN' ? '办公室电脑' : 'Computers of the office' })
  return shown
}
const inputsOf = ({ bridge }: RenderedApp, path: string): unknown[] =>
  bridge.shellCalls.filter((call) => call.path === path).map(({ input }) => input)
const section = (name: string) => screen.getByRole('region', { name })

test('while the network is off the page says what switching it on does, and proposes the name of the computer', async () => {
  const shown = await open(networkOff)
  await screen.findByText(/Nothing goes to the internet/u)
  await screen.findByText(/If a firewall runs on this computer/u)
  expect(screen.queryByRole('link', { name: /^Office network/u })).toBeNull()

  const name = await screen.findByRole('textbox', { name: /^Name of this computer/u })
  await waitFor(() => expect(name).toHaveProperty('value', 'front-desk'))
  await shown.user.clear(name)
  expect(screen.getByRole('button', { name: 'Switch on the office network' })).toHaveProperty('disabled', true)
  await shown.user.type(name, 'Front desk')
  shown.bridge.answer('network.switch', on())
  shown.bridge.answer('network.status', on())
  await shown.user.click(screen.getByRole('button', { name: 'Switch on the office network' }))
  expect(inputsOf(shown, 'network.switch')).toEqual([{ isOn: true, name: 'Front desk' }])
})

test('a network that cannot be switched on says why beside its button', async () => {
  const { user, bridge } = await open(networkOff)
  bridge.fail('network.switch', { code: 'unavailable', messageKey: 'sync.listen.port_taken', params: { port: '47311' } })
  await screen.findByDisplayValue('front-desk')
  await user.click(screen.getByRole('button', { name: 'Switch on the office network' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Another program uses port 47311')
})

test('each computer stands with what is to be known of it, in words', async () => {
  await open(
    on({
      devices: [
        device('B', 'Back office', { ...back, id: back.id, toSend: 1200, toTake: 1, lastUserName: 'Anna Berg' }),
        device('C', 'Laptop', { lastSeenAt: later(-30 * MINUTE), clockAheadMs: null, isNewer: true }),
        device('D', 'Warehouse', { trouble: 'network.end.other_version' }),
        device('E', 'Till', { unreached: { messageKey: 'sync.dial.other_machine', params: { address: '192.168.1.9:47311' } } }),
        device('F', 'Stock', { trouble: 'network.end.refused' }),
        { ...here, lastUserName: 'Lin' },
      ],
    }),
  )
  const rows = within(await screen.findByRole('list', { name: 'Computers' })).getAllByRole('listitem', { hidden: false })
  const texts = rows.filter((row) => row.querySelector('button')).map(({ textContent }) => textContent)
  expect(texts[0]).toContain('Front deskthis computer')
  expect(texts[0]).toContain('Last used by Lin')
  expect(texts[1]).toContain('Connected')
  expect(texts[1]).toContain('1,200 changes wait to go there')
  expect(texts[1]).toContain('1 change waits to come from there')
  expect(texts[1]).toContain('Numbers T-B-…, O-B-…')
  expect(texts[1]).toContain('Kith 0.1.0')
  expect(texts[1]).toContain('Last used by Anna Berg')
  expect(texts[2]).not.toContain('Last used')
  expect(texts[2]).toMatch(/Not connected, last here: 16:30/u)
  expect(texts[2]).toContain('It has a newer Kith.')
  expect(texts[3]).not.toContain('newer Kith')
  expect(texts[3]).toContain('Not connected since Kith was started here')
  expect(texts.join()).toContain('Another computer than expected answers at 192.168.1.9:47311.')
  // It may have been removed there, or have come while the other one was off: here nobody can tell.
  expect(texts.join()).toContain('It does not know this computer. If this computer was removed from the office')
  expect(texts.find((text) => text.includes('Warehouse'))).toContain('It runs another version of Kith. Bring both up to date.')
})

test.each([
  ['en', 'This computer does not talk to it until 18:00.', 'does not talk to this computer until 18:00.'],
  ['zh-CN', '本机在 18:00 之前不与它同步', '在 18:00 之前不与本机同步'],
] as const)('in %s it says who does not talk to whom, and until when', async (language, leftAlone, turnedAway) => {
  const untilAt = later(60 * MINUTE)
  const devices = [
    here,
    device('C', 'Laptop', { trouble: 'network.end.left_alone', untilAt }),
    device('D', 'Warehouse', { trouble: 'network.end.turned_away', untilAt }),
  ]
  await open(on({ devices }), { language })
  expect(await screen.findByText((text) => text.includes(leftAlone))).toBeTruthy()
  expect(screen.getByText((text) => text.includes(turnedAway))).toBeTruthy()
})

test('the trouble with a computer is told in its row, and above it only who has some', async () => {
  const sentence = { messageKey: 'network.trouble.other_version', params: { name: 'Laptop' } }
  const devices = [here, device('C', 'Laptop', { trouble: 'network.end.other_version' })]
  await open(on({ state: 'trouble', sentence, devices }))
  await screen.findByText('There is trouble with Laptop; see below.')
  await screen.findByText('It runs another version of Kith. Bring both up to date.')
  // The other one is the status line.
  expect(screen.getAllByText(/runs another version/u)).toHaveLength(2)
})

test('once the time is over for which a computer is left alone, that is not said any more', async () => {
  const alone = device('C', 'Laptop', { trouble: 'network.end.left_alone', untilAt: later(1500) })
  const shown = await open(on({ devices: [here, alone] }))
  await screen.findByText(/^It said three times within an hour/u)
  shown.bridge.answer('network.status', on({ devices: [here, device('C', 'Laptop')] }))
  await waitFor(() => expect(screen.queryByText(/^It said three times within an hour/u)).toBeNull(), { timeout: 5000 })
})

test('a computer that is left alone is talked to again at once when somebody wants it', async () => {
  const devices = [here, back, device('C', 'Laptop', { trouble: 'network.end.left_alone', untilAt: later(MINUTE) })]
  const shown = await open(on({ devices }))
  shown.bridge.answer('network.speakAgain', null)
  await shown.user.click(await screen.findByRole('button', { name: 'Actions for Back office' }))
  await screen.findByRole('menuitem', { name: 'Another address…' })
  expect(screen.queryByRole('menuitem', { name: 'Talk to it again now' })).toBeNull()
  await shown.user.keyboard('{Escape}')
  await shown.user.click(screen.getByRole('button', { name: 'Actions for Laptop' }))
  await shown.user.click(await screen.findByRole('menuitem', { name: 'Talk to it again now' }))
  await waitFor(() => expect(inputsOf(shown, 'network.speakAgain')).toEqual([{ deviceId: 'c'.repeat(64) }]))
})

test('a computer is renamed and removed, and the page says what removing does not do', async () => {
  const shown = await open(on())
  const { app, user } = shown
  const second = await app.ask('devices.admit', { id: back.id, name: 'Back office' })
  await user.click(await screen.findByRole('button', { name: 'Actions for Back office' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Rename…' }))
  const name = await screen.findByRole('textbox', { name: /^Name/u })
  await user.clear(name)
  await user.type(name, 'Till{Enter}')
  await screen.findByText('Renamed the computer to Till')
  expect(await app.ask('devices.list', {})).toEqual([{ ...second, name: 'Till' }])

  await user.click(screen.getByRole('button', { name: 'Actions for Back office' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Remove…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Remove Back office?' })
  within(dialog).getByText('What was done on Back office and has not come here yet stays on that computer only.')
  expect(dialog.textContent).toContain('What it already has stays on it')
  await user.click(within(dialog).getByRole('button', { name: 'Remove the computer' }))
  await screen.findByText('Removed Back office')
  expect(await app.ask('devices.list', {})).toEqual([])
})

test('a computer that used the code and has not come is listed until its time is over, and can be refused', async () => {
  const laptop = { id: device('C', '').id, name: 'Laptop', until: later(24 * 60 * MINUTE) }
  const shown = await open(on({ joining: [laptop] }))
  const { app, user } = shown
  await app.ask('devices.admit', { id: laptop.id, name: 'Laptop' })
  await screen.findByText('It knew the code or had an invitation, and is let in until 3 Mar 2026, 17:00.')
  await user.click(await screen.findByRole('button', { name: 'Actions for Laptop' }))
  expect((await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)).toEqual(['Remove…'])
  await user.click(screen.getByRole('menuitem', { name: 'Remove…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Remove Laptop?' })
  within(dialog).getByText(/Once removed, it is not let in any more/u)
  await user.click(within(dialog).getByRole('button', { name: 'Remove the computer' }))
  await screen.findByText('Removed Laptop')
  expect(await app.ask('devices.list', {})).toEqual([])
})

test('the signs to compare stand beside a computer that was just let in, before and after it has come', async () => {
  const { id } = device('C', '')
  const signs = { [id]: [0, 38, 38, 63] }
  const shown = await open(on({ joining: [{ id, name: 'Laptop', until: later(MINUTE) }], signs }))
  const compared = async (name: RegExp) =>
    within(await screen.findByRole('list', { name }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
  expect(await compared(/^The new computer shows the same four signs/u)).toEqual(['Anchor', 'Hourglass', 'Hourglass', 'Windmill'])
  become(shown, on({ devices: [here, back, device('C', 'Laptop')], signs }))
  await screen.findByText('Laptop')
  expect(await compared(/^When it joined it showed the same four signs/u)).toEqual([
    'Anchor',
    'Hourglass',
    'Hourglass',
    'Windmill',
  ])
  become(shown, on({ devices: [here, back, device('C', 'Laptop')] }))
  await waitFor(() => expect(screen.queryByText('Anchor')).toBeNull())
})

test('a removed computer is listed with who has heard of it, and who still lets it in', async () => {
  const laptop = { id: device('C', '').id, name: 'Laptop', at: later(-2 * MINUTE), by: 'Front desk' }
  const shown = await open(on({ removed: [{ ...laptop, heard: ['Back office', 'Till'], unheard: ['Store'] }] }))
  const list = await screen.findByRole('list', { name: 'Removed computers' })
  expect(list.textContent).toContain('Laptop')
  within(list).getByText(/^Removed on Front desk, /u)
  within(list).getByText('Back office and Till know of it.')
  within(list).getByText('Store has not heard of it yet, and still lets it in.')
  screen.getByText('A computer that was off hears of a removal as soon as it meets one that knows of it.')

  become(shown, on({ removed: [{ ...laptop, at: null, heard: ['Back office', 'Till', 'Store'], unheard: [] }] }))
  await screen.findByText('All other computers know of it.')
  within(list).getByText('Removed on Front desk')
  expect(screen.queryByText(/as soon as it meets one/u)).toBeNull()
  become(shown, on())
  await waitFor(() => expect(screen.queryByText('Removed computers')).toBeNull())
})

test('a computer that the list does not name says so; it is removed, and not renamed', async () => {
  const { user } = await open(on({ devices: [here, { ...back, letter: '' }] }))
  await screen.findByText(
    'It is let in, but the list of the office does not name it yet, or not any more. If nobody knows it, remove it.',
  )
  await user.click(await screen.findByRole('button', { name: 'Actions for Back office' }))
  await screen.findByRole('menuitem', { name: 'Remove…' })
  expect(screen.queryByRole('menuitem', { name: 'Rename…' })).toBeNull()
})

test.each(['removed', 'refused', 'self', 'fork'])('where only a new code helps (%s), a button leads to it', async (end) => {
  const sentence = { messageKey: `network.trouble.${end}`, params: { name: 'Back office' } }
  const shown = await open(on({ state: 'trouble', sentence }))
  const { user, bridge } = shown
  await user.click(await screen.findByRole('button', { name: 'Join the office again…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Join the office again with this computer?' })
  within(dialog).getByText(/has not reached the others stays only in it/u)
  bridge.answer('workspace.choose', { state: 'none', folder: '/home/anna/Kith-2', users: [], user: null, notice: null })
  await user.click(within(dialog).getByRole('button', { name: 'Lock and join again' }))
  await waitFor(() => expect(inputsOf(shown, 'workspace.choose')).toEqual([{ folder: null }]))
  expect(inputsOf(shown, 'workspace.lock')).toHaveLength(1)
})

test('where waiting helps, nobody is sent to join again', async () => {
  await open(on({ state: 'trouble', sentence: { messageKey: 'network.trouble.other_version', params: { name: 'Back office' } } }))
  expect(screen.queryByRole('button', { name: 'Join the office again…' })).toBeNull()
})

test('this computer can be renamed but not removed', async () => {
  const { user } = await open(on())
  await user.click(await screen.findByRole('button', { name: 'Actions for Front desk' }))
  await screen.findByRole('menuitem', { name: 'Rename…' })
  expect(screen.queryByRole('menuitem', { name: 'Remove…' })).toBeNull()
})

test('another address of a computer is called and says what came of it, and one that is none is refused beside it', async () => {
  const shown = await open(on())
  const { user, bridge } = shown
  await user.click(await screen.findByRole('button', { name: 'Actions for Back office' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Another address…' }))
  bridge.fail('network.addAddress', { code: 'invalid_input', messageKey: 'sync.address.bad_ipv4', params: { host: '192.168.1' } })
  await user.type(await screen.findByRole('textbox', { name: /^Address/u }), '192.168.1{Enter}')
  await screen.findByText(/“192.168.1” is not complete/u)
  bridge.fail('network.addAddress', null)
  bridge.answer('network.addAddress', [
    { level: 'trouble', messageKey: 'sync.dial.no_answer', params: { address: '192.168.1.20:47311' } },
    { level: 'note', messageKey: 'network.address.kept', params: {} },
  ])
  await user.type(screen.getByRole('textbox', { name: /^Address/u }), '.20{Enter}')
  const dialog = within(screen.getByRole('dialog'))
  await dialog.findByText(/^Nothing answers at 192\.168\.1\.20:47311/u)
  expect(within(dialog.getByRole('status')).getAllByRole('listitem')).toHaveLength(2)
  dialog.getByText('The address is kept. Kith goes on trying it by itself.')

  // What was said of one address is not said of the next.
  await user.type(screen.getByRole('textbox', { name: /^Address/u }), '1')
  expect(dialog.queryByRole('listitem')).toBeNull()
  bridge.answer('network.addAddress', [{ level: 'good', messageKey: 'network.address.connected', params: { name: back.name } }])
  await user.keyboard('{Enter}')
  await dialog.findByText('Back office is connected.')
  await user.click(dialog.getByText('Close'))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(inputsOf(shown, 'network.addAddress')).toEqual(
    ['192.168.1.20', '192.168.1.201'].map((address) => ({ deviceId: back.id, address })),
  )
})

test('while a computer is missing the network can be searched for it, and what was found is said', async () => {
  const shown = await open(on({ devices: [here, back, device('C', 'Laptop')] }))
  const { user, bridge } = shown
  const none = { level: 'note', messageKey: 'network.search.none', params: { ranges: ['192.168.1.0/24', '10.0.0.0/24'] } }
  bridge.answer('network.searchComputers', none)
  await user.click(await screen.findByRole('button', { name: 'Search for missing computers' }))
  const said = within(screen.getByRole('status', { name: 'Search for missing computers' }))
  await said.findByText(
    /^No further computer of this office was found\. .* Kith searched 192\.168\.1\.0\/24 and 10\.0\.0\.0\/24\.$/u,
  )

  bridge.answer('network.searchComputers', {
    ...{ level: 'good', messageKey: 'network.search.found', params: { count: 1, names: ['Laptop'] } },
  })
  await user.click(screen.getByRole('button', { name: 'Search for missing computers' }))
  await said.findByText('1 computer of this office was found: Laptop.')
  // What was found stays said, while there is nothing left to search for.
  become(shown, on({ devices: [here, back, device('C', 'Laptop', { isConnected: true })] }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Search for missing computers' })).toBeNull())
  said.getByText('1 computer of this office was found: Laptop.')
})

test('where another computer shows something else the records here can be checked, and what came of it is said', async () => {
  const differs = device('C', 'Laptop', { isConnected: true, trouble: 'network.end.differs' })
  const shown = await open(on({ devices: [here, back] }))
  const { user, bridge } = shown
  await screen.findByText('Back office')
  expect(screen.queryByRole('button', { name: 'Check this computer’s records' })).toBeNull()
  become(shown, on({ devices: [here, back, differs] }))
  await screen.findByText(/^It has the same changes as this computer but other data/u)

  bridge.answer('network.check', { level: 'trouble', messageKey: 'network.check.broken', params: {} })
  await user.click(await screen.findByRole('button', { name: 'Check this computer’s records' }))
  const said = within(screen.getByRole('status', { name: 'Check this computer’s records' }))
  await said.findByText(/^The history on this computer is damaged too/u)
  said.getByRole('button', { name: 'Join the office again…' })

  bridge.answer('network.check', { level: 'good', messageKey: 'network.check.sameHere', params: { names: ['Laptop'] } })
  await user.click(screen.getByRole('button', { name: 'Check this computer’s records' }))
  await said.findByText('The records on this computer agree with their history. Check on Laptop as well.')
  expect(said.queryByRole('button')).toBeNull()

  bridge.answer('network.check', { level: 'note', messageKey: 'network.check.mended', params: { count: 3 } })
  await user.click(screen.getByRole('button', { name: 'Check this computer’s records' }))
  await said.findByText('3 records did not agree with the history and were set right.')
  // It stays said, while there is nothing left to check.
  become(shown, on({ devices: [here, back] }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Check this computer’s records' })).toBeNull())
  said.getByText('3 records did not agree with the history and were set right.')
})

test('a code is shown in groups with its time and tries, and what becomes of it is said', async () => {
  const shown = await open(on())
  const { user, bridge } = shown
  const invitation = { code: '12345678', until: later(9 * MINUTE + 5000), triesLeft: 3 }
  bridge.answer('network.invite', invitation)
  await user.click(await screen.findByRole('button', { name: 'Show a code' }))
  become(shown, on({ invitation }))
  const code = await screen.findByLabelText('The code: 1234 5678')
  expect(document.activeElement).toBe(code)
  const card = section('With a code')
  expect(card.textContent).toContain('Valid for another 9:05, with 3 tries left')
  expect(card.textContent).toContain('192.168.1.5:47311')
  expect(card.textContent).not.toContain('A wrong code was typed')

  become(shown, on({ invitation: { ...invitation, triesLeft: 1 } }))
  await screen.findByText('A wrong code was typed.')
  expect(card.textContent).toContain('with one try left')

  become(shown, on({ joining: [{ id: device('C', 'Laptop').id, name: 'Laptop', until: later(MINUTE) }] }))
  await screen.findByText('“Laptop” used the code. It is added once somebody there has said who they are.')
  become(shown, on({ devices: [here, back, device('C', 'Laptop')] }))
  await screen.findByText('“Laptop” was added.')
  expect(screen.queryByLabelText(/^The code/u)).toBeNull()
  await screen.findByRole('button', { name: 'Show another code' })
})

test('a code that died and one whose time is over are told apart, one that was withdrawn says nothing', async () => {
  const shown = await open(on({ invitation: { code: '12345678', until: later(MINUTE), triesLeft: 1 } }))
  await screen.findByLabelText('The code: 1234 5678')
  become(shown, on())
  await screen.findByText(/typed wrongly three times/u)

  become(shown, on({ invitation: { code: '87654321', until: later(-1), triesLeft: 3 } }))
  await screen.findByText('The code was not used in time and is no longer valid.')

  become(shown, on({ invitation: { code: '11112222', until: later(MINUTE), triesLeft: 3 } }))
  shown.bridge.answer('network.withdraw', null)
  await shown.user.click(await screen.findByRole('button', { name: 'Withdraw the code' }))
  become(shown, on())
  expect(document.activeElement).toBe(await screen.findByRole('button', { name: 'Show a code' }))
  expect(inputsOf(shown, 'network.withdraw')).toEqual([{}])
})

test('an invitation is saved where the user says, and those that are open can be withdrawn', async () => {
  const shown = await open(on())
  const { user, bridge } = shown
  bridge.answer('shell.chooseTarget', { file: 'token', name: 'Test office.kith-invitation' })
  bridge.answer('network.saveInvitation', { id: 'ab', until: later(7 * 24 * 60 * MINUTE) })
  await user.click(await screen.findByRole('button', { name: 'Save an invitation…' }))
  await screen.findByText('Saved as “Test office.kith-invitation”.')
  expect(inputsOf(shown, 'shell.chooseTarget')).toEqual([{ kind: 'invitation', suggestedName: 'Invitation Test office' }])
  expect(inputsOf(shown, 'network.saveInvitation')).toEqual([{ path: 'token' }])

  become(shown, on({ files: [{ id: 'ab', until: later(7 * 24 * 60 * MINUTE) }] }))
  bridge.answer('network.withdraw', null)
  await user.click(await screen.findByRole('button', { name: /^Withdraw the invitation that is valid until 9 Mar 2026/u }))
  expect(inputsOf(shown, 'network.withdraw')).toEqual([{ id: 'ab' }])
})

test('the connection test says what it found and when, each with its word, and can be run again', async () => {
  let now = TEST_START
  const shown = await open(on(), { now: () => now })
  const { user, bridge } = shown
  bridge.answer('network.test', [
    { level: 'good', messageKey: 'sync.test.listening', params: { port: '47311' } },
    { level: 'note', messageKey: 'sync.test.peer_only_out', params: { name: 'Back office' } },
    { level: 'trouble', messageKey: 'sync.test.not_known_yet', params: {} },
  ])
  await user.click(await screen.findByRole('button', { name: 'Test the connection' }))
  const found = within(section('Connection test'))
  await found.findByText('Kith listens on port 47311.')
  expect(found.getByRole('link', { name: 'Help: When computers do not find each other' }).getAttribute('href')).toBe(
    '/help/connection',
  )
  expect(found.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'GoodKith listens on port 47311.',
    expect.stringMatching(/^NoteBack office: can be reached/u),
    'TroubleThere is something that this version of Kith has no words for.',
  ])
  now += 3 * MINUTE
  become(shown, on({ name: 'Reception' }))
  found.getByText('Tested: 17:00')
  await user.click(found.getByRole('button', { name: 'Test again' }))
  await found.findByText('Tested: 17:03')
  expect(inputsOf(shown, 'network.test')).toHaveLength(2)
  now += 24 * 60 * MINUTE
  become(shown, on({ name: 'Front desk' }))
  await found.findByText('Tested: yesterday 17:03')
})

test('the status line says how the network is doing, leads to its page, and does not flicker over a short exchange', async () => {
  const shown = await renderApp({ route: '/home' })
  await screen.findByRole('heading', { level: 1 })
  expect(screen.queryByRole('link', { name: /^Office network/u })).toBeNull()
  const saying = (state: NetworkStatus['state'], messageKey: string) => on({ state, sentence: { messageKey, params: {} } })

  become(shown, saying('quiet', 'network_page.up_to_date'))
  await screen.findByRole('link', { name: 'Office network: Nothing waits' })
  become(shown, saying('syncing', 'network_page.test_running'))
  become(shown, saying('quiet', 'network_page.up_to_date'))
  await new Promise((resolve) => setTimeout(resolve, 800))
  expect(screen.queryByRole('link', { name: 'Office network: Testing…' })).toBeNull()

  become(shown, saying('syncing', 'network_page.test_running'))
  await screen.findByRole('link', { name: 'Office network: Testing…' }, { timeout: 3000 })
  become(shown, saying('trouble', 'network.end.other_version'))
  const link = await screen.findByRole('link', { name: /^Office network: It runs another version/u })
  await shown.user.click(link)
  expect(shown.router.state.location.pathname).toBe('/settings/network')
})

test('a newer Kith elsewhere shows as a warning in the status line: it asks for something', async () => {
  const newer = (name: string) => ({ sentence: { messageKey: 'network.state.newer', params: { name } } })
  await open(on(newer('Warehouse')))
  const link = await screen.findByRole('link', { name: /^Office network: Warehouse has a newer Kith/u })
  expect(link.querySelector('[data-tone]')?.getAttribute('data-tone')).toBe('warn')
  // In a narrow window its sentence is cut: the whole of it shows by keyboard, too.
  act(() => link.focus())
  await screen.findByRole('tooltip', { name: /^Office network: Warehouse has a newer Kith/u })
})

test('a clock that is off stands with its computer, in minutes, hours or days', async () => {
  const off = (letter: string, name: string, clockAheadMs: number) => device(letter, name, { isConnected: true, clockAheadMs })
  await open(
    on({
      ...{ state: 'trouble', sentence: { messageKey: 'network.clock.thisBehind', params: { count: 5, unit: 'minutes' } } },
      devices: [
        here,
        off('B', 'One', 5 * MINUTE),
        off('C', 'Two', -180 * MINUTE),
        off('D', 'Three', 3 * 1440 * MINUTE),
        off('E', 'Four', 119_000),
      ],
    }),
  )
  await screen.findByText('Its clock is 5 minutes ahead of the clock here.')
  await screen.findByText('Its clock is 3 hours behind the clock here.')
  await screen.findByText('Its clock is 3 days ahead of the clock here.')
  expect(screen.getAllByText(/^Its clock/u)).toHaveLength(3)
  await screen.findByRole('link', { name: /^Office network: The clock of this computer is 5 minutes behind/u })
})

test('a connected computer says also how right its clock is', async () => {
  const seen = (letter: string, clockAheadMs: number | null, isConnected = true) =>
    device(letter, `PC-${letter}`, { isConnected, clockAheadMs })
  await open(on({ devices: [here, seen('B', -2000), seen('C', 3100), seen('D', -95_000), seen('E', null), seen('F', 0, false)] }))
  const list = await screen.findByRole('list', { name: 'Computers' })
  const clocks = within(list).getAllByText(/^Clock/u)
  expect(clocks.map(({ textContent }) => textContent)).toEqual(['Clock agrees', 'Clock 3 s ahead', 'Clock 95 s behind'])
})

test('the page speaks Chinese', async () => {
  const laptop = device('C', '手提电脑', { isConnected: true, lastUserName: '王芳', clockAheadMs: 4000 })
  await open(on({ devices: [here, { ...back, toSend: 3, clockAheadMs: -3 * 3_600_000 }, laptop] }), { language: 'zh-CN' })
  await screen.findByText('3 处改动待发往那台电脑')
  await screen.findByText('它的时钟比本机慢 3 小时。')
  await screen.findByText('最近使用者：王芳')
  await screen.findByText('时钟快 4 秒')
  expect(section('用配对码').textContent).toContain('显示配对码')
})

test('Escape out of what an item of a menu opened gives the focus back to the button of the menu', async () => {
  const { user } = await open(on())
  const button = await screen.findByRole('button', { name: 'Actions for Back office' })
  button.focus()
  await user.keyboard('{Enter}')
  await user.click(await screen.findByRole('menuitem', { name: 'Remove…' }))
  await screen.findByRole('dialog', { name: 'Remove Back office?' })
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(button))
})

test('the keyboard goes on in the page when what had the focus is gone', async () => {
  const shown = await open(on())
  const { user, bridge } = shown
  const page = (): HTMLElement | null => document.getElementById('page')
  const button = await screen.findByRole('button', { name: 'Actions for Back office' })
  act(() => button.focus())
  become(shown, on({ devices: [here] }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Actions for Back office' })).toBeNull())
  expect(document.activeElement).toBe(page())

  // Whoever is at work elsewhere stays there.
  const mine = screen.getByRole('button', { name: 'Actions for Front desk' })
  act(() => mine.focus())
  become(shown, on({ devices: [here, back] }))
  await screen.findByRole('button', { name: 'Actions for Back office' })
  expect(document.activeElement).toBe(mine)

  const off = screen.getByRole('button', { name: 'Switch off' })
  act(() => off.focus())
  bridge.answer('network.switch', networkOff)
  await user.keyboard('{Enter}')
  become(shown, networkOff)
  await screen.findByRole('button', { name: 'Switch on the office network' })
  await waitFor(() => expect(document.activeElement).toBe(page()))
})
