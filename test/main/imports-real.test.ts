// Files that nobody of this project made come in whole, and a second time change nothing. They are read from the folder that
// KITH_REAL_DATA names; the own fixtures go the same ways where it is missing.
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ask, bringIn, fatesOf, rows, setUpImportDesk } from '../support/import-desk.ts'

const folder = process.env['KITH_REAL_DATA']
if (folder === undefined) console.error('KITH_REAL_DATA is not set: the imports of real files are left out.')
const at = (...names: readonly string[]): string => join(folder ?? '', ...names)

describe.runIf(folder !== undefined)('real files', () => {
  setUpImportDesk('en')

  test('northwind: customers, products, orders and their lines, joined by their keys', async () => {
    const files = ['customers.csv', 'products.csv', 'orders.csv', 'order-details.csv'].map((name) => at('northwind', name))

    const { result } = await bringIn(files)

    expect(fatesOf(result.tables)).toEqual(['new 91', 'new 91', 'new 77', 'new 830', 'new 2155'])
    expect(rows('select count(*) as n from companies')).toEqual([{ n: 91 }])
    expect(rows('select count(*) as n from orders')).toEqual([{ n: 830 }])
    expect(rows('select count(*) as n from orderLines')).toEqual([{ n: 2155 }])
    expect(rows('select sum(netE4) as net, sum(quantityMilli * unitPriceE4) / 1000 as gross from orderLines')).toEqual([
      { net: 12_657_930_395, gross: 13_544_585_900 },
    ])
    expect(rows('select count(*) as n from orders where companyId is null')).toEqual([{ n: 0 }])
    const again = await bringIn(files)
    expect(fatesOf(again.result.tables)).toEqual([
      'unchanged 91',
      'unchanged 91',
      'unchanged 77',
      'unchanged 830',
      'unchanged 2155',
    ])
  })

  test('northwind: colleagues, and who of them took each order', async () => {
    const files = ['orders.csv', 'customers.csv', 'employees.csv'].map((name) => at('northwind', name))
    const { result } = await bringIn(files)

    expect(fatesOf(result.tables)).toEqual(['new 9', 'new 91', 'new 91', 'new 830'])
    expect(
      rows(
        `select users.name, count(*) as n from orders join users on users.id = ownerId group by users.id order by n desc limit 2`,
      ),
    ).toEqual([
      { name: 'Margaret Peacock', n: 156 },
      { name: 'Janet Leverling', n: 127 },
    ])
    expect(fatesOf((await bringIn(files)).result.tables)).toEqual([
      'unchanged 9',
      'unchanged 91',
      'unchanged 91',
      'unchanged 830',
    ])
  })

  test('chinook: people with their firms, invoices and lines', async () => {
    const files = ['Customer.csv', 'Invoice.csv', 'InvoiceLine.csv'].map((name) => at('chinook', 'csv', name))
    const { result } = await bringIn(files)

    expect(fatesOf(result.tables)).toEqual(['new 59', 'new 412', 'new 2240'])
    expect(rows('select sum(netE4) as net from orderLines')).toEqual([{ net: 23_286_000 }])
    expect(rows('select sum(statedTotalMinor) as total, count(contactId) as people from orders')).toEqual([
      { total: 232_860, people: 412 },
    ])
    expect(rows('select count(distinct country) as n from contacts')).toEqual([{ n: 24 }])
    const again = await bringIn(files)
    expect(fatesOf(again.result.tables)).toEqual(['unchanged 59', 'unchanged 412', 'unchanged 2240'])
  })

  test.each(['sales_pipeline.csv', 'variants/sales_pipeline_MDYYYY.csv'])('a seller of hardware, with %s', async (pipeline) => {
    const files = ['accounts.csv', 'products.csv', 'sales_teams.csv', pipeline].map((name) => at('maven_crm_sales', name))
    const { result } = await bringIn(files)

    expect(fatesOf(result.tables)).toEqual(['new 35', 'new 85', 'new 7', 'new 8800'])
    expect(rows('select status, count(*) as n, sum(amountMinor) as sum from deals group by status order by status')).toEqual([
      { status: 'lost', n: 2473, sum: 0 },
      { status: 'open', n: 2089, sum: null },
      { status: 'won', n: 4238, sum: 1_000_553_400 },
    ])
    expect(rows('select count(parentId) as n from companies')).toEqual([{ n: 15 }])
    const again = await bringIn(files)
    expect(fatesOf(again.result.tables)).toEqual(['unchanged 35', 'unchanged 85', 'unchanged 7', 'unchanged 8800'])
  })

  test('two days of a shop: customers, orders, articles and lines of one flat file', async () => {
    const file = at('online_retail', 'online_retail_2days_raw.csv')
    const { result } = await bringIn(file)
    expect(fatesOf(result.tables)).toEqual([
      'new 206, skipped 5011',
      'new 1608, skipped 3609',
      'new 310, skipped 4907',
      'new 5217',
    ])
    const again = await bringIn(file)
    expect(fatesOf(again.result.tables)).toEqual([
      'unchanged 206, skipped 5011',
      'unchanged 1608, skipped 3609',
      'unchanged 310, skipped 4907',
      'unchanged 5217',
    ])
  })

  test('a tenth of the customers of a shop, with what they sent back', async () => {
    const file = at('online_retail', 'online_retail_sample_cust_mod10_3.csv')
    const { result } = await bringIn(file)

    expect(fatesOf(result.tables)).toEqual([
      'new 440, skipped 34376',
      'new 2820, skipped 31996',
      'new 2024, skipped 32792',
      'new 34816',
    ])
    expect(rows('select sum(netE4) as net from orderLines')).toEqual([{ net: 6_466_646_400 }])
    expect(rows(`select count(*) as n from orders where number like 'C%'`)).toEqual([{ n: 358 }])
  }, 90_000)

  test.each([
    ['northwind/suppliers.csv', ['new 29', 'new 29']],
    ['northwind/shippers.csv', ['new 3']],
    ['northwind/employees.csv', ['new 9']],
    ['chinook/csv/Employee.csv', ['new 8']],
    ['maven_crm_sales/variants/accounts_thomaskieny.csv', ['new 85']],
  ] as const)('%s', async (name, fates) => {
    expect(fatesOf((await bringIn(at(name))).result.tables)).toEqual(fates)
    expect(fatesOf((await bringIn(at(name))).result.tables)).toEqual(fates.map((fate) => fate.replace('new', 'unchanged')))
  })

  test.each([
    'chinese/names_wainshine/Chinese_Family_Name（1k）.xlsx',
    'encodings/node-chardet/gb18030',
    'xlsx/exceljs/fibonacci.xlsx',
  ])('of %s, which holds no records, it is said that there is nothing to take in', async (name) => {
    const { tables, plan } = await ask('imports.inspect', { files: [at(name)] })
    expect(plan).toBeNull()
    expect(tables.map(({ warnings }) => warnings.map(({ messageKey }) => messageKey)).flat()).toContain('imports.table.nothing')
  })

  test.each([
    'contacts_csv/roundcube/gmail.csv',
    'contacts_csv/roundcube/outlook.csv',
    'contacts_csv/roundcube/tb_plain.csv',
    'contacts_csv/thunderbird/basic_csv_addressbook.csv',
  ])('the address book %s', async (name) => {
    const { result } = await bringIn(at(name))
    const again = await bringIn(at(name))
    expect(fatesOf(again.result.tables)).toEqual([`unchanged ${result.tables[0]?.counts.new}`])
  })

  test('support tickets, with the people who ask found by their addresses', async () => {
    const file = at('support_tickets', 'customer_support_tickets.csv')
    const { result } = await bringIn(file)
    expect(fatesOf(result.tables)).toEqual(['new 8469'])
    expect(rows('select count(*) as n from tickets where closedAt is not null')).toEqual([{ n: 2769 }])
    const again = await bringIn(file)
    expect(fatesOf(again.result.tables)).toEqual(['unchanged 8469'])
  }, 90_000)

  test.each([
    ['ez-vcard/John_Doe_ANDROID.vcf', 6],
    ['ez-vcard/gmail-list.vcf', 3],
    ['ez-vcard/rfc2426-example.vcf', 2],
    ['ez-vcard/John_Doe_IPHONE.vcf', 1],
    ['ez-vcard/John_Doe_MS_OUTLOOK.vcf', 1],
    ['ez-vcard/John_Doe_GMAIL.vcf', 1],
    ['ez-vcard/fullcontact.vcf', 1],
    ['ez-vcard/rfc6350-example.vcf', 1],
    ['ez-vcard/rfc6351-example.xml', 1],
    ['nextcloud/forrest-gump.vcf', 1],
    ['nextcloud/without-uid.vcf', 1],
    ['roundcube/apple.vcf', 1],
  ] as const)('the cards of %s', async (name, cards) => {
    const { result } = await bringIn(at('vcards', name))
    const again = await bringIn(at('vcards', name))

    expect(result.tables.reduce((sum, { counts }) => sum + counts.new, 0)).toBe(cards)
    expect(fatesOf(again.result.tables)).toEqual(result.tables.map(({ counts }) => `unchanged ${counts.new}`))
  })

  test('workbooks of Excel, LibreOffice, WPS and Google are looked at with their days as days', async () => {
    const looks = async (name: string) =>
      (await ask('imports.inspect', { files: [at('xlsx', name)] })).tables.map(({ columns }) => columns.map(({ look }) => look))

    expect(await looks('exceljs/gold.xlsx')).toHaveLength(1)
    expect(await looks('exceljs/google-sheets.xlsx')).toHaveLength(1)
    expect(await looks('exceljs/libre-calc-as-excel-2007-365.xlsx')).toHaveLength(1)
    expect(await looks('sheetjs/artifacts__wps__write.xlsx')).toHaveLength(1)
    expect(await looks('sheetjs/1904__1904.xlsx')).toEqual([['number', 'day', 'day', 'day']])
    expect(await looks('sheetjs/1904__1900.xlsx')).toEqual([['number', 'day', 'day', 'day']])
  })

  test.each(['outlook_zh_CN.utf8.csv', 'outlook_zh_CN.gb18030.csv'])('the headings of a Chinese Outlook, %s', async (name) => {
    const { tables, files } = await ask('imports.inspect', { files: [at('contacts_csv', 'headers', name)] })

    expect(files[0]?.dialect?.encoding).toBe(name.includes('gb18030') ? 'gb18030' : 'utf-8')
    expect(tables[0]?.columns.map(({ heading }) => heading)).toContain('电子邮件地址')
  })
})
