// Whatever happened on several machines: each shows what its log says when it is told once more from the beginning.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { history } from '../../support/history-commands.ts'
import { createHistories } from '../../support/history-run.ts'
import { untoldBy } from '../../support/told-anew.ts'

const runs = Number(process.env['KITH_TOLD_ANEW'] ?? 100)

test('nothing is to be set right after any history', { timeout: 900_000 }, async () => {
  let turn = 0
  const histories = createHistories(async (machines) => {
    turn += 1
    const machine = machines[turn % machines.length]
    if (machine) assert.deepEqual(await untoldBy(machine), { records: [], documents: [], isSightOff: false })
  })
  const details = await fc.check(fc.asyncProperty(history, histories.run), { numRuns: runs, seed: 20261123 })
  histories.close()
  expect(fc.defaultReportMessage(details) ?? null).toBeNull()
})
