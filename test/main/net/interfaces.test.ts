// Which interfaces lead to others, and what address reaches a whole subnet.
import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { directedBroadcast, interfacesDigest, usableInterfaces } from '#main/net/interfaces.ts'

const ipv4 = (address: string, netmask = '255.255.255.0', internal = false): NetworkInterfaceInfo => ({
  ...{ address, netmask, internal, family: 'IPv4', mac: '', cidr: null },
})
const ipv6 = (address: string, scopeid: number, internal = false): NetworkInterfaceInfo => ({
  ...{ address, scopeid, internal, family: 'IPv6', netmask: 'ffff:ffff:ffff:ffff::', mac: '', cidr: null },
})

const system = {
  lo: [ipv4('127.0.0.1', '255.0.0.0', true), ipv6('::1', 0, true)],
  wg0: [ipv4('10.8.0.3', '255.255.255.255')],
  以太网: [ipv4('192.168.1.77', '255.255.255.192'), ipv6('fd00::77', 0), ipv6('fe80::77', 12)],
}

test.each([
  ['192.168.1.77', '255.255.255.0', '192.168.1.255'],
  ['192.168.1.77', '255.255.255.192', '192.168.1.127'],
  ['172.16.200.1', '255.240.0.0', '172.31.255.255'],
  ['10.0.0.1', '255.255.255.252', '10.0.0.3'],
  ['223.255.255.1', '255.255.255.0', '223.255.255.255'],
  ['10.0.0.1', '255.255.255.254', null],
  ['10.0.0.1', '255.255.255.255', null],
])('%s in %s reaches all by %s', (address, netmask, broadcast) => {
  expect(directedBroadcast(address, netmask)).toBe(broadcast)
})

test('cables and virtual interfaces count, loopback only if asked for', () => {
  expect(usableInterfaces({ platform: 'linux' }, system)).toEqual([
    { name: 'wg0', ipv4: [{ address: '10.8.0.3', netmask: '255.255.255.255', broadcast: null }], ipv6: [], scope: null },
    {
      name: '以太网',
      ipv4: [{ address: '192.168.1.77', netmask: '255.255.255.192', broadcast: '192.168.1.127' }],
      ipv6: ['fd00::77', 'fe80::77'],
      scope: '以太网',
    },
  ])
  expect(usableInterfaces({ withLoopback: true }, system)).toHaveLength(3)
})

test('Windows names an interface by its number', () => {
  expect(usableInterfaces({ platform: 'win32' }, system).map(({ scope }) => scope)).toEqual([null, '12'])
})

test('a new address, a lost one and a pulled cable are seen', () => {
  const before = interfacesDigest(usableInterfaces({}, system))
  expect(interfacesDigest(usableInterfaces({}, { ...system }))).toBe(before)
  expect(interfacesDigest(usableInterfaces({}, { ...system, wg0: [ipv4('10.8.0.4', '255.255.255.255')] }))).not.toBe(before)
  expect(interfacesDigest(usableInterfaces({}, { ...system, wg0: [] }))).not.toBe(before)
})

test('what this very machine has can be read', () => {
  expect(usableInterfaces({ withLoopback: true }).map(({ name }) => name).length).toBeGreaterThan(0)
})
