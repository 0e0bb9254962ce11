// Every procedure of the engine, 200 inputs each or KITH_INPUTS: only errors that the contract knows, no fault of ours, nothing written by a refused call.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { contract } from '#shared/contract.ts'
import { hostileInput } from '../support/hostile.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

const INPUTS = Number(process.env['KITH_INPUTS'] ?? 200)
const CODES = ['invalid_input', 'not_found', 'conflict', 'forbidden', 'cancelled', 'unavailable', 'locked']

const procedures = Object.entries(contract)
  .filter(([feature]) => !['workspace', 'network', 'presence', 'arrivals'].includes(feature))
  .flatMap(([feature, entries]) =>
    Object.entries(entries).map(([name, procedure]) => ({ path: `${feature}.${name}`, procedure })),
  )

let app: TestApp
let folder: string
let ids: string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kith-hostile-'))
  writeFileSync(join(folder, 'rows.csv'), 'name,phone\nAcme,8013\n"broken')
  app = await createTestApp()
  const company = await app.ask('companies.create', { name: 'Acme' })
  const contact = await app.ask('contacts.create', { name: 'Anna', companyId: company.id, role: 'Buyer' })
  const deal = await app.ask('deals.create', { title: 'Fleet', companyId: company.id, amountMinor: 100 })
  const ticket = await app.ask('tickets.create', { subject: 'Broken' })
  const product = await app.ask('products.create', { name: 'Lamp', unitPriceE4: 125_000 })
  const order = await app.ask('orders.create', { companyId: company.id, lines: [{ productId: product.id }] })
  const line = (await app.ask('orders.get', { id: order.id })).lines[0]
  const [pipeline] = await app.ask('deals.pipelines', {})
  const stages = pipeline?.stages.map(({ id }) => id) ?? []
  const statuses = (await app.ask('tickets.statuses', {})).map(({ id }) => id)
  ids = [
    company.id,
    contact.id,
    deal.id,
    ticket.id,
    product.id,
    order.id,
    line?.id ?? '',
    app.owner.userId ?? '',
    pipeline?.id ?? '',
    ...stages,
    ...statuses,
  ]
})
afterAll(() => {
  app.close()
  rmSync(folder, { recursive: true })
})

/** File names of a hostile input must stay inside the test's own folder. */
const withOwnFiles = (input: unknown): unknown => {
  if (typeof input !== 'object' || input === null) return input
  const record = input as Record<string, unknown>
  for (const name of ['file', 'source', 'target']) {
    if (typeof record[name] !== 'string') continue
    record[name] = join(folder, name === 'target' ? 'refused.csv' : record[name].length % 2 === 0 ? 'rows.csv' : 'missing.csv')
  }
  return record
}

test.each(procedures)(
  '$path answers hostile inputs with typed errors and writes nothing when it refuses',
  async ({ path, procedure }) => {
    const schema = z.toJSONSchema(procedure.input, { io: 'input' })
    const lastChange = () => app.writer.raw.prepare('SELECT max(lsn) FROM sync_change').pluck().get()
    await fc.assert(
      fc.asyncProperty(hostileInput(schema, ids), async (input) => {
        const before = lastChange()
        const reply = await app.call(path, withOwnFiles(input))
        // Taken out, so that each fault fails once; one that comes late fails the next call.
        const bugs = app.bugs.splice(0)
        expect(bugs, JSON.stringify(bugs.map(String))).toEqual([])
        if (reply.ok) return
        expect(CODES).toContain(reply.error.code)
        expect(lastChange()).toBe(before)
      }),
      // Making samples writes hundreds of rows each time it is allowed to.
      { numRuns: path === 'samples.create' ? 20 : INPUTS },
    )
  },
)

test('after all of it the database is whole, the log has no gap and no stray file was made', () => {
  expect(app.bugs).toEqual([])
  const { raw } = app.writer
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
  const { sets, last } =
    raw.prepare<[], { sets: number; last: number }>('SELECT count(*) AS sets, max(seq) AS last FROM sync_change').get() ?? {}
  expect(sets).toBe(last)
  expect(readdirSync(folder).filter((name) => !['rows.csv', 'refused.csv'].includes(name))).toEqual([])
})

test.each([
  '',
  'nope',
  'companies',
  'companies.',
  '__proto__.toString',
  'companies.__proto__',
  'constructor.name',
  'companies.list.x',
])('there is no procedure %j', async (path) => {
  expect(await app.call(path, {})).toMatchObject({ ok: false, error: { code: 'not_found' } })
})
