// What this process listens at, as the kernel tells it: nothing that belongs to the office network, unless it is switched on.
import { expect, onTestFinished, test } from 'vitest'
import { usableInterfaces } from '#main/net/interfaces.ts'
import { freePort } from '../../support/free-port.ts'
import { type OwnSocket, ownSockets, whyNoSocketList } from '../../support/own-sockets.ts'
import { machine, status } from './networked.ts'
import { testPlace } from './test-engine.ts'

const refusal = whyNoSocketList()
if (refusal !== null) console.error(`Left out. ${refusal}`)

test.skipIf(refusal !== null)(
  'no socket listens before the network is switched on, and none after it is switched off or the workspace is locked',
  { timeout: 180_000 },
  async () => {
    const before = new Set(ownSockets().map(({ inode }) => inode))
    const added = (): readonly OwnSocket[] => ownSockets().filter(({ inode }) => !before.has(inode))
    const portsOf = (wanted: OwnSocket['protocol']): number[] =>
      added().flatMap(({ protocol, port }) => (protocol === wanted ? [port] : []))
    const loopback = usableInterfaces({ withLoopback: true }).filter(({ ipv4 }) =>
      ipv4.some(({ address }) => address === '127.0.0.1'),
    )
    const announce = { port: await freePort(), readInterfaces: () => loopback }
    const one = await machine({ networkPlace: { host: '127.0.0.1', port: 0, isSilent: false, announce } })
    await one.create()
    expect(added()).toEqual([])

    await one.get('network.switch', { isOn: true, name: 'Front desk' })
    expect(portsOf('tcp')).toEqual([(await status(one)).port])
    expect(portsOf('udp')).toContain(announce.port)
    await one.get('network.switch', { isOn: false })
    expect(added()).toEqual([])

    await one.get('network.switch', { isOn: true })
    expect(portsOf('tcp')).toHaveLength(1)
    await one.get('workspace.lock')
    expect(added()).toEqual([])
  },
)

test.skipIf(refusal !== null)(
  'no socket listens before that where the network is the real one',
  { timeout: 180_000 },
  async () => {
    const before = ownSockets()
    const place = testPlace()
    onTestFinished(place.remove)
    await (await place.engine()).create()
    expect(ownSockets()).toEqual(before)
  },
)
