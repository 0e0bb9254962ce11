// The other half of the histories: more of the same as ever, and some that nobody saw before.
import { expect, test } from 'vitest'
import { failureOf } from '../../support/histories.ts'

const runs = Number(process.env['KITH_HISTORIES'] ?? 2500)

test('more of the same histories as ever end alike', { timeout: 900_000 }, async () => {
  expect(await failureOf({ runs: 0.3 * runs, seed: 20261123 })).toBeNull()
})

test('histories that were never tried before end alike', { timeout: 900_000 }, async () => {
  const seed = Number(process.env['KITH_SEED'] ?? Math.floor(2 ** 31 * Math.random()))
  process.stdout.write(`Fresh histories: seed ${seed}\n`)
  expect(await failureOf({ runs: 0.2 * runs, seed })).toBeNull()
})
