// Offices in a simulated network, in virtual time: cut off, gone dumb, walled off, slow, called twice, with clocks that jump. What a seed did once it
// does again: `npm run test:simulated -- 1 3 SEED` runs one alone, and `-- 200 10` or `-- 5 50` many.
import { afterEach, expect, test } from 'vitest'
import { PARTING_MS } from '#main/net/limits.ts'
import { randomFrom } from '../../fuzz/random.ts'
import { createNetwork } from '../../support/simulated-network.ts'
import { checkBounds, runSimulation } from '../../support/simulated-history.ts'
import { startVirtualTime, type VirtualTime } from '../../support/virtual-time.ts'

const PATIENCE = { timeout: 300_000 }
const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

test.each([
  [3, 1],
  [3, 2],
  [3, 3],
  [10, 1],
])('%i machines that wrote through all troubles of a network are alike afterwards: seed %i', PATIENCE, async (machines, seed) => {
  const measured = await runSimulation(machines, seed)
  expect(measured.writes).toBeGreaterThan(0)
  checkBounds(measured)
})

test.each([3, 10])('%i machines are alike after troubles that nobody saw before', PATIENCE, async (machines) => {
  const seed = Math.floor(2 ** 31 * Math.random())
  process.stdout.write(`Simulated network: ${machines} machines, seed ${seed}\n`)
  const measured = await runSimulation(machines, seed)
  expect(measured.writes).toBeGreaterThan(0)
  checkBounds(measured)
})

test('one seed is one history, down to the last piece on the wire', PATIENCE, async () => {
  const first = await runSimulation(3, 4)
  expect(await runSimulation(3, 4)).toEqual(first)
  expect((await runSimulation(3, 5)).trace).not.toBe(first.trace)
})

const twoLinked = async (time: VirtualTime) => {
  const way = { latencyMs: 10, pieceBytes: 1460, bytesPerMs: 1000, windowBytes: 1000 }
  const network = createNetwork({ time, random: randomFrom(1), wayOf: () => way })
  const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<typeof network.dial>>>()
  network.join('far', resolve)
  const dialled = network.dial('near', 'far')
  await time.pass(1000)
  const [near, far, [wire]] = [await dialled, await promise, network.wires()]
  if (!wire) throw new Error('There is no wire.')
  for (const link of [near, far]) link.onFrame(new Map([[16, 1024 * 1024]]), () => undefined)
  return { near, far, wire }
}

test('a machine that says goodbye and is gone before it read everything is let go of', async () => {
  const time = startVirtualTime()
  ends.push(time.end)
  const { near, far, wire } = await twoLinked(time)
  wire.lose('dialled')
  near.send(16, Buffer.alloc(100_000))
  far.close()
  let ending: string | null = null
  void near.closed.then(({ end }) => (ending = end))
  await time.pass(PARTING_MS + 1000)
  expect(ending).toBe('left')
})
