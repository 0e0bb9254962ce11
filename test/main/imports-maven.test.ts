// A real CRM's files come in whole. They are read from the folder that KITH_REAL_DATA names; the own fixtures of imports.test.ts go the
// same ways where it is missing.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/test-app.ts'

const folder = process.env['KITH_REAL_DATA']
const files = folder === undefined ? null : join(folder, 'maven_crm_sales')
if (files === null) console.error('KITH_REAL_DATA is not set: the imports of real CRM files are left out.')

describe.runIf(files !== null).each([
  { pipeline: 'sales_pipeline.csv', order: 'ymd', language: 'en' },
  { pipeline: 'variants/sales_pipeline_MDYYYY.csv', order: 'mdy', language: 'zh-CN' },
] as const)('the CRM of a hardware seller, $pipeline', ({ pipeline, order, language }) => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp({ language })
  })
  afterAll(() => app.close())

  const count = (sql: string): unknown => app.writer.raw.prepare<[], Record<string, unknown>>(sql).get()
  const importFile = async (name: string, change: { amountUnit?: 1_000_000 } = {}) => {
    const file = join(files ?? '', name)
    const inspection = await app.ask('imports.inspect', { file })
    const plan = { ...inspection.plan, ...change }
    const preview = await app.ask('imports.preview', { file, plan })
    const reply = await app.call('imports.run', { file, plan })
    if (!reply.ok) throw new Error(JSON.stringify(reply.error), { cause: app.bugs.at(-1) })
    return { inspection, preview, result: reply.data, operation: reply.operation ?? '' }
  }
  let operation = ''

  test('its 85 companies come in with all they say', async () => {
    const { inspection, preview, result } = await importFile('accounts.csv', { amountUnit: 1_000_000 })

    expect(inspection.plan).toMatchObject({
      entity: 'company',
      dialect: { encoding: 'utf-8', delimiter: ',' },
      columns: ['name', 'industry', 'foundedYear', 'annualRevenue', 'employees', 'country', 'parentName'],
      decimalMark: '.',
    })
    expect(preview).toMatchObject({ rows: 85, accepted: 85, refused: 0, problemCount: 0, newCompanies: 0 })
    expect(result).toEqual({ created: 85, refused: 0, newCompanies: 0, newContacts: 0, newPeople: 0, newStages: 0 })
    expect(
      count(`select c.industry, c.foundedYear, c.annualRevenueMinor, c.employees, c.country, p.name as parent
             from companies c join companies p on p.id = c.parentId where c.name = 'Bluth Company'`),
    ).toEqual({
      industry: 'technolgy',
      foundedYear: 1993,
      annualRevenueMinor: 124_232_000_000,
      employees: 3027,
      country: 'United States',
      parent: 'Acme Corporation',
    })
    expect(count('select count(parentId) as n from companies')).toEqual({ n: 15 })
  })

  test('its 8,800 deals come in, tied to companies, people and stages', async () => {
    const { inspection, preview, result, operation: done } = await importFile(pipeline)
    operation = done

    expect(inspection.plan).toMatchObject({
      entity: 'deal',
      columns: ['externalId', 'ownerName', 'product', 'companyName', 'stageName', 'openedOn', 'closedOn', 'amount'],
      dateOrder: order,
    })
    expect(inspection.plan.stages.map(({ name, outcome }) => [name, outcome])).toEqual(
      expect.arrayContaining([
        ['Won', 'won'],
        ['Lost', 'lost'],
        ['Engaging', null],
        ['Prospecting', null],
      ]),
    )
    expect(preview).toMatchObject({ rows: 8800, accepted: 8800, refused: 0, problemCount: 0, newCompanies: 0 })
    expect(preview.newStages.toSorted()).toEqual(['Engaging', 'Prospecting'])
    expect(preview.newPeople).toHaveLength(30)
    expect(result).toEqual({ created: 8800, refused: 0, newCompanies: 0, newContacts: 0, newPeople: 30, newStages: 2 })
  })

  test('the figures are those that are known of it', () => {
    const byStatus = app.writer.raw
      .prepare<[], { status: string; stage: string; n: number }>(
        `select d.status, case when s.outcome is null then s.name else s.outcome end as stage, count(*) as n
         from deals d join stages s on s.id = d.stageId group by 1, 2 order by n desc`,
      )
      .all()
    expect(byStatus).toEqual([
      { status: 'won', stage: 'won', n: 4238 },
      { status: 'lost', stage: 'lost', n: 2473 },
      { status: 'open', stage: 'Engaging', n: 1589 },
      { status: 'open', stage: 'Prospecting', n: 500 },
    ])
    expect(count(`select sum(amountMinor) as won from deals where status = 'won'`)).toEqual({ won: 1_000_553_400 })
    expect(count(`select count(*) as n from deals where companyId is null`)).toEqual({ n: 1425 })
    expect(count(`select count(*) as n from deals where amountMinor is null and closedOn is null`)).toEqual({ n: 2089 })
    expect(count(`select count(*) as n from deals where product = 'GTXPro'`)).toEqual({ n: 1480 })
    expect(count(`select count(*) as n from deals where openedOn is null`)).toEqual({ n: 500 })
    expect(count(`select count(*) as n from companies`)).toEqual({ n: 85 })
    expect(count(`select count(*) as n from users where canSignIn = 0`)).toEqual({ n: 30 })
    expect(count(`select title, openedOn, closedOn from deals where externalId = '1C1I7A6R'`)).toEqual({
      title: 'GTX Plus Basic · Cancity',
      openedOn: '2016-10-20',
      closedOn: '2017-03-01',
    })
    expect(count(`select title from deals where externalId = '3LCLVRVV'`)).toEqual({ title: '3LCLVRVV' })
  })

  test('no two deals of a stage share a place', () => {
    expect(count('select count(*) as n, count(distinct stageId || position) as places from deals')).toEqual({
      n: 8800,
      places: 8800,
    })
  })

  test('one undo takes all of it back', async () => {
    await app.ask('history.undo', { operation })

    expect(count('select count(*) as n from deals where archivedAt is null')).toEqual({ n: 0 })
    expect(count('select count(*) as n from users where canSignIn = 0 and archivedAt is null')).toEqual({ n: 0 })
    expect(count('select count(*) as n from companies where archivedAt is null')).toEqual({ n: 85 })
    const board = await app.ask('deals.board', {})
    expect(board.columns.reduce((sum, column) => sum + column.count, 0)).toBe(0)
    expect(board.columns.map(({ stage }) => stage.name)).not.toContain('Engaging')
  })
})
