// Offices in a simulated network, in virtual time: cut off, gone dumb, walled off, slow, called twice, with clocks that jump. What a seed did once it
// does again: `npm run test:simulated -- 1 3 SEED` runs one alone, and `-- 200 10` or `-- 5 50` many.
import { expect, test } from 'vitest'
import { checkBounds, runSimulation } from '../../support/simulated-history.ts'

const PATIENCE = { timeout: 300_000 }

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
