// Workbooks that are old, locked, damaged or named wrong, and files that are none: read by what they are, or refused in a sentence.
import { writeOds, writeXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isMessageKey } from '#shared/messages.ts'
import { compoundOf, oldBookOf } from '../../support/compound.ts'
import { encodeText } from '../../support/encode-text.ts'
import { makeTableFolder, readTable, type TableFolder } from '../../support/tables.ts'
import { bookOf, textRow, zipOf } from '../../support/workbook.ts'

let folder: TableFolder
beforeAll(() => {
  folder = makeTableFolder()
})
afterAll(() => folder.remove())

const read = (name: string, content: string | Uint8Array) => readTable(folder.write(name, content))
const book = bookOf({ sheets: { S: textRow('姓名', '手机') + textRow('王伟', '13800138000') } })
const day = new Date(Date.UTC(2024, 2, 5))

describe('a file is what its bytes are', () => {
  test('a workbook named .csv and a list named .xlsx are read', async () => {
    expect(await read('客户.csv', book)).toMatchObject({ file: { kind: 'xlsx' }, rows: [['王伟', '13800138000']] })
    expect(await read('客户.xlsx', '姓名,手机\n王伟,13800138000\n')).toMatchObject({
      file: { kind: 'csv' },
      rows: [['王伟', '13800138000']],
    })
  })

  test('an .xls of old Excel is read, also where it is named .csv', async () => {
    const old = oldBookOf('客户', [
      ['姓名', '金额', '日期'],
      ['王伟', 1234.5, day],
    ])
    for (const name of ['客户.xls', '客户.csv']) {
      const { file, head, rows, spool } = await read(name, old)
      expect(file.kind).toBe('xls')
      expect(head).toMatchObject({ name: '客户', headings: ['姓名', '金额', '日期'] })
      expect(rows).toEqual([['王伟', '1234.5', '2024-03-05']])
      expect(spool.columns.map(({ counts }) => Object.keys(counts))).toEqual([['text'], ['number'], ['day']])
    }
  })

  test('a sheet of LibreOffice is read', async () => {
    const { file, rows } = await read(
      '客户.ods',
      await writeOds({
        sheets: [
          {
            name: '客户',
            rows: [
              ['姓名', '金额', '日期', '有效'],
              ['王伟', 0.1, day, true],
            ],
          },
        ],
      }),
    )
    expect(file.kind).toBe('ods')
    expect(rows).toEqual([['王伟', '0.1', '2024-03-05', 'TRUE']])
  })

  test('a web page that calls itself .xls is read, its biggest table in its own encoding', async () => {
    const page =
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table><tr><td>导出</td></tr></table>' +
      '<table border=1><tr><th>姓名</th><th>编号</th></tr><tr><td>王伟</td><td>00042</td></tr><tr><td>李娜</td><td>330106198803220034</td></tr></table></body></html>'
    const { file, head, rows } = await read('订单.xls', encodeText(page, 'gb18030'))
    expect(file.kind).toBe('html')
    expect(head).toMatchObject({ name: '订单', headings: ['姓名', '编号'] })
    expect(rows).toEqual([
      ['王伟', '00042'],
      ['李娜', '330106198803220034'],
    ])
  })
})

describe('a file that cannot be read', () => {
  const locked = (): Promise<Uint8Array> =>
    writeXlsx({ sheets: [{ name: 'S', rows: [['a']] }], encryption: { password: 'secret', spinCount: 10 } })
  const cases: readonly (readonly [
    what: string,
    name: string,
    content: () => Uint8Array | Promise<Uint8Array>,
    messageKey: string,
  ])[] = [
    ['a workbook behind a password', 'a.xlsx', locked, 'imports.file.password'],
    ['an old workbook behind a password', 'a.xls', () => oldBookOf('S', [['a']], true), 'imports.file.password'],
    ['a workbook from before 1997', 'a.xls', () => compoundOf('Book', new Uint8Array(10)), 'imports.file.old_excel'],
    ['a document of Word', 'a.doc', () => compoundOf('WordDocument', new Uint8Array(10)), 'imports.file.other_office'],
    [
      'a newer document of Word',
      'a.docx',
      () => zipOf({ '[Content_Types].xml': '<a/>', 'word/document.xml': '<a/>' }),
      'imports.file.other_office',
    ],
    ['a document of Numbers', 'a.numbers', () => zipOf({ 'Index/Document.iwa': 'x' }), 'imports.file.numbers'],
    ['an archive', 'a.zip', () => zipOf({ 'list.csv': 'a,b\n1,2\n' }), 'imports.file.archive'],
    ['a workbook cut in half', 'a.xlsx', () => book.subarray(0, book.length / 2), 'imports.file.damaged'],
    [
      'a workbook whose sheet is broken',
      'a.xlsx',
      () => bookOf({ sheets: { S: '<row><c t="str"><v>a</c></row>' } }),
      'imports.file.damaged',
    ],
    ['a workbook without sheets', 'a.xlsx', () => bookOf({ sheets: {} }), 'imports.file.empty'],
    [
      'a bomb',
      'a.xlsx',
      () => zipOf({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': Buffer.alloc(70_000_000, 32) }),
      'imports.file.bomb',
    ],
    [
      'a sheet of LibreOffice behind a password',
      'a.ods',
      () =>
        zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'META-INF/manifest.xml': '<m:encryption-data/>' }),
      'imports.file.password',
    ],
  ]

  test.each(cases)('%s is refused in a sentence', async (_, name, content, messageKey) => {
    const error: unknown = await read(name, await content()).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ messageKey })
    expect(isMessageKey(messageKey)).toBe(true)
  })
})
