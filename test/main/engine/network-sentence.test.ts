// One sentence for the status bar, from what is known of each machine.
import { expect, test } from 'vitest'
import { isHereByOthers, knownPeers, waitingFor } from '#main/engine/known-peers.ts'
import { SCHEMA_VERSION } from '#main/db/migrate.ts'
import { networkSentence } from '#main/engine/network-sentence.ts'
import { networkStatusOf } from '#main/engine/network-status.ts'
import type { KnownPeer } from '#main/engine/network-file.ts'
import type { Connection } from '#main/sync/connections.ts'
import type { OfficeState } from '#main/sync/office.ts'
import type { Told } from '#main/sync/heard-of.ts'
import { languages } from '#shared/base/messages.ts'
import { messages } from '#shared/messages.ts'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'

type Device = NetworkStatus['devices'][number]
const device = (name: string, changes: Partial<Device> = {}): Device => ({
  ...{ id: name, name, letter: 'B', isThis: false, isConnected: true, lastSeenAt: null, app: null, address: null },
  ...{ lastUserName: null, isNewer: false, toSend: 0, toTake: 0, clockAheadMs: 0, trouble: null, untilAt: null, unreached: null },
  ...changes,
})
const own = device('Front desk', { isThis: true, isConnected: false, toSend: null, toTake: null, clockAheadMs: null })
const away = { isConnected: false } as const
const MINUTE = 60_000

const said = (others: readonly Device[], inAll: readonly [string, number][] = []): string => {
  const { state, sentence } = networkSentence(true, null, [own, ...others], new Map(inAll))
  const values = Object.entries(sentence.params).map(([name, value]) => `${name}=${String(value)}`)
  return [state, sentence.messageKey.replace('network.', ''), ...values].join(' ')
}

test('an office in which nothing waits is quiet, and says who is here', () => {
  expect(said([])).toBe('quiet state.alone')
  expect(said([device('PC-2'), device('PC-3')])).toBe('quiet state.exchanged count=3')
  expect(said([device('PC-2'), device('PC-3', away)])).toBe('quiet state.someThere there=2 count=3')
  expect(said([device('PC-2', away)])).toBe('quiet state.nobodyThere')
  expect(said([device('PC-2'), device('PC-3', { isNewer: true })])).toBe('quiet state.newer name=PC-3')
  expect(networkSentence(false, null, [own], new Map())).toEqual({
    ...{ state: 'off', sentence: { messageKey: 'network.state.off', params: {} }, taking: null },
  })
})

test('while changes travel it says how many, and between whom', () => {
  expect(said([device('PC-3', { toTake: 1760 })], [['PC-3', 3000]])).toBe('syncing state.taking name=PC-3 done=1240 total=3000')
  expect(said([device('PC-3', { toTake: 20 })])).toBe('syncing state.taking name=PC-3 done=0 total=20')
  const two = [device('PC-2', { toTake: 900 }), device('PC-3', { toTake: 1000 })]
  expect(said(two, [['PC-2', 3000]])).toBe('syncing state.takingFromMore machines=2 done=2000 total=3000')
  expect(said([device('PC-2', { toSend: 4 })])).toBe('syncing state.sending name=PC-2 count=4')
  expect(said([device('PC-2', { toSend: 4 }), device('PC-3', { toSend: 4 })])).toBe('syncing state.exchanging count=2')
})

test('changes that wait for machines that are away are counted', () => {
  expect(said([device('PC-2'), device('PC-3', { ...away, toSend: 12 })])).toBe('behind state.waiting name=PC-3 count=12')
  expect(said([device('PC-2', { ...away, toSend: 3 }), device('PC-3', { ...away, toSend: 12 })])).toBe(
    'behind state.waitingForMore machines=2 count=12',
  )
  expect(said([device('PC-3', { ...away, toTake: 9 })])).toBe('behind state.missing name=PC-3 count=9')
})

test('trouble says which machine, and comes before all else', () => {
  expect(said([device('PC-2', { toSend: 4 }), device('PC-3', { ...away, trouble: 'network.end.other_version' })])).toBe(
    'trouble trouble.other_version name=PC-3',
  )
  const taken = { messageKey: 'sync.listen.port_taken', params: { port: 47_311 } }
  expect(networkSentence(true, taken, [own], new Map())).toEqual({ state: 'trouble', sentence: taken, taking: null })
  // How far a newcomer is can be seen all the same.
  const late = device('PC-2', { clockAheadMs: 60 * MINUTE, toTake: 300 })
  const { state, taking } = networkSentence(true, null, [own, late, device('PC-3')], new Map([['PC-2', 1000]]))
  expect([state, taking]).toEqual(['trouble', { done: 700, total: 1000 }])
})

test('a clock more than two minutes off is told, and this machine’s only where two others agree', () => {
  const ahead = (name: string, ms: number, more: Partial<Device> = {}): Device => device(name, { clockAheadMs: ms, ...more })
  expect(said([ahead('PC-2', 119_000), ahead('PC-3', -119_000)])).toBe('quiet state.exchanged count=3')
  expect(said([ahead('PC-2', 63 * MINUTE), ahead('PC-3', 64 * MINUTE)])).toBe('trouble clock.thisBehind unit=minutes count=63')
  expect(said([ahead('PC-2', -3 * 60 * MINUTE), ahead('PC-3', -3 * 60 * MINUTE), ahead('PC-4', 0)])).toBe(
    'trouble clock.thisAhead unit=hours count=3',
  )
  expect(said([ahead('PC-2', 0), ahead('PC-3', 0), ahead('PC-4', 3 * 1440 * MINUTE)])).toBe(
    'trouble clock.otherAhead name=PC-4 unit=days count=3',
  )
  expect(said([ahead('PC-2', 0), ahead('PC-3', -5 * MINUTE)])).toBe('trouble clock.otherBehind name=PC-3 unit=minutes count=5')
  expect(said([ahead('PC-2', 5 * MINUTE)])).toBe('trouble clock.differ name=PC-2 unit=minutes count=5')
  // It was wrong when it left, and may be right by now.
  expect(said([ahead('PC-2', 5 * MINUTE, away)])).toBe('quiet state.nobodyThere')
})

const connection: Connection = {
  ...{ deviceId: 'b', isOpen: false, peer: { name: 'PC-2', app: '1.0.0', schema: 7 }, toTakeInAll: 0, side: 'dialled' },
  ...{ heardAt: 50, address: '', trouble: null, shunnedUntil: null },
  progress: { toSend: 0, toTake: 0, theirs: new Map([['o', 5]]), clockAheadMs: null },
}

test('a machine that knows more than this one is told from one that knows as much', () => {
  const isNewer = (schema: number): boolean | undefined => {
    const { peer } = connection
    const office: OfficeState = {
      ...{ port: 47_311, invitation: null, files: [], addresses: [], told: new Map(), failures: new Map() },
      connections: [{ ...connection, peer: peer && { ...peer, schema } }],
    }
    const status = networkStatusOf({
      ...{ file: null, office, trouble: null, joining: [], signs: {}, removed: [], ours: new Map(), lastUsers: new Map() },
      devices: [{ id: 'b', name: 'PC-2', letter: 'B' }],
      ...{ differs: () => false, ownAddresses: [], appVersion: '1.0.0', now: 100 },
    })
    return status.devices[0]?.isNewer
  }
  expect([SCHEMA_VERSION - 1, SCHEMA_VERSION, SCHEMA_VERSION + 1].map(isNewer)).toEqual([false, false, true])
})

test('that a machine does not let this one in is told only where no other one does', () => {
  const failures = new Map([['b', { reason: 'refused', address: '192.168.1.6:47311', isRepeated: true } as const]])
  const trouble = (isOpen: boolean): string | null | undefined => {
    const office: OfficeState = {
      ...{ port: 47_311, invitation: null, files: [], addresses: [], told: new Map(), failures },
      connections: [{ ...connection, deviceId: 'c', isOpen }],
    }
    return networkStatusOf({
      ...{ file: null, office, trouble: null, joining: [], signs: {}, removed: [], ours: new Map(), lastUsers: new Map() },
      devices: ['b', 'c'].map((id) => ({ id, name: id, letter: '' })),
      ...{ differs: () => false, ownAddresses: [], appVersion: '1.0.0', now: 100 },
    }).devices[0]?.trouble
  }
  expect([trouble(false), trouble(true)]).toEqual(['network.end.refused', null])
})

test.each([
  ['errors.diskFull', 'own_disk_full'],
  ['errors.readOnly', 'own_disk'],
  ['errors.disk', 'own_disk'],
  ['errors.busy', 'own_trouble'],
  ['workspace.diskFull', 'own_disk_full'],
  ['workspace.readOnly', 'own_disk'],
  ['workspace.diskError', 'own_disk'],
])('%s is told in the words for what came from other machines', (messageKey, told) => {
  const office: OfficeState = {
    ...{ port: 47_311, invitation: null, files: [], addresses: [], told: new Map(), failures: new Map() },
    connections: [{ ...connection, trouble: { end: 'own_trouble', detail: null, messageKey, until: null } }],
  }
  const { devices } = networkStatusOf({
    ...{ file: null, office, trouble: null, joining: [], signs: {}, removed: [], ours: new Map(), lastUsers: new Map() },
    devices: [{ id: 'b', name: 'PC-2', letter: 'B' }],
    ...{ differs: () => false, ownAddresses: [], appVersion: '1.0.0', now: 100 },
  })
  const keys = [devices[0]?.trouble, networkSentence(true, null, devices, new Map()).sentence.messageKey]
  expect(keys).toEqual([`network.end.${told}`, `network.trouble.${told}`])
  for (const key of keys) for (const language of languages) expect(messages[language].has(key ?? '')).toBe(true)
})

test('who is left alone for a while is told apart from who is not understood, on both sides, and until when', () => {
  const row = (changes: Partial<Connection>) => {
    const office: OfficeState = {
      ...{ port: 47_311, invitation: null, files: [], addresses: [], told: new Map(), failures: new Map() },
      connections: [{ ...connection, ...changes }],
    }
    const { devices } = networkStatusOf({
      ...{ file: null, office, trouble: null, joining: [], signs: {}, removed: [], ours: new Map(), lastUsers: new Map() },
      devices: [{ id: 'b', name: 'PC-2', letter: 'B' }],
      ...{ differs: () => false, ownAddresses: [], appVersion: '1.0.0', now: 100 },
    })
    const { trouble = null, untilAt = null } = devices[0] ?? {}
    return [trouble, untilAt, networkSentence(true, null, devices, new Map()).sentence.messageKey]
  }
  const nothing = { detail: null, messageKey: null, until: null }
  const notUnderstood = { ...nothing, end: 'bad_message' } as const
  const turnedAway = { ...nothing, end: 'turned_away', until: 3_600_000 } as const
  const at = '1970-01-01T01:00:00.000Z'
  const leftAlone = row({ trouble: notUnderstood, shunnedUntil: 3_600_000 })
  expect(leftAlone).toEqual(['network.end.left_alone', at, 'network.trouble.left_alone'])
  expect(row({ trouble: notUnderstood })).toEqual(['network.end.bad_message', null, 'network.trouble.bad_message'])
  expect(row({ trouble: turnedAway })).toEqual(['network.end.turned_away', at, 'network.trouble.turned_away'])
  // It is over, and nobody was met since.
  expect(row({ trouble: { ...turnedAway, until: 100 } }).slice(0, 2)).toEqual([null, null])
  for (const key of ['end.left_alone', 'trouble.left_alone', 'end.turned_away', 'trouble.turned_away'])
    for (const language of languages) expect(messages[language].has(`network.${key}`)).toBe(true)
})

test('what a machine held when it left is remembered, until it leaves the office', () => {
  const nobody = new Map<string, Told>()
  const other: KnownPeer = { deviceId: 'c', seenAt: 7, app: null, vector: null, held: null }
  const kept = knownPeers([other], [connection], nobody, new Set(['b', 'c']))
  expect(kept).toEqual([other, { deviceId: 'b', seenAt: 50, app: '1.0.0', vector: [['o', 5]], held: null }])
  // A talk that ended before anything was said of it changes when it was seen, and no more.
  const [again] = knownPeers(kept, [{ ...connection, peer: null, progress: null, heardAt: 60 }], nobody, new Set(['b']))
  expect(again).toEqual({ deviceId: 'b', seenAt: 60, app: '1.0.0', vector: [['o', 5]], held: null })

  const ours = new Map([
    ['o', 7],
    ['p', 1],
  ])
  expect(waitingFor(again, ours)).toEqual({ toSend: 3, toTake: 0 })
  expect(waitingFor(again, new Map([['o', 1]]))).toEqual({ toSend: 0, toTake: 4 })
  expect(waitingFor(undefined, ours)).toEqual({ toSend: null, toTake: null })

  // What others saw of it later counts more.
  const told = (seenAt: number): ReadonlyMap<string, Told> => new Map([['b', { seenAt, held: 6, app: null }]])
  expect(knownPeers(kept, [], told(40), new Set(['b']))).toEqual(kept.slice(1))
  const [later] = knownPeers(kept, [connection], told(90_000), new Set(['b']))
  expect(later).toEqual({ deviceId: 'b', seenAt: 90_000, app: '1.0.0', vector: null, held: 6 })
  expect(waitingFor(later, ours)).toEqual({ toSend: 2, toTake: null })
})

test('a machine that others talk to is here, unless they only heard the same farewell', () => {
  const told = (seenAt: number): Told => ({ seenAt, held: null, app: null })
  expect(isHereByOthers(told(100_000), undefined, 110_000)).toBe(true)
  expect(isHereByOthers(told(100_000), undefined, 200_000)).toBe(false)
  expect(isHereByOthers(told(100_000), { ...connection, heardAt: 99_000 }, 110_000)).toBe(false)
  expect(isHereByOthers(told(130_000), { ...connection, heardAt: 99_000 }, 140_000)).toBe(true)
  expect(isHereByOthers(undefined, undefined, 0)).toBe(false)
})
