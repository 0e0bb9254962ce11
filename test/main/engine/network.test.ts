// Two offices' machines as their users have them: whole engines with threads, keys and files, that pair by a code over real TLS on loopback.
import { expect, test } from 'vitest'
import { company, join, machine, names, office, status, until } from './networked.ts'
import { PASSWORD } from './test-engine.ts'

test('nothing listens until it is switched on, and nothing is left when it is switched off', { timeout: 180_000 }, async () => {
  const one = await machine()
  await one.create()
  expect(await status(one)).toEqual({
    ...{ state: 'off', sentence: { messageKey: 'network.state.off', params: {} }, isOn: false, name: null, port: null },
    ...{ taking: null, addresses: [], devices: [], invitation: null, files: [], joining: [], signs: {}, removed: [] },
  })
  expect(await one.ask('network.invite')).toMatchObject({ ok: false, error: { messageKey: 'network.off' } })
  expect(await one.get('network.switch', { isOn: true, name: 'Front desk' })).toMatchObject({
    ...{ state: 'quiet', sentence: { messageKey: 'network.state.alone' }, isOn: true, name: 'Front desk' },
    devices: [{ name: 'Front desk', letter: 'A', isThis: true }],
  })
  const { port } = await status(one)
  expect(port).toBeGreaterThan(0)
  await one.get('network.switch', { isOn: false })
  expect(await status(one)).toMatchObject({ state: 'off', port: null })
})

test('a second machine joins by a code, has everything, and both go on after a restart', { timeout: 300_000 }, async () => {
  const [host, guest] = [await office(), await machine()]
  await company(host, 'Nordlicht GmbH')
  expect((await join(host, guest)).workspaceName).toBe('Office')
  await until(async () => expect(await names(guest)).toEqual(['Nordlicht GmbH']))

  await company(guest, '张三公司')
  await until(async () => expect(await names(host)).toEqual(['Nordlicht GmbH', '张三公司']))
  expect((await status(host)).devices.map(({ name, letter, isConnected }) => [name, letter, isConnected])).toEqual([
    ['Front desk', 'A', false],
    ['Back office', 'B', true],
  ])
  for (const one of [host, guest])
    await until(async () => expect((await status(one)).devices.map(({ lastUserName }) => lastUserName)).toEqual(['Lin', 'Lin']))
  await until(async () => {
    const { state, sentence } = await status(host)
    expect({ state, sentence }).toEqual({
      state: 'quiet',
      sentence: { messageKey: 'network.state.exchanged', params: { count: 2 } },
    })
  })
  const ticket = (await guest.get('tickets.create', { subject: 'Broken' })) as { number: string }
  expect(ticket.number).toBe('T-B-1001')

  // The host knows what waits for whom, also after it was closed itself.
  await guest.get('workspace.lock')
  await until(async () => expect(await status(host)).toMatchObject({ sentence: { messageKey: 'network.state.nobodyThere' } }))
  const before = host.events.length
  await company(host, 'Made alone')
  const behind = {
    ...{ state: 'behind', sentence: { messageKey: 'network.state.waiting', params: { name: 'Back office', count: 1 } } },
    devices: [{ isThis: true }, { isConnected: false, toSend: 1, toTake: 0, app: '1.2.3' }],
  }
  expect(await status(host)).toMatchObject(behind)
  await until(async () => expect(JSON.stringify(host.events.slice(before))).toContain('network'))
  await host.get('workspace.lock')
  await host.get('workspace.unlock', { password: PASSWORD })
  const again = await status(host)
  expect(again).toMatchObject(behind)
  expect(Date.now() - Date.parse(again.devices[1]?.lastSeenAt ?? '')).toBeLessThan(60_000)
  await guest.get('workspace.unlock', { password: PASSWORD })
  await until(async () => expect(await names(guest)).toContain('Made alone'))
})

test('who is removed gets nothing more', { timeout: 300_000 }, async () => {
  const [host, guest] = [await office(), await machine()]
  await join(host, guest)
  await until(async () => expect((await status(host)).devices.find(({ name }) => name === 'Back office')?.isConnected).toBe(true))
  const gone = (await status(host)).devices.find(({ name }) => name === 'Back office')
  await host.get('devices.remove', { id: gone?.id })
  await until(async () => expect((await status(host)).devices.map(({ name }) => name)).toEqual(['Front desk']))
  await company(host, 'Secret')
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await names(guest)).toEqual([])
})

test('a wrong code is refused in words, and three of them end the invitation', { timeout: 180_000 }, async () => {
  const [host, guest] = [await office(), await machine()]
  const { code } = (await host.get('network.invite')) as { code: string }
  const address = `127.0.0.1:${(await status(host)).port}`
  const wrong = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`
  for (const messageKey of ['sync.pairing.wrong_code', 'sync.pairing.wrong_code', 'sync.pairing.code_dead'])
    expect(await guest.ask('network.pair', { address, code: wrong, name: 'B' })).toMatchObject({
      ok: false,
      error: { messageKey },
    })
  expect(await guest.ask('network.pair', { address, code, name: 'B' })).toMatchObject({
    ...{ ok: false, error: { messageKey: 'sync.pairing.code_dead' } },
  })
  expect((await status(host)).invitation).toBeNull()
  expect(await guest.ask('network.join', { userId: '01900000-0000-7000-8000-000000000001', password: PASSWORD })).toMatchObject({
    ...{ ok: false, error: { messageKey: 'network.pairFirst' } },
  })
})
