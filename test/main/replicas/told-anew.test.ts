// Whatever happened on several machines: each shows what its log says when it is told once more from the beginning.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences } from '#main/db/replicate/differing-records.ts'
import { history } from '../../support/history-commands.ts'
import { createHistories } from '../../support/history-run.ts'
import { toldAnew } from '../../support/told-anew.ts'

const runs = Number(process.env['KITH_TOLD_ANEW'] ?? 100)

test('no record is to be set right after any history', { timeout: 900_000 }, async () => {
  let turn = 0
  const histories = createHistories(async (machines) => {
    turn += 1
    const machine = machines[turn % machines.length]
    if (!machine) return
    const said = await toldAnew(machine)
    const { records, tables } = machine.writer.setRight(said, differences(machine.writer, said))
    said.close()
    // A machine that left a way keeps of the work on each row only what came after the parting; nothing that is shown depends on it.
    assert.deepEqual([records, tables.filter((name) => name !== 'sync_touch')], [[], []])
  })
  const details = await fc.check(fc.asyncProperty(history, histories.run), { numRuns: runs, seed: 20261123 })
  histories.close()
  expect(fc.defaultReportMessage(details) ?? null).toBeNull()
})
