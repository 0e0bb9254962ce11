import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decodeBody } from '#main/db/log/body.ts'
import { createHybridClock } from '#main/db/log/clock.ts'
import { chainOf, headerOf, type StoredHeader } from '#main/db/log/set-header.ts'
import { createDatabase, openExisting, openWriter } from '#main/db/open-workspace.ts'
import { createTestDatabase, testBirth } from '../../support/test-database.ts'

const origin = '07'.repeat(16)

interface LoggedSet extends StoredHeader {
  body_hash: Uint8Array
  chain: Uint8Array
  body: Uint8Array
}

test('a change set tells who, when, what for, which fields, their old values and the versions they replaced', async () => {
  const clock = { now: Date.parse('2026-03-02T09:00:00Z') }
  const { write, raw } = await createTestDatabase(clock)
  const { value: id } = write({ actor: 'anna', procedure: 'companies.create' }, (tx) => tx.insert('companies', { name: 'Acme' }))
  clock.now += 1000
  const { operation, tables, rev } = write({ actor: 'bert', procedure: 'companies.update' }, (tx) =>
    tx.update('companies', id, { name: 'Acme Ltd' }),
  )
  expect([operation, tables, rev]).toEqual([`${origin}-2`, ['companies', 'search', 'sync_change'], 2])

  const sets = raw.prepare<[], LoggedSet>('SELECT * FROM sync_change ORDER BY seq').all()
  expect(sets.map(({ actor, proc, op, part, last }) => [actor, proc, op, part, last])).toEqual([
    ['anna', 'companies.create', 1, 1, 1],
    ['bert', 'companies.update', 2, 1, 1],
  ])
  const second = sets[1]
  expect(second && decodeBody(second.body)).toEqual({
    o: [origin],
    g: [{ t: 10, op: 'u', c: [10], r: [[id, 'Acme Ltd', 'Acme', 1]] }],
  })
})

test('the chain can be recomputed from the rows, and breaks if any of them is altered', async () => {
  const { write, raw } = await createTestDatabase()
  for (let index = 0; index < 20; index++)
    write({ actor: 'anna', procedure: 'test' }, (tx) => tx.insert('companies', { name: `Company ${index}` }))
  const intact = (sets: readonly LoggedSet[]): boolean => {
    let before: Uint8Array = new Uint8Array(16)
    return sets.every((set) => {
      const hash = createHash('sha256').update(set.body).digest()
      before = chainOf(before, headerOf(set, origin, null), hash)
      return hash.equals(Buffer.from(set.body_hash)) && Buffer.from(set.chain).equals(before)
    })
  }
  const sets = raw.prepare<[], LoggedSet>('SELECT * FROM sync_change ORDER BY seq').all()
  expect(intact(sets)).toBe(true)
  for (const altered of [{ actor: 'eve' }, { wall: 1 }, { proc: 'x' }, { body: Buffer.from('{}') }]) {
    expect(intact(sets.map((set, index) => (index === 7 ? { ...set, ...altered } : set)))).toBe(false)
  }
})

test('a big operation is many change sets of at most 500 rows with one name, the last one marked', async () => {
  const { write, raw } = await createTestDatabase()
  const { operation } = write({ actor: null, procedure: 'imports.run' }, (tx) => {
    for (let index = 0; index < 1200; index++) tx.insert('companies', { name: `Company ${index}` })
  })
  expect(operation).toBe(`${origin}-1`)
  expect(raw.prepare('SELECT seq, op, part, last, rows FROM sync_change ORDER BY seq').raw().all()).toEqual([
    [1, 1, 1, 0, 500],
    [2, 1, 2, 0, 500],
    [3, 1, 3, 1, 200],
  ])
})

test('a cell written twice in one operation keeps both values, in two change sets', async () => {
  const { write, raw } = await createTestDatabase()
  const { value: id } = write({ actor: null, procedure: 'a' }, (tx) => tx.insert('companies', { name: 'A' }))
  write({ actor: null, procedure: 'b' }, (tx) => {
    tx.update('companies', id, { name: 'B' })
    tx.update('companies', id, { name: 'C' })
  })
  const bodies = raw.prepare<[], { body: Uint8Array }>('SELECT body FROM sync_change WHERE seq > 1 ORDER BY seq').all()
  expect(bodies.map(({ body }) => decodeBody(body).g[0]?.r[0]?.slice(1))).toEqual([
    ['B', 'A', 1],
    ['C', 'B', 2],
  ])
})

test('a deal moved is one cell: stage, position, status and dates never part', async () => {
  const { write, raw } = await createTestDatabase()
  const { value: id } = write({ actor: null, procedure: 'a' }, (tx) =>
    tx.insert('deals', { title: 'D', pipelineId: 'p', currency: 'EUR', stageId: 's1', position: 'a0', status: 'open' }),
  )
  write({ actor: null, procedure: 'deals.move' }, (tx) => tx.update('deals', id, { stageId: 's2' }))
  const { body } = raw.prepare<[], { body: Uint8Array }>('SELECT body FROM sync_change WHERE seq = 2').get() ?? {
    body: new Uint8Array(),
  }
  expect(decodeBody(body).g).toEqual([
    { t: 32, op: 'u', c: [30], r: [[id, ['s2', 'a0', 'open', null, null], ['s1', 'a0', 'open', null, null], 1]] },
  ])
})

test('stamps never stand still, follow a clock set back by a little, and do not follow one that was a day ahead', () => {
  const clock = createHybridClock(0)
  const noon = Date.parse('2026-03-02T12:00:00Z')
  const first = clock.tick(noon, 0)
  const second = clock.tick(noon, 0)
  const back = clock.tick(noon - 60_000, 0)
  expect([second, back]).toEqual([first + 1, first + 2])
  const future = clock.tick(noon + 10 * 86_400_000, 0)
  expect(clock.tick(noon, 0)).toBeLessThan(future)
  expect(clock.tick(noon, future)).toBe(future + 1)
})

test('a write is refused when another engine has written to the same file meanwhile', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-two-engines-'))
  const at = { file: join(folder, 'kith.db'), key: new Uint8Array(32).fill(3) }
  const sources = { nowMs: () => Date.parse('2026-03-02T09:00:00Z'), random: (bytes: Uint8Array) => void bytes.fill(9) }
  const one = openWriter(await createDatabase(at, testBirth), sources)
  const two = openWriter(await openExisting(at), sources)
  two.write({ actor: null, procedure: 'x' }, (tx) => tx.insert('pipelines', { name: 'X', position: 'a0' }))
  expect(() => one.write({ actor: null, procedure: 'y' }, (tx) => tx.insert('pipelines', { name: 'Y', position: 'a0' }))).toThrow(
    /Another engine/u,
  )
  one.close()
  two.close()
  rmSync(folder, { recursive: true })
})
