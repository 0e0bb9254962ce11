// A disk that fails in the middle of a write: the write is gone whole, and the next one goes on as if it had never been.
import { expect, test } from 'vitest'
import { createDatabase, openWriter } from '#main/db/open-workspace.ts'
import { testBirth } from '../../support/test-database.ts'

const actor = 'a0000000-0000-7000-8000-000000000001'
const meta = { actor, procedure: 'test.write' }

const openFailing = async () => {
  const raw = await createDatabase({ file: ':memory:', key: null }, testBirth)
  const failing = { statement: '' }
  const prepare = raw.prepare.bind(raw)
  // A rollback is done and reported as failed: after such an answer nobody knows what the disk holds.
  raw.prepare = ((sql: string) => {
    const statement = prepare(sql)
    if (sql !== 'COMMIT' && sql !== 'ROLLBACK') return statement
    const run = () => {
      const done = sql === 'ROLLBACK' || !failing.statement.includes(sql) ? statement.run() : null
      if (failing.statement.includes(sql)) throw new Error('disk I/O error')
      return done
    }
    return Object.assign(Object.create(statement), { run })
  }) as typeof raw.prepare
  let counter = 0
  const writer = openWriter(raw, { nowMs: () => 0, random: (bytes) => bytes.fill((counter += 1)) })
  return { raw, writer, failing }
}

const rows = (raw: Awaited<ReturnType<typeof openFailing>>['raw'], table: string): unknown =>
  raw.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n

test('a commit that fails, and a rollback that says it failed too, leave the next write undisturbed', async () => {
  const { raw, writer, failing } = await openFailing()
  writer.write(meta, (tx) => tx.insert('companies', { name: 'Before' }))
  failing.statement = 'COMMIT ROLLBACK'
  expect(() => writer.write(meta, (tx) => tx.insert('companies', { name: 'Lost' }))).toThrow('disk I/O error')
  failing.statement = ''

  expect(writer.write(meta, (tx) => tx.insert('companies', { name: 'After' })).rev).toBe(2)
  expect([rows(raw, 'companies'), rows(raw, 'sync_change')]).toEqual([2, 2])
  expect(writer.searchOf(new Set()).find('lost', { limit: 5 })).toEqual([])
  expect(writer.searchOf(new Set()).find('after', { limit: 5 })).toHaveLength(1)
})

test('a full disk takes back the whole operation, also what an import had written to the index', async () => {
  const { raw, writer } = await openFailing()
  const pages = Number(raw.pragma('page_count', { simple: true }))
  raw.pragma(`max_page_count = ${pages + 60}`)
  const fill = (): unknown =>
    writer.write(meta, (tx) => {
      for (let index = 0; index < 3000; index++) tx.insert('companies', { name: `Person ${index}`, description: 'x'.repeat(200) })
    })
  expect(fill).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }))
  expect([rows(raw, 'companies'), rows(raw, 'sync_change')]).toEqual([0, 0])
  expect(writer.searchOf(new Set()).find('person', { limit: 5 })).toEqual([])

  raw.pragma('max_page_count = 1000000')
  fill()
  expect(rows(raw, 'companies')).toBe(3000)
  expect(writer.searchOf(new Set()).find('2999', { limit: 5 })).toHaveLength(1)
  expect(raw.prepare('SELECT seq FROM sync_change ORDER BY lsn').pluck().all()[0]).toBe(1)
})
