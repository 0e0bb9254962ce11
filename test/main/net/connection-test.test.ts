// What the connection test says about networks that block something. Every sentence that it can say is said once here.
import { createServer, type AddressInfo, type Server } from 'node:net'
import { IntlMessageFormat } from 'intl-messageformat'
import { afterEach, expect, test } from 'vitest'
import type { AnnouncerState, WayState } from '#main/net/announcer.ts'
import { testConnection, type ConnectionTestOptions } from '#main/net/connection-test.ts'
import { tryAddress, type AttemptOutcome } from '#main/net/dial-attempt.ts'
import type { HeardMachine } from '#main/net/heard.ts'
import type { UsableInterface } from '#main/net/interfaces.ts'
import { testPeer, type TestedPeer } from '#main/net/peer-test.ts'
import { messages } from '#shared/messages.ts'

const office: UsableInterface = {
  name: 'eth0',
  ipv4: [{ address: '192.168.1.20', netmask: '255.255.255.0', broadcast: '192.168.1.255' }],
  ipv6: ['fe80::20'],
  scope: 'eth0',
}
const ways: readonly WayState[] = (['broadcast', 'multicast', 'ipv6'] as const).map((way) => ({
  ...{ way, interfaceName: 'eth0', from: '', to: '', error: null, hasComeBack: true },
}))
const counts = { own: 3, peers: 0, strangers: 0, unreadable: 0, dropped: 0 }
const heard: HeardMachine = { id: '1', port: 1, addresses: [] }

interface Network {
  readonly state?: Partial<AnnouncerState>
  readonly heard?: readonly HeardMachine[]
  readonly outcome?: AttemptOutcome
}

const said = async (options: Partial<ConnectionTestOptions>, network: Network = {}): Promise<string[]> => {
  const shown: string[] = []
  const findings = await testConnection({
    listening: { port: 47_311 },
    announcer: {
      call: () => Promise.resolve(),
      peers: () => network.heard ?? [heard],
      state: () => ({ isRunning: true, interfaces: [office], ways, deaf: [], counts, ...network.state }),
    },
    peers: [],
    readInterfaces: () => [office],
    tries: () => Promise.resolve(network.outcome ?? 'reached'),
    patience: 0,
    onFinding: ({ messageKey }) => void shown.push(messageKey),
    ...options,
  })
  expect(findings.map(({ messageKey }) => messageKey)).toEqual(shown)
  for (const { messageKey, params } of findings) {
    const text = messages.en.get(messageKey) ?? ''
    expect(text, messageKey).not.toBe('')
    // Throws if a value is missing.
    new IntlMessageFormat(text, 'en').format({ ...params })
  }
  return findings.map(({ level, messageKey }) => `${level} ${messageKey.replace('sync.test.', '')}`)
}

const address = (host: string) => ({ host, port: 1 })
const peer: TestedPeer = { name: 'PC-3', addresses: [address('a'), address('b')], isHeard: false, hasDialledUs: false }
const meeting = (outcome: AttemptOutcome) => ({ meet: () => Promise.resolve(outcome) })
const back = (answer: boolean | null) => ({ asksToDialBack: () => Promise.resolve(answer) })

/** All that is said beside this machine, in a network where every call is answered. */
const sentences = async (beside: TestedPeer): Promise<string[]> => {
  const findings = await testConnection({
    ...{ listening: { port: 47_311 }, announcer: null, peers: [beside], readInterfaces: () => [office] },
    tries: () => Promise.resolve('reached'),
  })
  return findings.map(({ messageKey, params }) =>
    String(new IntlMessageFormat(messages.en.get(messageKey) ?? '', 'en').format({ ...params })),
  )
}

test('a network that lets everything through is well', async () => {
  expect(await said({})).toEqual(['good interfaces', 'good listening', 'good announcing', 'good heard'])
})

test('that a machine reaches its own port says nothing of the others: only one that got through shows that they can', async () => {
  const behindItsFirewall = await sentences({ ...peer, ...back(false) })
  expect(behindItsFirewall).toContain('Kith listens on port 47311.')
  expect(behindItsFirewall.at(-1)).toContain('does not reach this computer')
  expect(behindItsFirewall.join('\n')).not.toMatch(/others? computers? can|computers reach/iu)
  expect(await sentences({ ...peer, ...back(true) })).toContain('PC-3: both computers reach each other.')
})

test('no cable, no network and no router are told apart', async () => {
  const lo: UsableInterface = { name: 'lo', ipv4: [], ipv6: ['::1'], scope: 'lo' }
  expect((await said({ readInterfaces: () => [] }))[0]).toBe('trouble no_network')
  expect((await said({ readInterfaces: ({ withLoopback }) => (withLoopback ? [lo] : []) }))[0]).toBe('trouble only_loopback')
  const alone = { ...office, ipv4: [{ address: '169.254.7.7', netmask: '255.255.0.0', broadcast: '169.254.255.255' }] }
  expect((await said({ readInterfaces: () => [alone] }))[0]).toBe('note self_assigned')
})

test('while syncing is off nothing is tried', async () => {
  expect(await said({ listening: null }, { outcome: 'silent' })).toEqual(['good interfaces', 'note off'])
})

test('a port that is blocked by the own firewall', async () => {
  expect(await said({}, { outcome: 'silent' })).toContain('trouble own_port_silent')
})

test('calls that are not heard, not sent, or do not come back', async () => {
  const broken = (error: string): WayState[] => ways.map((way) => ({ ...way, error, hasComeBack: false }))
  const silent = ways.map((way) => ({ ...way, hasComeBack: false }))
  const ear = (error: string) => [{ family: 'IPv4' as const, interfaceName: null, error }]
  const one = (changes: Partial<WayState>) => ways.map((way, index) => (index === 1 ? { ...way, ...changes } : way))
  expect(await said({}, { state: { deaf: ear('EADDRINUSE') } })).toContain('trouble announce_port_in_use')
  expect(await said({}, { state: { deaf: ear('ENOBUFS') } })).toContain('note deaf')
  expect(await said({}, { state: { ways: broken('EPERM') } })).toContain('trouble cannot_call')
  expect(await said({}, { state: { ways: silent } })).toContain('trouble nothing_back')
  expect(await said({}, { state: { ways: one({ error: 'ENETUNREACH' }) } })).toContain('note way_refused')
  expect(await said({}, { state: { ways: one({ hasComeBack: false }) } })).toContain('note way_not_back')
  expect(await said({}, { heard: [] })).toContain('note nobody_heard')
})

test.each<[string, Partial<TestedPeer>, AttemptOutcome[], string]>([
  ['both ways, as it dials us', { hasDialledUs: true }, ['silent', 'reached'], 'good peer_both'],
  ['both ways, as it says', back(true), ['reached', 'silent'], 'good peer_both'],
  ['from here, the other way is unknown', {}, ['reached', 'silent'], 'good peer_reached'],
  ['from here, the other side is too old to ask', back(null), ['reached', 'silent'], 'good peer_reached'],
  ['from here only', back(false), ['reached', 'silent'], 'note peer_only_out'],
  ['from there only', { hasDialledUs: true }, ['silent', 'silent'], 'note peer_only_in'],
  ['not at all, though it is heard', { isHeard: true }, ['silent', 'no_way'], 'trouble peer_heard_only'],
  ['not at all, it refuses', { isHeard: true }, ['refused', 'silent'], 'trouble peer_refused'],
  ['from here only in name: it hangs up', meeting('not_let_in'), ['reached', 'silent'], 'trouble peer_not_let_in'],
  ['not at all, it is not spoken to', meeting('left_alone'), ['reached', 'silent'], 'trouble peer_left_alone'],
  ['not at all, it does not speak to us', meeting('turned_away'), ['reached', 'silent'], 'trouble peer_turned_away'],
  ['not at all, it speaks otherwise', meeting('other_version'), ['reached', 'silent'], 'trouble peer_other_version'],
  ['not at all, another one has its address', meeting('other_machine'), ['reached', 'silent'], 'trouble peer_other_machine'],
  ['not at all, no Kith has its address', meeting('not_kith'), ['silent', 'reached'], 'trouble peer_not_kith'],
  ['not at all, it says nothing', { ...meeting('mute'), isHeard: true }, ['refused', 'reached'], 'trouble peer_mute'],
  ['not at all, it was closed just now', meeting('refused'), ['reached', 'silent'], 'trouble peer_refused'],
  ['from here, and is the one that is meant', meeting('reached'), ['reached', 'silent'], 'good peer_reached'],
  ['not at all, it is silent', {}, ['silent', 'no_way'], 'trouble peer_silent'],
  ['not at all, its name is unknown', {}, ['no_name', 'no_way'], 'trouble peer_no_name'],
  ['not at all, it is in another network', {}, ['no_way', 'no_way'], 'trouble peer_no_way'],
  ['not at all, without an address', { addresses: [] }, [], 'trouble peer_no_address'],
])('another machine is reached %s', async (_, changes, outcomes, expected) => {
  const tries = ({ host }: { readonly host: string }) => Promise.resolve(outcomes[host === 'a' ? 0 : 1] ?? 'silent')
  const { level, messageKey } = await testPeer({ ...peer, ...changes }, tries)
  expect(`${level} ${messageKey.replace('sync.test.', '')}`).toBe(expected)
  expect(await said({ peers: [{ ...peer, ...changes }], tries }, {})).toContain(expected)
})

test('once nobody wants to know, no further machine is asked, and the one that was cut short is not judged', async () => {
  const asked: string[] = []
  const peers = ['PC-1', 'PC-2', 'PC-3'].map((name) => ({
    ...{ ...peer, name },
    asksToDialBack: () => {
      asked.push(name)
      return Promise.resolve(true)
    },
  }))
  const said = await testConnection({
    ...{ listening: { port: 47_311 }, announcer: null, peers, readInterfaces: () => [office] },
    ...{ tries: () => Promise.resolve('reached'), isOver: () => asked.length === 2 },
  })
  expect(asked).toEqual(['PC-1', 'PC-2'])
  expect(said.map(({ params }) => params['name']).filter(Boolean)).toEqual(['PC-1'])
})

let server: Server | null = null
afterEach(() => server?.close())

test('a port that listens is reached, one that does not is refused, and an interface that is not here leads nowhere', async () => {
  server = createServer()
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an AddressInfo.
  const { port } = server.address() as AddressInfo
  expect(await tryAddress({ host: '127.0.0.1', port })).toBe('reached')
  await new Promise((resolve) => server?.close(resolve))
  expect(await tryAddress({ host: '127.0.0.1', port })).toBe('refused')
  expect(await tryAddress({ host: 'fe80::1%gone0', port })).toBe('no_way')
  expect(await tryAddress({ host: 'a\0b', port })).toBe('no_way')
})
