// Files that nobody of this project made, read from the folder that KITH_REAL_DATA names: what each of them is, and how much is in it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../support/tables.ts'

const data = process.env['KITH_REAL_DATA']
if (data === undefined) console.error('KITH_REAL_DATA is not set: the real files of tables, cards and encodings are left out.')
const inData = (name: string): string => join(data ?? '', name)

/** Kind, encoding, separator, rows, columns, row of the headings. */
type Expected = readonly [kind: string, dialect: string, rows: number, columns: number, headingRow: number]

const files: Readonly<Record<string, Expected>> = {
  'contacts_csv/headers/outlook_zh_CN.gb18030.csv': ['csv', 'gb18030 ,', 0, 92, 1],
  'contacts_csv/headers/outlook_zh_CN.utf8.csv': ['csv', 'utf-8 ,', 0, 92, 1],
  'contacts_csv/roundcube/gmail.csv': ['csv', 'utf-8 ,', 1, 81, 1],
  'contacts_csv/roundcube/gmail.vcf': ['vcard', '', 1, 38, 0],
  'contacts_csv/roundcube/outlook.csv': ['csv', 'utf-8 ,', 1, 3, 1],
  'contacts_csv/roundcube/outlook.vcf': ['vcard', '', 1, 5, 0],
  'contacts_csv/roundcube/tb_plain.csv': ['csv', 'utf-8 ,', 1, 38, 1],
  'contacts_csv/roundcube/tb_plain.vcf': ['vcard', '', 1, 30, 0],
  'contacts_csv/thunderbird/basic_csv_addressbook.csv': ['csv', 'utf-8 ,', 2, 37, 1],
  'encodings/node-chardet/big5': ['csv', 'big5 ,', 1, 1, 1],
  'encodings/node-chardet/gb18030': ['csv', 'gb18030 \t', 7, 1, 1],
  // Its byte order mark says the one, its letters the other.
  'encodings/node-chardet/utf16be': ['csv', 'utf-16le :', 13, 2, 1],
  'encodings/node-chardet/utf16le': ['csv', 'utf-16le :', 13, 2, 1],
  'encodings/node-chardet/utf32be': ['csv', 'utf-32be :', 13, 2, 1],
  'encodings/node-chardet/utf32le': ['csv', 'utf-32le :', 13, 2, 1],
  'encodings/node-chardet/utf8': ['csv', 'utf-8 :', 13, 2, 1],
  'vcards/ez-vcard/John_Doe_ANDROID.vcf': ['vcard', '', 6, 20, 0],
  'vcards/ez-vcard/John_Doe_GMAIL.vcf': ['vcard', '', 1, 17, 0],
  'vcards/ez-vcard/John_Doe_IPHONE.vcf': ['vcard', '', 1, 34, 0],
  'vcards/ez-vcard/John_Doe_MS_OUTLOOK.vcf': ['vcard', '', 1, 28, 0],
  'vcards/ez-vcard/fullcontact.vcf': ['vcard', '', 1, 69, 0],
  'vcards/ez-vcard/gmail-list.vcf': ['vcard', '', 3, 4, 0],
  'vcards/ez-vcard/rfc2426-example.vcf': ['vcard', '', 2, 15, 0],
  'vcards/ez-vcard/rfc6350-example.vcf': ['vcard', '', 1, 17, 0],
  'vcards/ez-vcard/rfc6351-example.xml': ['vcard', '', 1, 17, 0],
  'vcards/nextcloud/forrest-gump.vcf': ['vcard', '', 1, 10, 0],
  'vcards/nextcloud/without-uid.vcf': ['vcard', '', 1, 5, 0],
  'vcards/roundcube/apple.vcf': ['vcard', '', 1, 8, 0],
  'xlsx/exceljs/fibonacci.xlsx': ['xlsx', '', 19, 2, 0],
  'xlsx/exceljs/gold.xlsx': ['xlsx', '', 5, 2, 1],
  'xlsx/exceljs/google-sheets.xlsx': ['xlsx', '', 2, 3, 1],
  'xlsx/exceljs/libre-calc-as-excel-2007-365.xlsx': ['xlsx', '', 2, 3, 1],
  'xlsx/exceljs/libre-calc-as-office-open-xml-spreadsheet.xlsx': ['xlsx', '', 2, 3, 1],
  'xlsx/sheetjs/1904__1900.xlsx': ['xlsx', '', 5, 4, 0],
  'xlsx/sheetjs/1904__1904.xlsx': ['xlsx', '', 5, 4, 0],
  'xlsx/sheetjs/artifacts__wps__write.xlsx': ['xlsx', '', 4, 4, 0],
  'xlsx/sheetjs/merge_cells.xlsx': ['xlsx', '', 2, 4, 1],
  'northwind/customers.csv': ['csv', 'utf-8 ,', 91, 11, 1],
  'northwind/orders.csv': ['csv', 'utf-8 ,', 830, 14, 1],
  'northwind/order-details.csv': ['csv', 'utf-8 ,', 2155, 5, 1],
  'northwind/products.csv': ['csv', 'utf-8 ,', 77, 10, 1],
  'chinook/csv/Customer.csv': ['csv', 'utf-8 ,', 59, 13, 1],
  'chinook/csv/InvoiceLine.csv': ['csv', 'utf-8 ,', 2240, 5, 1],
  'maven_crm_sales/sales_pipeline.csv': ['csv', 'utf-8 ,', 8800, 8, 1],
  'support_tickets/customer_support_tickets.csv': ['csv', 'utf-8 ,', 8469, 17, 1],
  'online_retail/online_retail_2days_raw.csv': ['csv', 'utf-8 ,', 5217, 8, 1],
}

describe.runIf(data !== undefined)('real files', () => {
  test.each(Object.entries(files))('%s is read whole', async (name, [kind, dialect, rows, columns, headingRow]) => {
    const { file, head, spool } = await readTable(inData(name))
    expect([file.kind, file.dialect ? `${file.dialect.encoding} ${file.dialect.delimiter}` : '']).toEqual([kind, dialect])
    expect(spool).toMatchObject({ rows, head: { width: columns, headingRow } })
    expect(head.headings).toHaveLength(columns)
    expect(spool.faults.filter(({ severity }) => severity === 'refuse')).toEqual([])
  })

  test('every one of these folders is tried', () => {
    const named = (folder: string): string[] =>
      readdirSync(inData(folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/licen[cs]e|\.json$/iu.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name).slice(inData('').length).replace(/^\//u, ''))
    const found = ['contacts_csv', 'encodings', 'vcards', 'xlsx'].flatMap(named)
    expect(found.filter((name) => !(name in files))).toEqual([])
  })

  test('the spectrum of odd CSV files is read as its authors say', async () => {
    const suite = inData('csv_suites/csv-spectrum')
    const names = readdirSync(join(suite, 'csvs')).map((name) => name.replace('.csv', ''))
    expect(names).toHaveLength(12)
    for (const name of names) {
      const { head, rows } = await readTable(join(suite, 'csvs', `${name}.csv`))
      const records = rows.map((cells) => Object.fromEntries(head.headings.map((heading, column) => [heading, cells[column]])))
      // This copy's files have lost the returns that one of the answers still has; another answer is a single record, of another number.
      const answer: unknown = JSON.parse(readFileSync(join(suite, 'json', `${name}.json`), 'utf8').replaceAll('\\r\\n', '\\n'))
      const expected = name === 'location_coordinates' ? [{ ...Object(answer), 'Contact Phone Number': '2095257564' }] : answer
      expect([name, records]).toEqual([name, expected])
    }
  })

  test('days in both calendars of Excel are what the file itself shows beside them', async () => {
    for (const [name, last] of [
      ['1904__1900', '1930-06-02'],
      ['1904__1904', '1934-06-03'],
    ] as const) {
      const { rows } = await readTable(inData(`xlsx/sheetjs/${name}.xlsx`))
      expect(rows.map((cells) => cells[1])).toEqual(rows.map((cells) => cells[2]))
      expect(rows.at(-1)?.[1]).toBe(last)
    }
  })

  test('orders whose addresses lack their quotation marks are whole', async () => {
    const { rows, head } = await readTable(inData('northwind/orders.csv'))
    const country = head.headings.indexOf('shipCountry')
    expect(new Set(rows.map((cells) => cells[country])).size).toBe(21)
    const freight = rows.reduce((sum, cells) => sum + Number(cells[head.headings.indexOf('freight')]), 0)
    expect(freight.toFixed(2)).toBe('64942.69')
  })
})
