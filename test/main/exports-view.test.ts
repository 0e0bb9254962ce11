// A view taken out to a file, through the engine, and read back.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { streamXlsxRows } from 'hucre/xlsx'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { unguarded } from '#shared/base/guarded-cell.ts'
import type { InputOf } from '#main/rpc/handlers.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let folder: string
beforeEach(async () => {
  app = await createTestApp({ language: 'zh-CN' })
  folder = mkdtempSync(join(tmpdir(), 'kith-export-'))
})
afterEach(() => {
  app.close()
  rmSync(folder, { recursive: true })
})

type Asked = Partial<InputOf<'exports.view'>> & Pick<InputOf<'exports.view'>, 'entity' | 'columns'>

const target = (name: string): string => join(folder, name)

const csvOf = async (asked: Asked) => {
  const done = await app.ask('exports.view', { format: 'csv', language: 'en', ...asked, target: target('out.csv') })
  const text = readFileSync(target('out.csv'), 'utf8')
  const { data } = Papa.parse<string[]>(text.slice(1).trimEnd())
  const [headings = [], ...rows] = data
  return { done, text, headings, rows }
}

const xlsxOf = async (asked: Asked) => {
  await app.ask('exports.view', { format: 'xlsx', language: 'en', ...asked, target: target('out.xlsx') })
  const rows: unknown[][] = []
  for await (const { values } of streamXlsxRows(readFileSync(target('out.xlsx')))) rows.push([...values])
  return rows
}

describe('a CSV file of a view', () => {
  test('holds the columns in their order, with headings in the language of the screen and references by name', async () => {
    const owner = (await app.ask('users.list', {}))[0]
    const acme = await app.ask('companies.create', { name: '西湖科技', city: '杭州', ownerId: owner?.id ?? null })
    await app.ask('deals.create', { title: '年度合同', companyId: acme.id, amountMinor: 123_450, expectedCloseOn: '2026-03-05' })

    const companies = await csvOf({ entity: 'companies', columns: ['city', 'name', 'ownerId'], language: 'zh-CN' })
    const deals = await csvOf({ entity: 'deals', columns: ['companyId', 'amountMinor', 'expectedCloseOn'] })

    expect(companies.headings).toEqual(['城市', '名称', '负责人'])
    expect(companies.rows).toEqual([['杭州', '西湖科技', 'Anna Berg']])
    expect(deals.headings).toEqual(['Company', 'Amount (CNY)', 'Expected close'])
    expect(deals.rows).toEqual([['西湖科技', '1234.50', '2026-03-05']])
  })

  test('begins with the mark of UTF-8 and ends its lines as Excel does', async () => {
    await app.ask('companies.create', { name: 'Acme' })
    const { text } = await csvOf({ entity: 'companies', columns: ['name'] })
    expect(text).toBe('\uFEFFName\r\nAcme\r\n')
  })

  test('keeps spreadsheets from computing with what is text, and numbers stay numbers', async () => {
    const names = ['=HYPERLINK("http://x","y")', '-5', '+1', '@SUM(A1)', "'=1", '3-5', '330106199001011234']
    for (const name of names) await app.ask('companies.create', { name })
    await app.ask('companies.create', { name: 'Acme', phone: '+86 138 0000 1111', externalId: '0571', employees: 5 })

    const { rows, text } = await csvOf({ entity: 'companies', columns: ['name', 'phone', 'externalId', 'employees'] })

    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([])
    expect(rows.map(([name = '']) => unguarded(name)).toSorted()).toEqual([...names, 'Acme'].toSorted())
    expect(text).toContain("Acme,'+86 138 0000 1111,'0571,5")
  })

  test('is ordered, filtered and grouped as the list is, with the group as a column', async () => {
    for (const [name, city] of [
      ['A', 'Bonn'],
      ['B', 'Aachen'],
      ['C', 'Bonn'],
      ['D', null],
      ['E', 'Aachen'],
    ] as const)
      await app.ask('companies.create', { name, city })

    const { rows, headings, done } = await csvOf({
      ...{ entity: 'companies', columns: ['name'], group: 'city', sort: { field: 'name', direction: 'desc' } },
      filter: { items: [{ field: 'name', operator: 'isNot', value: 'A' }] },
    })

    expect(headings).toEqual(['City', 'Name'])
    expect(rows.map((row) => row.join(' '))).toEqual(['Aachen E', 'Aachen B', 'Bonn C', ' D'])
    expect(done).toEqual({ name: 'out.csv', rows: 4 })
  })

  test('holds only the selected rows, in the order of the list', async () => {
    const ids: string[] = []
    for (const name of ['A', 'B', 'C', 'D']) ids.push((await app.ask('companies.create', { name })).id)
    const [a = '', b = '', c = ''] = ids
    const some = await csvOf({ entity: 'companies', columns: ['name'], only: [c, a] })
    const but = await csvOf({ entity: 'companies', columns: ['name'], except: [b] })
    expect([some.rows.flat(), but.rows.flat()]).toEqual([
      ['A', 'C'],
      ['A', 'C', 'D'],
    ])
  })

  test('loses no phone, e-mail or address', async () => {
    const { id } = await app.ask('companies.create', {
      name: 'Acme',
      phone: '1',
      phoneType: 'work',
      email: 'a@acme.de',
      address: 'Weg 1',
    })
    const add = (kind: 'phone' | 'email' | 'address' | 'messenger', value: string, type: string | null, more = {}) =>
      app.ask('contactPoints.add', { recordType: 'company', recordId: id, kind, value, type, ...more })
    await add('phone', '+49 30 1', 'mobile')
    await add('phone', '+49 30 2', 'mobile')
    await add('email', 'b@acme.de', null)
    await add('messenger', 'acme-wx', 'wechat')
    await add('address', 'Hauptstr. 1', 'delivery', { city: 'Bonn', postcode: '53111' })

    const { headings, rows } = await csvOf({ entity: 'companies', columns: ['name', 'phone', 'email'], withPoints: true })

    expect(Object.fromEntries(headings.map((heading, at) => [heading, unguarded(rows[0]?.[at] ?? '')]))).toEqual({
      Name: 'Acme',
      Phone: '1',
      'E-mail': 'a@acme.de',
      'Kind of phone': 'Work',
      'Phone 2 (Mobile)': '+49 30 1',
      'Phone 3 (Mobile)': '+49 30 2',
      'E-mail 2': 'b@acme.de',
      WeChat: 'acme-wx',
      'Address 2 (Delivery)': 'Hauptstr. 1, 53111 Bonn',
    })
  })

  test('of people has the companies beside the main one, and a tag with a comma comes back as one', async () => {
    const [acme, bolt] = [
      await app.ask('companies.create', { name: 'Acme' }),
      await app.ask('companies.create', { name: 'Bolt, Ltd' }),
    ]
    const anna = await app.ask('contacts.create', { name: 'Anna Berg', companyId: acme.id })
    await app.ask('contacts.link', { contactId: anna.id, companyId: bolt.id, role: null, isPrimary: false })
    const tag = await app.ask('tags.create', { name: 'Fair, 2026' })
    await app.ask('tags.set', { tagIds: [tag.id], recordType: 'contact', recordId: anna.id })
    const asked = { entity: 'contacts' as const, columns: ['name', 'companyId', 'tags'] }
    expect((await csvOf(asked)).rows).toEqual([['Anna Berg', 'Acme', '"Fair, 2026"']])
    const { headings, rows } = await csvOf({ ...asked, withPoints: true })
    expect([headings, ...rows]).toEqual([
      ['Name', 'Company', 'Tags', 'Further companies'],
      ['Anna Berg', 'Acme', '"Fair, 2026"', '"Bolt, Ltd"'],
    ])

    const { plan } = await app.ask('imports.inspect', { files: [target('out.csv')], entity: 'contact' })
    if (plan === null) throw new Error('The file has no plan.')
    const { tables } = await app.ask('imports.preview', { files: [target('out.csv')], plan })
    expect(tables[0]?.counts).toMatchObject({ new: 0, update: 0, unchanged: 1 })
  })

  test('of products and orders has prices and totals', async () => {
    const lamp = await app.ask('products.create', { name: 'Lamp', code: '007', unitPriceE4: 125_000 })
    await app.ask('orders.create', { lines: [{ productId: lamp.id, quantityMilli: 3000 }] })
    const products = await csvOf({ entity: 'products', columns: ['name', 'code', 'unitPriceE4'] })
    const orders = await csvOf({ entity: 'orders', columns: ['totalMinor', 'lineCount'] })
    expect([products.headings, ...products.rows]).toEqual([
      ['Name', 'Code', 'Unit price', 'Unit price (currency)'],
      ['Lamp', "'007", '12.50', 'CNY'],
    ])
    expect([orders.headings, ...orders.rows]).toEqual([
      ['Total (CNY)', 'Lines'],
      ['37.50', '1'],
    ])
  })

  test("holds the office's own fields of every kind, choices and people by name", async () => {
    const make = (name: string, type: string, more = {}) =>
      app.ask('customFields.create', { entity: 'company', name, type, ...more } as InputOf<'customFields.create'>)
    const grade = await make('Grade', 'choice', { choices: [{ name: 'Gold' }, { name: 'Silver' }] })
    const likes = await make('Likes', 'choices', { choices: [{ name: 'Tea' }, { name: 'Silk' }] })
    const plain = [
      await make('Code', 'text'),
      await make('Size', 'number'),
      await make('Budget', 'money', { config: { currency: 'EUR' } }),
      await make('Since', 'day'),
      await make('Is rich', 'boolean'),
      await make('Buyer', 'user'),
    ]
    const values = ['007', -2.5, 123_45, '2026-03-05', true, app.owner.userId]
    await app.ask('companies.create', {
      name: 'Acme',
      custom: {
        ...Object.fromEntries(plain.map(({ key }, place) => [key, values[place] ?? null])),
        [grade.key]: grade.choices[0]?.id ?? null,
        [likes.key]: likes.choices.map(({ id }) => id),
      },
    })

    const { headings, rows } = await csvOf({ entity: 'companies', columns: [grade, likes, ...plain].map(({ key }) => key) })

    expect(headings).toEqual(['Grade', 'Likes', 'Code', 'Size', 'Budget (EUR)', 'Since', 'Is rich', 'Buyer'])
    expect(rows).toEqual([['Gold', 'Tea, Silk', "'007", '-2.5', '123.45', '2026-03-05', 'Yes', 'Anna Berg']])
  })

  test('says the currency beside each amount where they differ', async () => {
    await app.ask('deals.create', { title: 'A', amountMinor: 100, currency: 'CNY' })
    await app.ask('deals.create', { title: 'B', amountMinor: 100, currency: 'JPY' })
    const { headings, rows } = await csvOf({ entity: 'deals', columns: ['title', 'amountMinor'], sort: { field: 'title' } })
    expect([headings, ...rows]).toEqual([
      ['Title', 'Amount', 'Currency'],
      ['A', '1.00', 'CNY'],
      ['B', '100', 'JPY'],
    ])
  })
})

describe('a workbook of a view', () => {
  test('has real numbers and days, and text that stays text', async () => {
    await app.ask('deals.create', {
      title: '=1+1',
      amountMinor: 123_450,
      currency: 'CNY',
      expectedCloseOn: '2026-03-05',
      externalId: '007',
    })
    const [headings, row] = await xlsxOf({
      entity: 'deals',
      columns: ['title', 'amountMinor', 'expectedCloseOn', 'externalId', 'isFavourite'],
    })
    expect(headings).toEqual(['Title', 'Amount', 'Currency', 'Expected close', 'Id in the source', 'Favourite'])
    expect(row).toEqual(['=1+1', 1234.5, 'CNY', new Date('2026-03-05T00:00:00.000Z'), '007', false])
  })
})

describe('an export that does not come to its end', () => {
  test('leaves no half file and the old one as it was', async () => {
    await app.ask('companies.create', { name: 'Acme' })
    await csvOf({ entity: 'companies', columns: ['name'] })
    const reply = await app.call('exports.view', {
      ...{ entity: 'companies', columns: ['gone'], format: 'csv', language: 'en', target: target('out.csv') },
    })
    expect(reply).toMatchObject({ ok: false, error: { messageKey: 'exports.noColumns' } })
    expect(readdirSync(folder)).toEqual(['out.csv'])
    expect(readFileSync(target('out.csv'), 'utf8')).toContain('Acme')
  })
})
