// The files of an export: what our own readers find in them, and what happens where one cannot be written.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '#shared/base/app-error.ts'
import { columnPlan, tablePlan } from '#shared/imports/plan.ts'
import { tableReader } from '#shared/imports/table-reader.ts'
import { type Files, nodeFiles, writeTarget } from '#main/features/exports/file-target.ts'
import { readCards } from '#main/records/cards/read-cards.ts'
import { openTables } from '#main/tables/open-tables.ts'
import { spoolTable } from '#main/tables/table-spool.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'
import { noOwnFields } from '../support/no-own-fields.ts'

let app: TestApp
let folder: string
beforeEach(async () => {
  app = await createTestApp({ language: 'zh-CN' })
  folder = mkdtempSync(join(tmpdir(), 'kith-files-'))
})
afterEach(() => {
  app.close()
  rmSync(folder, { recursive: true })
})
const target = (name: string): string => join(folder, name)

const companies = [
  { name: '=HYPERLINK("http://x","点我")', phone: '+86 138 0000 1111', externalId: '0571', employees: 5 },
  { name: '-5', phone: '0571-88881111', externalId: '330106199001011234', description: '第一行\n第二行, "引号"' },
  { name: '@SUM(1+1)', phone: '010 6666 7777', externalId: '1E5', description: '\ttab first' },
  { name: '😀 𠮷野家 👩‍👩‍👧', phone: '+1 (555) 010-2030', externalId: "'=1", foundedYear: 1998 },
  { name: '3-5', phone: '13800138000', externalId: '2026/3/5', annualRevenueMinor: 123_456, revenueCurrency: 'CNY' },
] as const

test('our own import reads a CSV file of a view back as it was', async () => {
  for (const company of companies) await app.ask('companies.create', company)
  const columns = ['name', 'phone', 'externalId', 'description', 'employees', 'foundedYear', 'annualRevenueMinor']
  await app.ask('exports.view', { entity: 'companies', columns, format: 'csv', language: 'zh-CN', target: target('out.csv') })

  const file = await openTables(target('out.csv'))
  const quiet = { progress: () => {}, checkCancelled: () => {} }
  const spool = await spoolTable(file, 0, quiet)
  const fields = ['name', 'phone', 'externalId', 'description', 'employees', 'foundedYear', 'annualRevenue']
  const plan = tablePlan.parse({ entity: 'company', columns: fields.map((field) => columnPlan.parse({ field })) })
  const rules = { currency: 'CNY', timeZone: 'Asia/Shanghai', today: '2026-03-02', own: noOwnFields, splitAddress: () => null }
  const read = tableReader(plan, rules as never)
  const rows = [...spool.batches()].flat().map(({ cells, row }) => read(cells, row))

  expect(file).toMatchObject({ dialect: { encoding: 'utf-8', delimiter: ',' } })
  expect(rows.flatMap(({ faults }) => faults.filter(({ severity }) => severity === 'refuse'))).toEqual([])
  const found = new Map(rows.map(({ values }) => [values['name'], values]))
  for (const { name, ...company } of companies) {
    const {
      annualRevenueMinor: amountMinor,
      revenueCurrency: currency,
      ...plain
    } = { annualRevenueMinor: null, revenueCurrency: null, ...company }
    const expected = {
      ...plain,
      ...('description' in plain ? { description: plain.description.trim() } : {}),
      ...(amountMinor === null ? {} : { annualRevenue: { amountMinor, currency } }),
    }
    expect(found.get(name), name).toMatchObject(expected)
  }
})

describe('cards of an address book', () => {
  const cardsOf = async (vcardVersion: '3.0' | '4.0') => {
    const acme = await app.ask('companies.create', { name: '西湖; 科技' })
    const { id } = await app.ask('contacts.create', {
      ...{
        name: 'Anna Schmidt',
        companyId: acme.id,
        role: 'Head, Sales',
        phone: '+49 30 1',
        phoneType: 'work',
        birthday: '1990-05-12',
      },
      ...{ email: 'a@x.de', address: 'Hauptstr. 1; Hof', city: 'Bonn', postcode: '53111', description: 'one\ntwo, three' },
    })
    await app.ask('contactPoints.add', { recordType: 'contact', recordId: id, kind: 'phone', value: '+49 170 2', type: 'mobile' })
    await app.ask('contactPoints.add', {
      recordType: 'contact',
      recordId: id,
      kind: 'messenger',
      value: 'anna-wx',
      type: 'wechat',
    })
    await app.ask('exports.view', {
      ...{ entity: 'contacts', columns: [], format: 'vcard', language: 'en', vcardVersion, target: target('out.vcf') },
    })
    return readCards(readFileSync(target('out.vcf')))
  }

  test.each(['3.0', '4.0'] as const)('of version %s hold every number and address, and are read back', async (version) => {
    const [card] = await cardsOf(version)
    expect(readFileSync(target('out.vcf'), 'utf8')).toContain(`VERSION:${version}`)
    expect(card).toMatchObject({
      name: 'Anna Schmidt',
      company: '西湖; 科技',
      jobTitle: 'Head, Sales',
      note: 'one\ntwo, three',
      birthday: '1990-05-12',
    })
    expect(card?.points.map(({ kind, type, value }) => [kind, type, value])).toEqual([
      ['phone', 'work', '+49 30 1'],
      ['email', null, 'a@x.de'],
      ['address', null, 'Hauptstr. 1; Hof'],
      ['phone', 'mobile', '+49 170 2'],
      ['messenger', 'wechat', 'anna-wx'],
    ])
  })

  test('are made of companies and contacts only', async () => {
    const reply = await app.call('exports.view', {
      ...{ entity: 'deals', columns: [], format: 'vcard', language: 'en', target: target('out.vcf') },
    })
    expect(reply).toMatchObject({ ok: false, error: { messageKey: 'exports.noCards' } })
  })
})

describe('a file that cannot be written', () => {
  const fault = (code: string): Error => Object.assign(new Error(code), { code })
  const refused = async (files: Partial<Files>, work = async () => {}): Promise<AppError> => {
    writeFileSync(target('old.xlsx'), 'old')
    const thrown: unknown = await writeTarget(target('old.xlsx'), work, { ...nodeFiles, ...files }).catch(
      (error: unknown) => error,
    )
    if (!(thrown instanceof AppError)) throw thrown
    expect(readdirSync(folder)).toEqual(['old.xlsx'])
    expect(readFileSync(target('old.xlsx'), 'utf8')).toBe('old')
    return thrown
  }

  test.each(['EBUSY', 'EPERM'])('because a spreadsheet has it open (%s) is named, and stays as it was', async (code) => {
    const thrown = await refused({ rename: () => Promise.reject(fault(code)) })
    expect(thrown).toMatchObject({ messageKey: 'exports.openElsewhere', params: { name: 'old.xlsx' } })
  })

  test('because the disk is full is named, and leaves nothing half', async () => {
    const thrown = await refused({}, () => Promise.reject(fault('ENOSPC')))
    expect(thrown).toMatchObject({ messageKey: 'exports.diskFull', params: { name: 'old.xlsx' } })
  })

  test('because the user gave up leaves nothing half', async () => {
    const thrown = await refused({}, () => Promise.reject(new AppError('cancelled', 'errors.cancelled')))
    expect(thrown.code).toBe('cancelled')
  })
})
