// Two whole machines write apart and meet in offices of many kinds. Prints how long they took from being switched on to being equal.
import { afterAll, describe, expect, test, vi } from 'vitest'
import { type LabOffice, openLabOffice } from '../support/lab-office.ts'
import { createLab, type Lab, type PlugOptions, whyNoNamespaces } from '../support/namespaces.ts'
import { meansOfDelay, plugSlowly } from './slow-network.ts'

// Each machine is a process that loads the program from source.
vi.setConfig({ testTimeout: 300_000 })

const refusal = whyNoNamespaces()
if (refusal !== null) console.error(`Left out, because network namespaces cannot be made here. ${refusal}`)
const slow = refusal === null ? meansOfDelay() : { means: null, refusal }
if (slow.means === null && refusal === null) console.error(`Left out, because no network can be made slow here. ${slow.refusal}`)

const WRITTEN = 100
/** A call that got no answer is made again after a quarter of a minute; and this machine may do other things, too. */
const MOST_MS = 60_000

const rows: string[] = []
afterAll(
  () =>
    void process.stdout.write(
      `\nms from switching on until 2 × ${WRITTEN} changes are everywhere; network\n${rows.join('\n')}\n`,
    ),
)

const pcs = ['pc1', 'pc2'] as const

const plugBoth = (lab: Lab, options: PlugOptions & { readonly multicast?: boolean; readonly bare?: boolean }): void => {
  const { multicast = true, bare = false, ...plug } = options
  lab.addSwitch('office', { multicast })
  for (const [index, name] of pcs.entries()) {
    lab.addMachine(name)
    lab.plug(name, 'office', { addresses: bare ? [] : [`10.77.0.${index + 1}/24`], ...plug })
  }
}

/** Apart both write; then something is done to the network, and they are let together. */
const meet = async (network: string, office: LabOffice, meanwhile: () => void = () => undefined): Promise<number> => {
  await office.untilEqual()
  await office.ask('pc2', 'network.switch', { isOn: false })
  for (const name of pcs) await office.write(name, WRITTEN)
  meanwhile()
  await office.ask('pc2', 'network.switch', { isOn: true })
  const took = await office.untilEqual()
  rows.push(`${String(Math.round(took)).padStart(6)}   ${network}`)
  return took
}

const inOffice = async <Built>(
  build: (lab: Lab) => Built | Promise<Built>,
  play: (office: LabOffice, lab: Lab, built: Built) => Promise<number>,
): Promise<number> => {
  const lab = createLab()
  try {
    const built = await build(lab)
    const office = await openLabOffice(lab)
    try {
      return await play(office, lab, built)
    } finally {
      await office.end()
    }
  } finally {
    lab.remove()
  }
}

const firewall = (lab: Lab, machine: string, rule: string): string | null =>
  lab.tryRun(
    machine,
    'nft',
    `add table inet t; add chain inet t in { type filter hook input priority 0; }; add rule inet t in ${rule}`,
  )

describe.skipIf(refusal !== null)('machines become equal', () => {
  const kinds: readonly [string, Parameters<typeof plugBoth>[1]][] = [
    ['a plain switch, no default route', {}],
    ['a switch that passes no multicast', { multicast: false }],
    ['IPv6 alone', { bare: true }],
    ['MTU 1280', { mtu: 1280 }],
  ]
  test.each(kinds)('on %s', async (network, options) => {
    const took = await inOffice(
      (lab) => plugBoth(lab, options),
      (office) => meet(network, office),
    )
    expect(took).toBeLessThan(MOST_MS)
  })

  test('by a second cable when the first one is pulled', async () => {
    const took = await inOffice(
      (lab) => {
        plugBoth(lab, {})
        for (const name of ['second', 'nowhere']) lab.addSwitch(name)
        for (const [index, name] of pcs.entries())
          lab.plug(name, 'second', { addresses: [`10.88.0.${index + 1}/24`], device: 'eth1' })
      },
      (office, lab) => meet('two cables, one is pulled', office, () => lab.replug('pc2', 'nowhere')),
    )
    expect(took).toBeLessThan(MOST_MS)
  })

  // Either end may be the one that nobody can call: it calls itself.
  test.each(pcs)('past a firewall that lets nobody in to %s', async (walled) => {
    const wall = (lab: Lab): void => {
      const refused = firewall(lab, walled, 'ct state new iifname eth0 meta l4proto { tcp, udp } drop')
      if (refused) console.error(`The firewall is left out: ${refused}`)
    }
    const took = await inOffice(
      (lab) => plugBoth(lab, {}),
      (office, lab) => meet(`a firewall that lets nobody in to ${walled}`, office, () => wall(lab)),
    )
    expect(took).toBeLessThan(MOST_MS)
  })

  test.skipIf(slow.means === null)('on a network that loses 2 % and takes 50 ms each way', async () => {
    const { means } = slow
    if (means === null) return
    const took = await inOffice(
      (lab) => plugSlowly(lab, pcs, means),
      async (office, _lab, { name, counts }) => {
        const before = await counts()
        const ms = await meet(name, office)
        const { passed, lost } = await counts()
        rows.push(`         ${passed - before.passed} frames arrived meanwhile, ${lost - before.lost} were lost`)
        return ms
      },
    )
    expect(took).toBeLessThan(MOST_MS)
  })
})
