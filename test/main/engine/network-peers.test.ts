// What is remembered of others over a restart: also what was still being written here when they left.
import { expect, test } from 'vitest'
import type { NetworkBox } from '#main/engine/network-box.ts'
import type { NetworkFile } from '#main/engine/network-file.ts'
import { createNetworkPeers } from '#main/engine/network-peers.ts'
import type { Connection } from '#main/sync/connections.ts'
import type { Office } from '#main/sync/office.ts'

const [origin, deviceId] = ['a1'.repeat(16), 'b2'.repeat(32)]

test('what was still being written when a machine left is kept with what it held, once', async () => {
  const theirs = new Map([[origin, 4]])
  const talk = { deviceId, heardAt: 1000, peer: null, progress: { toSend: 0, toTake: 0, clockAheadMs: null, theirs } }
  let isOpen = true
  const office = {
    state: () => ({ connections: [{ ...talk, isOpen } as unknown as Connection], told: new Map() }),
  } as unknown as Office
  const written: NetworkFile['peers'][] = []
  const box = {
    file: () => ({ peers: written.at(-1) ?? [] }) as unknown as NetworkFile,
    change: ({ peers }: Partial<NetworkFile>) => void (peers && written.push(peers)),
  } as unknown as NetworkBox
  const machines = async () => [{ id: deviceId, name: 'Back office', letter: 'B' }]
  const errors: unknown[] = []
  const peers = createNetworkPeers({ box, machines, office: () => office, logBug: (error) => void errors.push(error) })
  const lookAndWait = async (): Promise<void> => {
    peers.look()
    await new Promise((resolve) => setImmediate(resolve))
  }

  await lookAndWait()
  expect(written).toHaveLength(1)
  theirs.set(origin, 5)
  // While it is there, it is kept by the minute.
  await lookAndWait()
  expect(written).toHaveLength(1)
  isOpen = false
  await lookAndWait()
  expect(written.at(-1)?.[0]?.vector).toEqual([[origin, 5]])
  theirs.set(origin, 6)
  await lookAndWait()
  await lookAndWait()
  expect(written).toHaveLength(3)
  expect(written.at(-1)?.[0]?.vector).toEqual([[origin, 6]])
  expect(errors).toEqual([])
})
