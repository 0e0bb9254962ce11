// A record that one machine deletes while another works on it, or on what belongs to it, stays on both.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Machine, meet, newMachine } from '../../support/replicas.ts'

let anna: Machine
let ben: Machine
beforeEach(async () => {
  ;[anna, ben] = await Promise.all([newMachine(0), newMachine(1)])
  const deal = { pipelineId: 'p', stageId: 's', position: 'a', status: 'open', currency: 'EUR', companyId: 'c' } as const
  write(anna, (tx) => {
    tx.insert('companies', { id: 'c', name: 'Harbour Tools' })
    tx.insert('deals', { ...deal, id: 'd', title: 'Forty benches' })
  })
  meet([anna, ben])
})
afterEach(() => {
  for (const { writer } of [anna, ben]) writer.close()
})

let moment = 0
const write = ({ writer, clock }: Machine, work: Parameters<typeof writer.write>[1]): void => {
  clock.now = Date.parse('2026-03-02T09:00:00Z') + 1000 * (moment += 1)
  writer.write({ actor: 'somebody', procedure: 'test' }, work)
}
/** What both show once they have met, and which deletions they list as outlived. */
const shown = () => {
  meet([anna, ben])
  return [anna, ben].map(({ prepare }) => [
    prepare('SELECT archivedAt FROM companies').all(),
    prepare('SELECT row FROM sync_revived').all(),
  ])
}
const kept = [[{ archivedAt: null }], [{ row: 'c' }]]

test('by a change of a deal that belongs to it', () => {
  write(anna, (tx) => tx.archive('companies', 'c'))
  write(ben, (tx) => tx.update('deals', 'd', { title: 'Fifty benches' }))
  expect(shown()).toEqual([kept, kept])
})

test('by work that its own writer wrote over when he deleted it, too', () => {
  write(ben, (tx) => tx.update('companies', 'c', { name: 'Harbour' }))
  write(ben, (tx) => {
    tx.archive('companies', 'c')
    tx.update('companies', 'c', { name: 'gone' })
  })
  write(anna, (tx) => tx.archive('companies', 'c'))
  expect(shown()).toEqual([kept, kept])
})
