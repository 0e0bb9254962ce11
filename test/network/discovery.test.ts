// Machines find each other in offices of many kinds. Prints how long it took.
import { afterAll, describe, expect, test } from 'vitest'
import { messages } from '#shared/messages.ts'
import { whyNoNamespaces, type Lab, type PlugOptions } from '../support/namespaces.ts'
import { hears, inLab, OFFICE_KEY, startOneByOne, type LabPlay, type Machine } from '../support/network-desk.ts'
import { meansOfDelay, plugSlowly } from './slow-network.ts'

const refusal = whyNoNamespaces()
if (refusal !== null) console.error(`Left out, because network namespaces cannot be made here. ${refusal}`)

const slow = refusal === null ? meansOfDelay() : { means: null, refusal }
if (slow.means === null && refusal === null) console.error(`Left out, because no network can be made slow here. ${slow.refusal}`)

const rows: string[] = []
const record = (network: string, times: readonly number[]): void => {
  const sorted = times.map(Math.round).toSorted((one, other) => one - other)
  const at = (share: number): string => String(sorted[Math.floor((sorted.length - 1) * share)]).padStart(6)
  rows.push(`${at(0)} ${at(0.5)} ${at(1)}   ${sorted.length} of ${sorted.length}   ${network}`)
}
afterAll(() => void process.stdout.write(`\nfastest, median, slowest in ms; found; network\n${rows.join('\n')}\n`))

/** What is said of a machine that others get through to. */
const GETS_IN = /others? (?:computers? )?can connect|reach(?:es)? (?:this computer|each other)/iu

const pcs = ['pc1', 'pc2', 'pc3'] as const

/** Three machines on one switch. */
const office = async (
  given: LabPlay,
  options: PlugOptions & { readonly multicast?: boolean; readonly bare?: boolean },
): Promise<Machine[]> => {
  const { multicast = true, bare = false, ...plug } = options
  given.lab.addSwitch('office', { multicast })
  for (const [index, name] of pcs.entries()) {
    given.lab.addMachine(name)
    given.lab.plug(name, 'office', { addresses: bare ? [] : [`10.77.0.${index + 1}/24`], ...plug })
  }
  return bootAll(given)
}

const bootAll = async ({ boot }: LabPlay): Promise<Machine[]> => {
  const machines: Machine[] = []
  for (const name of pcs) machines.push(await boot(name))
  return machines
}

const firewall = (lab: Lab, machine: string, rule: string): string | null =>
  lab.tryRun(
    machine,
    'nft',
    `add table inet t; add chain inet t in { type filter hook input priority 0; }; add rule inet t in ${rule}`,
  )

describe.skipIf(refusal !== null)('machines find each other', () => {
  const kinds: readonly [string, Parameters<typeof office>[1]][] = [
    ['a plain switch, no default route', {}],
    ['a switch that passes no multicast', { multicast: false }],
    ['IPv6 alone', { bare: true }],
    ['IPv4 alone', { ipv6: false }],
    ['IPv4 alone, no multicast', { ipv6: false, multicast: false }],
    ['MTU 1280', { mtu: 1280 }],
  ]
  test.each(kinds)('on %s', (network, options) =>
    inLab(async (given) => {
      const machines = await office(given, options)
      const times = await startOneByOne(machines)
      record(network, times)
      expect(times).toHaveLength(6)
      expect(Math.max(...times)).toBeLessThan(5000)
    }),
  )

  test('with a default route', () =>
    inLab(async (given) => {
      const machines = await office(given, {})
      for (const name of pcs) given.lab.run(name, 'ip', 'route', 'add', 'default', 'via', '10.77.0.254')
      const times = await startOneByOne(machines)
      record('a plain switch, default route', times)
      expect(Math.max(...times)).toBeLessThan(5000)
    }))

  test.skipIf(slow.means === null)('on a network that loses 2 % and takes 50 ms each way', () =>
    inLab(async (given) => {
      if (slow.means === null) return
      const { name } = await plugSlowly(given.lab, pcs, slow.means)
      const times = await startOneByOne(await bootAll(given))
      record(name, times)
      expect(Math.max(...times)).toBeLessThan(5000)
    }),
  )

  test('on a network that loses a third', () =>
    inLab(async (given) => {
      const machines = await office(given, {})
      expect(pcs.map((name) => firewall(given.lab, name, 'iifname eth0 numgen random mod 100 < 33 drop'))).toEqual([
        null,
        null,
        null,
      ])
      const times = await startOneByOne(machines)
      record('33 % loss', times)
      expect(Math.max(...times)).toBeLessThan(10_000)
    }))

  test('on each of two cables, and who is on different ones is not mixed up', () =>
    inLab(async ({ lab, boot }) => {
      for (const name of ['left', 'right']) lab.addSwitch(name)
      for (const name of pcs) lab.addMachine(name)
      lab.plug('pc1', 'left', { addresses: ['10.77.0.1/24'] })
      lab.plug('pc1', 'right', { addresses: ['10.88.0.1/24'], device: 'eth1' })
      lab.plug('pc2', 'left', { addresses: ['10.77.0.2/24'] })
      lab.plug('pc3', 'right', { addresses: ['10.88.0.3/24'] })
      const [both, left, right] = [await boot('pc1'), await boot('pc2'), await boot('pc3')] as const
      for (const machine of [both, left]) await machine.order({ do: 'start' })
      const times = [await hears(both, left), await hears(left, both)].map(({ after }) => after)
      await both.order({ do: 'peers' })
      await right.order({ do: 'start' })
      const later = [await hears(both, right), await hears(right, both)].map(({ after }) => after)
      record('two interfaces', [...times, ...later])
      const scoped = await hears(both, right, (address) => address.startsWith('fe80'))
      expect(scoped.address).toMatch(/%eth1$/u)
      expect(await both.order({ do: 'dial', host: scoped.address, port: right.port })).toBe('kith')
      expect(await left.order({ do: 'peers' })).toHaveLength(1)
    }))

  test('again when an address changes, and when a cable is plugged in late', () =>
    inLab(async (given) => {
      const { lab, boot } = given
      const [one, other] = await office(given, { ipv6: false })
      if (!one || !other) throw new Error('The office has three machines.')
      await startOneByOne([one, other])
      await one.order({ do: 'peers' })
      lab.run('pc2', 'ip', 'addr', 'del', '10.77.0.2/24', 'dev', 'eth0')
      lab.run('pc2', 'ip', 'addr', 'add', '10.77.0.99/24', 'dev', 'eth0')
      const moved = await hears(one, other, (address) => address === '10.77.0.99')
      record('another address', [moved.after])
      expect(await one.order({ do: 'dial', host: '10.77.0.99', port: other.port })).toBe('kith')

      lab.addMachine('pc4')
      const late = await boot('pc4')
      await late.order({ do: 'start' })
      await one.order({ do: 'peers' })
      lab.plug('pc4', 'office', { addresses: ['10.77.0.4/24'] })
      const plugged = await hears(one, late)
      record('a cable plugged in', [plugged.after])
      // The network is looked at every five seconds.
      expect(Math.max(moved.after, plugged.after)).toBeLessThan(8000)
    }))

  test('past a firewall that lets nobody in: the one behind it is heard and can dial', () =>
    inLab(async (given) => {
      const [open, walled] = await office(given, {})
      if (!open || !walled) throw new Error('The office has three machines.')
      const refused = firewall(given.lab, 'pc2', 'ct state new iifname eth0 meta l4proto { tcp, udp } drop')
      if (refused) console.error(`The firewall is left out: ${refused}`)
      await open.order({ do: 'start' })
      await walled.order({ do: 'start' })
      const heard = await hears(open, walled, (address) => address === '10.77.0.2')
      record('a firewall that lets nobody in (heard by the other)', [heard.after])
      expect(heard.address).toBe('10.77.0.2')
      if (refused) return
      expect(await open.order({ do: 'dial', host: heard.address, port: walled.port })).toBe('ETIMEDOUT')
      expect(await walled.order({ do: 'dial', host: '10.77.0.1', port: open.port })).toBe('kith')
      expect(await open.order<string[]>({ do: 'test', host: heard.address, port: walled.port })).toEqual([
        ...['good interfaces', 'good listening', 'good announcing', 'good heard', 'trouble peer_heard_only'],
      ])
      const behind = await walled.order<string[]>({ do: 'test', host: '10.77.0.1', port: open.port })
      expect(behind).toContain('good listening')
      expect(behind).toContain('trouble nothing_back')
      expect(behind).toContain('good peer_reached')
      // Nobody gets in: it is not told that anybody could.
      const sentences = behind.map((line) => messages.en.get(`sync.test.${line.split(' ')[1]}`) ?? '')
      expect(sentences).not.toContain('')
      for (const sentence of sentences) expect(sentence).not.toMatch(GETS_IN)
    }))

  test('and a firewall that lets no call out is named by the connection test', () =>
    inLab(async (given) => {
      const [one, other] = await office(given, {})
      if (!one || !other) throw new Error('The office has three machines.')
      const rule =
        'add table inet t; add chain inet t out { type filter hook output priority 0; }; add rule inet t out meta l4proto udp drop'
      const refused = given.lab.tryRun('pc1', 'nft', rule)
      if (refused) console.error(`The firewall is left out: ${refused}`)
      await one.order({ do: 'start' })
      await other.order({ do: 'start' })
      const said = await one.order<string[]>({ do: 'test', host: '10.77.0.2', port: other.port })
      expect(said).toContain(refused ? 'good announcing' : 'trouble cannot_call')
      expect(said).toContain('good peer_reached')
    }))

  test('a new machine sees the open office of another, until it closes', () =>
    inLab(async ({ lab, boot }) => {
      lab.addSwitch('office', { multicast: false })
      for (const [index, name] of ['pc1', 'new'].entries()) {
        lab.addMachine(name)
        lab.plug(name, 'office', { addresses: [`10.77.0.${index + 1}/24`] })
      }
      const [host, newcomer] = [await boot('pc1', OFFICE_KEY), await boot('new', 'new')] as const
      await host.order({ do: 'start' })
      const number = await host.order<string>({ do: 'open', ms: 600_000 })
      await newcomer.order({ do: 'start' })
      const seen = await newcomer.waitFor((report) =>
        report.tells === 'offices' && report.offices[0]?.id === number ? report : null,
      )
      record('an open office, seen by a new machine', [seen.after])
      expect(seen.offices[0]?.addresses[0]?.address).toBe('10.77.0.1')
      await host.order({ do: 'close' })
      await newcomer.waitFor((report) => (report.tells === 'offices' && report.offices.length === 0 ? report : null))
    }))

  test('by a search of the subnet, where nothing is announced', () =>
    inLab(async (given) => {
      const [one, other] = await office(given, {})
      if (!one || !other) throw new Error('The office has three machines.')
      const since = performance.now()
      expect(await one.order({ do: 'search', port: other.port })).toEqual({
        found: [{ host: '10.77.0.2', port: other.port }],
        asked: 253,
        of: 253,
        isCancelled: false,
      })
      record('a search of 253 addresses', [performance.now() - since])
    }))
})
