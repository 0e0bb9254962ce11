// Machines find each other in real networks made of namespaces. The longer ones are behind `npm run test:network`.
import { describe, expect, test } from 'vitest'
import { whyNoNamespaces } from '../../support/namespaces.ts'
import { hears, inLab, startOneByOne } from '../../support/network-desk.ts'

const refusal = whyNoNamespaces()
if (refusal !== null) console.error(`Left out, because network namespaces cannot be made here. ${refusal}`)

describe.skipIf(refusal !== null)('in an office', () => {
  test('without a router, three machines on a switch find each other and can be dialled', () =>
    inLab(async ({ lab, boot }) => {
      lab.addSwitch('office')
      for (const last of [1, 2, 3]) {
        lab.addMachine(`pc${last}`)
        lab.plug(`pc${last}`, 'office', { addresses: [`10.77.0.${last}/24`] })
      }
      const machines = [await boot('pc1'), await boot('pc2'), await boot('pc3')] as const
      const times = await startOneByOne(machines)
      expect(times).toHaveLength(6)
      expect(Math.max(...times)).toBeLessThan(3000)
      const { address } = await hears(machines[0], machines[2])
      expect(await machines[0].order({ do: 'dial', host: address, port: machines[2].port })).toBe('kith')
    }))

  test('whose switch passes no multicast, they find each other by broadcast', () =>
    inLab(async ({ lab, boot }) => {
      lab.addSwitch('office', { multicast: false })
      for (const last of [1, 2]) {
        lab.addMachine(`pc${last}`)
        lab.plug(`pc${last}`, 'office', { addresses: [`10.77.0.${last}/24`] })
      }
      const [one, other] = [await boot('pc1'), await boot('pc2')] as const
      expect(Math.max(...(await startOneByOne([one, other])))).toBeLessThan(3000)
      const told = one.reports.flatMap((report) => (report.tells === 'peer' ? report.machine.addresses : []))
      expect(told.filter(({ way }) => way === 'ipv6' || way === 'multicast')).toEqual([])
    }))

  test('with IPv6 alone, they find each other at addresses with their scope, which can be dialled', () =>
    inLab(async ({ lab, boot }) => {
      lab.addSwitch('office')
      for (const last of [1, 2]) {
        lab.addMachine(`pc${last}`)
        lab.plug(`pc${last}`, 'office')
      }
      const [one, other] = [await boot('pc1'), await boot('pc2')] as const
      expect(Math.max(...(await startOneByOne([one, other])))).toBeLessThan(3000)
      const { address } = await hears(one, other)
      expect(address).toMatch(/^fe80::.*%eth0$/u)
      expect(await one.order({ do: 'dial', host: address, port: other.port })).toBe('kith')
    }))
})
