// Any history of several machines, in any order and with any interruption, ends in what the changes themselves say, on every machine.
import { expect, test } from 'vitest'
import { failureOf } from '../../support/histories.ts'

const runs = Number(process.env['KITH_HISTORIES'] ?? 2500) / 2

test('the same histories as ever end alike', { timeout: 900_000 }, async () => {
  expect(await failureOf({ runs, seed: 20261122 })).toBeNull()
})
