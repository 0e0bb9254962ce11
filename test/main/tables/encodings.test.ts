// In which encoding a text is written: lists as short as real ones, in every encoding that offices use.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Encoding, encodings } from '#shared/imports/dialect.ts'
import { openTables } from '#main/tables/open-tables.ts'
import { charactersOf, encodeText } from '../../support/encode-text.ts'
import { makeTableFolder, readTable, type TableFolder } from '../../support/tables.ts'

let folder: TableFolder
beforeAll(() => {
  folder = makeTableFolder()
})
afterAll(() => folder.remove())

const read = (text: string, encoding: Encoding, hasMark?: boolean) =>
  readTable(folder.write('list.csv', encodeText(text, encoding, hasMark)))

describe('a short list is recognised', () => {
  test.each<[Encoding, string]>([
    ['gb18030', '姓名,手机,公司\r\n王伟,13800138000,杭州西湖科技有限公司\r\n'],
    ['gb18030', 'name,phone\n王伟,138\nAnn,139\n'],
    ['gb18030', 'name,phone\n张三,138\n李四,139\n王五,137\n'],
    ['gb18030', '姓名,電話\n陳怡君,0912\n林志明,0922\n'],
    ['big5', '姓名,電話,公司\n陳怡君,0912-345-678,台北科技股份有限公司\n林志明,02-2345-6789,鴻海精密工業\n'],
    ['big5', 'name,phone\n陳怡君,0912\n林志明,02\n黃淑芬,0922\n'],
    ['windows-1252', 'Name;Ort\nMüller;Köln\nWeiß;München\n'],
    ['windows-1252', 'Name,Ort\nMüller,Berlin\nSchmidt,Bonn\n'],
    ['windows-1252', 'Prénom,Société\nFrançois,Crédit Agricole\nHélène,Château\n'],
    ['windows-1252', 'Nombre,Dirección\nJosé Núñez,Calle Peña 3\nMaría Ibáñez,Coruña\n'],
    ['windows-1250', 'Imię,Firma\nŁukasz Wiśniewski,Spółka\nMałgorzata Dąbrowska,Żabka\n'],
    ['windows-1250', 'Jméno,Město\nTomáš Dvořák,Plzeň\nLucie Černá,Ústí\n'],
    ['windows-1251', 'Имя,Компания\nИван Петров,ООО Ромашка\nМария Сидорова,Газпром\n'],
    ['windows-1251', 'name,phone\nИван Петров,7\nМария Сидорова,8\n'],
    ['koi8-r', 'Имя,Компания\nИван Петров,ООО Ромашка\nМария Сидорова,Газпром\n'],
    ['windows-1253', 'Όνομα,Εταιρεία\nΓιώργος,Ελληνική\nΝίκος,Αθήνα\n'],
    ['windows-1254', 'Ad,Şehir\nAyşe Yılmaz,İstanbul\nGökhan Öztürk,İzmir\nÇağla Şahin,Muğla\n'],
    ['windows-1255', 'שם,חברה\nיוסי כהן,טבע\nרחל לוי,אגד\n'],
    ['windows-1256', 'الاسم,الشركة\nمحمد علي,شركة النور\nفاطمة,البنك الأهلي\n'],
    ['windows-1257', 'Vardas,Įmonė\nJūratė Žukauskaitė,Šiauliai\nĄžuolas Kučinskas,Kėdainiai\n'],
    ['windows-874', 'ชื่อ,บริษัท\nสมชาย,บริษัท ไทย\nสมหญิง,ปตท\n'],
    ['shift_jis', '氏名,会社\n山田太郎,株式会社サンプル\n鈴木一郎,東京商事\n'],
    ['shift_jis', 'name,tel\n山田太郎,03\n鈴木一郎,06\n佐藤花子,090\n'],
    ['euc-jp', '氏名,会社\n山田太郎,株式会社サンプル\n鈴木一郎,東京商事\n'],
    ['euc-kr', '이름,회사\n김철수,삼성전자\n이영희,현대자동차\n'],
    ['utf-8', 'Name,Ort\nMüller,杭州\n'],
  ])('%s: %s', async (encoding, text) => {
    const { file, head, rows } = await read(text, encoding)
    expect([head.headings, ...rows].map((cells) => cells.join(','))).toEqual(text.replaceAll(';', ',').trim().split(/\r?\n/u))
    expect(file.dialect?.encoding).toBe(encoding)
    expect(file.encodings[0]).toBe(encoding)
  })

  test('with and without a byte order mark', async () => {
    const text = 'name,phone\n王伟,138\n李娜,139\n'
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'] as const) {
      for (const hasMark of [true, false]) {
        const { file, head, rows } = await read(text, encoding, hasMark)
        expect([encoding, hasMark, file.dialect?.encoding]).toEqual([encoding, hasMark, encoding])
        expect(head.headings).toEqual(['name', 'phone'])
        expect(rows[0]).toEqual(['王伟', '138'])
      }
    }
  })

  test('its first letters beyond ASCII may stand megabytes below', async () => {
    const plain = 'Ann,1\n'.repeat(300_000)
    const { file, rows } = await read(`name,phone\n${plain}王伟,2\n李娜,3\n`, 'gb18030')
    expect(file.dialect?.encoding).toBe('gb18030')
    expect(rows.at(-1)).toEqual(['李娜', '3'])
  })
})

test('other encodings are offered, and one that the user chose counts', async () => {
  const path = folder.write('chosen.csv', encodeText('Name,Ort\nMüller,Köln\nWeiß,Bonn\n', 'windows-1252'))
  expect((await openTables(path)).encodings).toContain('windows-1250')
  const dialect = { encoding: 'windows-1251', delimiter: ',', quote: '"' } as const
  expect((await readTable(path, { dialect })).rows[0]).toEqual(['Mьller', 'Kцln'])
})

test.each(['utf-8', 'no-such-thing'])('%s cannot be chosen for a text that is none', async (encoding) => {
  const path = folder.write('wrong.csv', encodeText('姓名,手机\n王伟,138\n李娜,139\n', 'gb18030'))
  await expect(openTables(path, { dialect: { encoding, delimiter: ',', quote: '"' } })).rejects.toMatchObject({
    messageKey: 'imports.file.encoding_wrong',
    params: { encoding: encoding.toUpperCase() },
  })
})

test('a byte that is no character is named at its cell, and the rest is read', async () => {
  const names = Array.from({ length: 60 }, (_, row) => `王伟${row},杭州\n`).join('')
  const bytes = Buffer.concat([
    encodeText(`姓名,城市\n${names}李`, 'utf-8'),
    Uint8Array.from([0xe5, 0x5f]),
    encodeText(',上海\n', 'utf-8'),
  ])
  const { file, rows, faults } = await readTable(folder.write('torn.csv', bytes))
  expect(file.dialect?.encoding).toBe('utf-8')
  expect(faults).toEqual(['62 imports.cell.unreadable_sign'])
  expect(rows.at(-1)).toEqual(['李\ufffd_', '上海'])
})

describe('what was written', () => {
  const delimiter = fc.constantFrom(',', ';', '\t', '|', ':', '^', '~', ' ')
  const quote = fc.constantFrom<'"' | "'">('"', "'")
  const letters = (encoding: Encoding): fc.Arbitrary<string> =>
    encoding.startsWith('utf')
      ? fc.string({ unit: 'binary', minLength: 1, maxLength: 3 })
      : fc.constantFrom(...[...charactersOf(encoding).keys()].filter((letter) => !/[\0-\x1f\x7f-\x9f\ufffd]/u.test(letter)))

  test('as a table in any encoding, with any separator and quotation mark, is read back equal', async () => {
    const sheet = fc.constantFrom(...encodings).chain((encoding) =>
      fc.record({
        encoding: fc.constant(encoding),
        delimiter,
        quote,
        newline: fc.constantFrom('\n', '\r\n', '\r'),
        cells: fc.array(
          fc.array(
            fc.oneof(
              fc.array(letters(encoding), { maxLength: 6 }).map((found) => found.join('')),
              fc.stringMatching(/^[a"',;|\n :^~=1-]{0,6}$/u),
            ),
            { minLength: 3, maxLength: 3 },
          ),
          { minLength: 1, maxLength: 6 },
        ),
      }),
    )
    await fc.assert(
      fc.asyncProperty(sheet, async ({ encoding, delimiter: sign, quote: mark, newline, cells }) => {
        // U+FEFF is a byte order mark where it begins a text, a return is the end of a line, and half a surrogate is no character.
        const plain = cells.map((row) =>
          row.map((cell) =>
            cell
              .replaceAll(/[\ufeff\ufffe\ufffd\r]/gu, '')
              .toWellFormed()
              .replaceAll('\ufffd', ''),
          ),
        )
        const table = [['A', 'B', 'C'], ...plain.map(([first = '', ...rest]) => [`x${first}`, ...rest])]
        const text = table
          .map((row) => row.map((cell) => mark + cell.replaceAll(mark, mark + mark) + mark).join(sign))
          .join(newline)
        const path = folder.write('any.csv', encodeText(text, encoding))
        const dialect = { encoding, delimiter: sign, quote: mark }
        const found = await readTable(path, { dialect, headingRows: [1] })
        expect([found.head.headings, ...found.rows]).toEqual(table)
        expect(found.faults).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
