import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Writer } from '#main/db/open-workspace.ts'
import { layouts } from '#main/db/registry/layout.ts'
import { createTestDatabase } from '../../support/test-database.ts'

const actor = 'a0000000-0000-7000-8000-000000000001'

/** All that a user can see: rows in use with their captured and derived columns; what was undone is as if it had never been. */
const visible = ({ raw }: Writer): Record<string, unknown> =>
  Object.fromEntries(
    [...layouts.values()].map(({ name, columns, derivedColumns }) => [
      name,
      raw
        .prepare(
          `SELECT id, ${[...columns, ...derivedColumns].join()} FROM ${name} WHERE archivedReason IS NOT 'undone' ORDER BY id`,
        )
        .all(),
    ]),
  )

const searchable = ({ searchOf }: Writer): unknown =>
  ['a', 'b', '张', 'zs', 'li', '8013'].map((text) => searchOf(new Set()).find(text, { limit: 1000 }))

const undo = ({ write, logOf }: Writer, operation: string) =>
  write({ actor, procedure: 'history.undo' }, () => logOf(new Set()).undo(operation))

type Step =
  | { readonly kind: 'insert'; readonly name: string }
  | { readonly kind: 'rename'; readonly at: number; readonly name: string }
  | { readonly kind: 'city'; readonly at: number; readonly city: string | null }
  | { readonly kind: 'archive'; readonly at: number }
  | { readonly kind: 'restore'; readonly at: number }
  | { readonly kind: 'move'; readonly at: number; readonly stageId: string }

const word = fc.constantFrom('Anna', 'Bert', '张三', '李四 Ltd', '', 'Ärger & Söhne', '𠮷野家', '+86 139 1111 8013')
const at = fc.nat(20)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), name: word }),
  fc.record({ kind: fc.constant('rename' as const), at, name: word }),
  fc.record({ kind: fc.constant('city' as const), at, city: fc.option(word) }),
  fc.record({ kind: fc.constant('archive' as const), at }),
  fc.record({ kind: fc.constant('restore' as const), at }),
  fc.record({ kind: fc.constant('move' as const), at, stageId: fc.constantFrom('s1', 's2', 's3') }),
)

/** Runs steps as one operation over companies and deals; answers its id. */
const operate = (writer: Writer, steps: readonly Step[]): string | null => {
  const ids = (table: string): string[] =>
    writer.raw
      .prepare<[], { id: string }>(`SELECT id FROM ${table} WHERE archivedReason IS NOT 'undone' ORDER BY no`)
      .all()
      .map(({ id }) => id)
  return writer.write({ actor, procedure: 'test.steps' }, (tx) => {
    for (const one of steps) {
      if (one.kind === 'insert') {
        tx.insert('companies', { name: one.name, phone: one.name })
        tx.insert('deals', { title: one.name, pipelineId: 'p', currency: 'EUR', stageId: 's1', position: 'a0', status: 'open' })
        continue
      }
      const companies = ids('companies')
      const company = companies[one.at % Math.max(companies.length, 1)]
      if (company === undefined) continue
      if (one.kind === 'rename') tx.update('companies', company, { name: one.name })
      if (one.kind === 'city') tx.update('companies', company, { city: one.city })
      if (one.kind === 'archive') tx.archive('companies', company)
      if (one.kind === 'restore') tx.restore('companies', company)
      if (one.kind === 'move') {
        const deals = ids('deals')
        const deal = deals[one.at % deals.length]
        if (deal !== undefined) tx.update('deals', deal, { stageId: one.stageId, position: `a${one.at}` })
      }
    }
  }).operation
}

test('undoing any sequence of operations, newest first, restores exactly the former rows; redoing brings exactly the later ones', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
      async (operations) => {
        const writer = await createTestDatabase()
        const states = [[visible(writer), searchable(writer)]]
        const done: string[] = []
        for (const steps of operations) {
          const operation = operate(writer, steps)
          if (operation === null) continue
          done.push(operation)
          states.push([visible(writer), searchable(writer)])
        }
        for (let round = 0; round < 2; round++) {
          const undos: string[] = []
          for (let index = done.length - 1; index >= 0; index--) {
            const { operation } = undo(writer, done[index] ?? '')
            undos.push(operation ?? '')
            expect([visible(writer), searchable(writer)]).toEqual(states[index])
          }
          for (const [index, operation] of undos.toReversed().entries()) {
            undo(writer, operation)
            expect([visible(writer), searchable(writer)]).toEqual(states[index + 1])
          }
        }
        writer.close()
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)

test('a later change of the same field stands in the way and is named; of another field it does not', async () => {
  const writer = await createTestDatabase()
  const { write } = writer
  const { value: id } = write({ actor, procedure: 'a' }, (tx) => tx.insert('companies', { name: 'Acme', city: 'Berlin' }))
  const rename = write({ actor, procedure: 'b' }, (tx) => tx.update('companies', id, { name: 'Acme Ltd' }))
  write({ actor, procedure: 'c' }, (tx) => tx.update('companies', id, { city: 'Paris' }))
  expect(writer.logOf(new Set()).obstacles(rename.operation ?? '')).toEqual([])

  write({ actor, procedure: 'd' }, (tx) => tx.update('companies', id, { name: 'Acme GmbH' }))
  expect(writer.logOf(new Set()).obstacles(rename.operation ?? '')).toMatchObject([
    { table: 'companies', rowId: id, field: 'name', actorId: actor },
  ])
  const before = visible(writer)
  expect(() => undo(writer, rename.operation ?? '')).toThrow(
    expect.objectContaining({ code: 'conflict', messageKey: 'history.obstacles' }),
  )
  expect(visible(writer)).toEqual(before)
})

test('an operation is taken back only once', async () => {
  const writer = await createTestDatabase()
  const { operation } = writer.write({ actor, procedure: 'a' }, (tx) => tx.insert('companies', { name: 'Acme' }))
  undo(writer, operation ?? '')
  expect(() => undo(writer, operation ?? '')).toThrow(expect.objectContaining({ messageKey: 'history.alreadyUndone' }))
})

test('Ctrl+Z walks back through the own operations and Ctrl+Shift+Z forward again', async () => {
  const writer = await createTestDatabase()
  const log = () => writer.logOf(new Set())
  const run = (name: string) => writer.write({ actor, procedure: name }, (tx) => tx.insert('companies', { name })).operation
  const [a, b] = [run('a'), run('b')]
  expect(log().lastOf(actor)?.id).toBe(b)
  const undoB = undo(writer, b ?? '').operation
  expect(log().lastOf(actor)?.id).toBe(a)
  const undoA = undo(writer, a ?? '').operation
  expect(log().lastOf(actor)).toBeNull()
  expect(log().lastUndoOf(actor)?.id).toBe(undoA)
  undo(writer, undoA ?? '')
  expect(log().lastOf(actor)?.id).toBe(a)
  expect(log().lastUndoOf(actor)?.id).toBe(undoB)
  run('c')
  expect(log().lastUndoOf(actor)).toBeNull()
})

test('a failing transaction leaves no row, no change set and no gap', async () => {
  const writer = await createTestDatabase()
  const before = visible(writer)
  expect(() =>
    writer.write({ actor, procedure: 'a' }, (tx) => {
      tx.insert('companies', { name: 'Acme' })
      throw new Error('no')
    }),
  ).toThrow('no')
  expect(visible(writer)).toEqual(before)
  const { operation } = writer.write({ actor, procedure: 'b' }, (tx) => tx.insert('companies', { name: 'Bert' }))
  expect(operation).toBe(`${'07'.repeat(16)}-1`)
  expect(writer.raw.prepare('SELECT lsn, seq FROM sync_change').all()).toEqual([{ lsn: 1, seq: 1 }])
})

test('a promise cannot be awaited inside a transaction', async () => {
  const writer = await createTestDatabase()
  expect(() => writer.write({ actor, procedure: 'a' }, () => Promise.resolve())).toThrow(/promise/u)
})

test('the history of a record tells each change with its old and new value', async () => {
  const clock = { now: Date.parse('2026-03-02T09:00:00Z') }
  const writer = await createTestDatabase(clock)
  const { value: id } = writer.write({ actor, procedure: 'companies.create' }, (tx) => tx.insert('companies', { name: 'Acme' }))
  clock.now += 60_000
  writer.write({ actor, procedure: 'companies.update' }, (tx) => tx.update('companies', id, { name: 'Acme Ltd', city: 'Paris' }))
  writer.write({ actor, procedure: 'companies.update' }, (tx) => tx.update('companies', id, { name: 'Acme SA' }))
  const history = writer.logOf(new Set()).ofRow('companies', id)
  expect(history.map(({ procedure, kind }) => [procedure, kind])).toEqual([
    ['companies.update', 'changed'],
    ['companies.update', 'changed'],
    ['companies.create', 'created'],
  ])
  expect(history[0]?.changes).toEqual([{ field: 'name', from: 'Acme Ltd', to: 'Acme SA' }])
  expect(history[1]?.changes).toEqual([
    { field: 'name', from: 'Acme', to: 'Acme Ltd' },
    { field: 'city', from: null, to: 'Paris' },
  ])
})
