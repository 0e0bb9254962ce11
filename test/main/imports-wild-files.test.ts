// Files that are odd as files: named wrong, written by several programs, cut off, in rare encodings. They come in right or say why not.
import { describe, expect, test } from 'vitest'
import { encodeText } from '../support/encode-text.ts'
import { ask, bringIn, fatesOf, keysOf, refusalOf, rows, setUpImportDesk, written } from '../support/import-desk.ts'
import { bookOf, textRow, zipOf } from '../support/workbook.ts'

setUpImportDesk('zh-CN')

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const xmlBook = (rows: string): string =>
  `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="客户"><Table>${rows}</Table></Worksheet></Workbook>`
const xmlCell = (text: string, more = ''): string => `<Cell${more}><Data ss:Type="String">${text}</Data></Cell>`

const whole: readonly (readonly [
  sentence: string,
  name: string,
  content: () => string | Uint8Array,
  firms: readonly (string | null)[][],
])[] = [
  [
    'a workbook of Excel 2003 in XML, with gaps and merged cells',
    '客户.xls',
    () =>
      xmlBook(
        `<Row>${xmlCell('客户名称')}${xmlCell('城市')}${xmlCell('电话')}</Row><Row ss:Index="3">${xmlCell('甲公司')}${xmlCell('杭州', ' ss:MergeDown="1"')}${xmlCell('0571-88886666')}</Row><Row>${xmlCell('乙公司')}${xmlCell('0571-88886667', ' ss:Index="3"')}</Row>`,
      ),
    [
      ['甲公司', '0571-88886666', '杭州'],
      ['乙公司', '0571-88886667', '杭州'],
    ],
  ],
  [
    'a web page that calls itself .xls, with lines and hard blanks in its cells',
    '客户.xls',
    () =>
      encodeText(
        '<html><head><meta charset="gb2312"></head><table><tr><td>客户名称</td><td>电话</td><td>城市</td></tr><tr><td>甲公司&nbsp;</td><td>0571-88886667<br>13800138000</td><td>杭州&middot;西湖</td></tr></table></html>',
        'gb18030',
      ),
    [['甲公司', '0571-88886667', '杭州·西湖']],
  ],
  [
    'a workbook that is called .csv',
    '客户.csv',
    () => bookOf({ sheets: { S: textRow('客户名称', '电话', '城市') + textRow('甲公司', '057188886666', '杭州') } }),
    [['甲公司', '057188886666', '杭州']],
  ],
  [
    'tabs in a .txt of GBK',
    '客户.txt',
    () => encodeText('客户名称\t电话\t城市\r\n甲公司\t0571-88886666\t杭州,上城\r\n', 'gb18030'),
    [['甲公司', '0571-88886666', '杭州,上城']],
  ],
  [
    'tabs in UTF-16 without a mark',
    '客户.xls',
    () => encodeText('客户名称\t电话\t城市\r\n甲公司\t0571-88886666\t杭州\r\n', 'utf-16be', false),
    [['甲公司', '0571-88886666', '杭州']],
  ],
  [
    'the line that names the separator, and a decimal comma',
    'firmen.csv',
    () => encodeText('sep=;\r\nFirma;Telefon;Ort;Umsatz\r\nGröße AG;030 654321;Köln;1.234.567,89\r\n', 'windows-1252'),
    [['Größe AG', '030 654321', 'Köln']],
  ],
  [
    'signs that nobody sees',
    '客户.csv',
    () => '\ufeff客户\u200b名称,电\u00a0话,城市\n\u200b甲公司\u00a0,\u202a１３８\u00a00013\u202f8000\u202c,\u2060杭州\n',
    [['甲公司', '138 0013 8000', '杭州']],
  ],
  [
    'zero bytes',
    'firms.csv',
    () => bytes('Company name,Phone,City\r\nAc\0me,040 123456,Kiel\r\n'),
    [['Acme', '040 123456', 'Kiel']],
  ],
  [
    'rare characters and emoji',
    '客户.csv',
    () => '客户名称,电话,城市\n𠮷野家🍚,0571-88886666,杭州\n',
    [['𠮷野家🍚', '0571-88886666', '杭州']],
  ],
  [
    'traditional characters in Big5',
    '客戶.csv',
    () => encodeText('客戶名稱,電話,城市\r\n許功蓋企業,02-2345-6789分機123,台北市\r\n', 'big5'),
    [['許功蓋企業', '02-2345-6789分機123', '台北市']],
  ],
  [
    'two columns of remarks, two of phones',
    '客户.csv',
    () => '客户名称,电话,电话,城市,备注,备注\n甲公司,0571-88886666,0571-88886667,杭州,一,二\n',
    [['甲公司', '0571-88886666', '杭州']],
  ],
]

test.each(whole)('%s is read whole', async (_sentence, name, content, firms) => {
  const path = written(name, content())

  await bringIn(path)

  expect(
    rows<Record<string, string>>('select name, phone, city from companies order by no').map((row) => Object.values(row)),
  ).toEqual(firms)
  expect(fatesOf((await bringIn(path)).result.tables)).toEqual([`unchanged ${firms.length}`])
})

test('a row of another encoding in UTF-8 is pointed out, and the others are read', async () => {
  const utf8 = bytes('客户名称,电话,城市\r\n杭州西湖科技有限公司,0571-88886666,杭州\r\n')
  const path = written('客户.csv', Buffer.concat([utf8, encodeText('宁波港,0574-87654321,\r\n', 'gb18030')]))

  expect(await keysOf(path)).toEqual(['3 imports.cell.unreadable_sign'])
  await bringIn(path)
  expect(rows("select name from companies where phone = '0571-88886666'")).toEqual([{ name: '杭州西湖科技有限公司' }])
})

test('text that was encoded twice comes in right, is said so, and comes in as it stands where that is chosen', async () => {
  const path = written('客户.csv', encodeText('客户名称,电话\r\nMüller Söhne GmbH,0571-88886666\r\n', 'utf-8-twice'))
  const warningsOf = async (file: string, encoding?: string) => {
    const dialects = encoding === undefined ? [] : [{ encoding, delimiter: ',', quote: '"' as const }]
    const { tables } = await ask('imports.inspect', { files: [file], dialects })
    return tables[0]?.warnings.map(({ messageKey, params }) => [messageKey, params['right']])
  }

  expect(await warningsOf(path)).toEqual([['imports.table.decoded_once', undefined]])
  expect(await warningsOf(path, 'utf-8')).toContainEqual(['imports.table.encoded_twice', '客户名称'])
  await bringIn(path)
  expect(rows('select name from companies')).toEqual([{ name: 'Müller Söhne GmbH' }])

  const book = bookOf({ sheets: { Kunden: textRow('Firma', 'Telefon') + textRow('MÃ¼ller GmbH', '0571-88886667') } })
  expect(await warningsOf(written('Kunden.xlsx', book))).toEqual([['imports.table.encoded_twice', 'Müller GmbH']])
})

describe('a file that holds no rows', () => {
  test.each([
    ['separators and blanks only', 'a.csv', ' ,,, \r\n\t\r\n,,,\r\n', 'invalid_input imports.file.empty'],
    ['data of a program', 'a.csv', '[{"name":"Acme","phone":"1"}]', 'invalid_input imports.file.json'],
    [
      'an archive that calls itself a workbook',
      'a.xlsx',
      zipOf({ 'list.csv': 'a,b\n1,2\n' }),
      'invalid_input imports.file.archive',
    ],
    ['some other XML', 'a.xls', '<?xml version="1.0"?><feed><entry/></feed>', 'invalid_input imports.file.xml'],
    [
      'a quotation mark that never closes',
      'a.csv',
      'Company name,Note\nAcme,"never\nBolt,x\n',
      'invalid_input imports.file.quote_open',
    ],
    ['an XML workbook that is cut off', 'a.xls', xmlBook('<Row>').slice(0, 300), 'invalid_input imports.file.damaged'],
  ] as const)('%s: says so', async (_what, name, content, said) => {
    expect(await refusalOf('imports.inspect', { files: [written(name, content)] })).toBe(said)
  })
})
