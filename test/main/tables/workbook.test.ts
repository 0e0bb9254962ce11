// The cells of workbooks: what a number is depends on how it is shown.
import { XlsxStreamWriter } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTableFolder, readTable, type TableFolder } from '../../support/tables.ts'
import { bookOf, type BookXml, textRow } from '../../support/workbook.ts'
import { openTables } from '#main/tables/open-tables.ts'
import { readDecimal, shiftPoint } from '#main/tables/workbook/exact-decimal.ts'

let folder: TableFolder
beforeAll(() => {
  folder = makeTableFolder()
})
afterAll(() => folder.remove())

const read = (book: BookXml, index = 0) => readTable(folder.write('客户.xlsx', bookOf(book)), {}, index)

/** One column of cells under a heading, each shown in its own format. */
const column = async (cells: readonly (readonly [value: string, format?: string | number])[], more: Partial<BookXml> = {}) => {
  const formats = cells.map(([, format = 0]) => format)
  const rows = cells.map(([value], place) => `<row><c s="${place + 1}"><v>${value}</v></c></row>`).join('')
  const { rows: found, faults, spool } = await read({ sheets: { S: textRow('值') + rows }, formats, ...more })
  return { texts: found.map(([text]) => text), faults, kinds: spool.columns[0] }
}

describe('days and times', () => {
  test.each([
    ['yyyy-mm-dd'],
    ['yyyy"年"m"月"d"日"'],
    ['[$-804]yyyy"年"m"月"d"日";@'],
    ['[$-409]d\\-mmm\\-yy;@'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"'],
    ['m/d'],
    ['mmm-yy'],
    ['aaaa'],
    [14],
    [31],
    [58],
  ])('a number shown as %s is a day', async (format) => {
    const { texts, kinds } = await column([['45356', format]])
    expect(texts).toEqual(['2024-03-05'])
    expect(kinds?.counts).toEqual({ day: 1 })
  })

  test('moments keep their time to the second, times and lengths of time stand alone', async () => {
    const { texts } = await column([
      ['45356.604166666664', 'yyyy-mm-dd hh:mm'],
      ['45356.999999999', 'yyyy/m/d h:mm:ss'],
      ['45356.25', 22],
      ['45356', 'yyyy-mm-dd hh:mm'],
      ['0.3958333333333333', 'h:mm'],
      ['0.3958333333333333', '上午/下午h"时"mm"分"'],
      ['1.1041666666666667', '[h]:mm'],
      ['45356.5', 'hh:mm'],
    ])
    expect(texts).toEqual([
      '2024-03-05 14:30:00',
      '2024-03-06',
      '2024-03-05 06:00:00',
      '2024-03-05',
      '09:30:00',
      '09:30:00',
      '26:30:00',
      '2024-03-05 12:00:00',
    ])
  })

  test('both calendars of Excel count right, and days that never were are named', async () => {
    const days = [
      ['1', 14],
      ['59', 14],
      ['61', 14],
      ['2958465', 14],
    ] as const
    expect((await column(days)).texts).toEqual(['1900-01-01', '1900-02-28', '1900-03-01', '9999-12-31'])
    expect(
      (
        await column(
          [
            ['43894', 14],
            ['0', 14],
          ],
          { is1904: true },
        )
      ).texts,
    ).toEqual(['2024-03-05', '1904-01-01'])
    const { texts, faults } = await column([
      ['x', 0],
      ['60', 14],
      ['-3', 14],
      ['0', 14],
      ['2958466', 14],
    ])
    expect(texts).toEqual(['x', '', '', '', ''])
    expect(faults).toEqual([3, 4, 5, 6].map((row) => `${row} imports.cell.not_a_day`))
  })

  test('a day that is written out is read', async () => {
    const { rows } = await read({ sheets: { S: `${textRow('日期')}<row><c t="d"><v>2024-03-05T00:00:00Z</v></c></row>` } })
    expect(rows).toEqual([['2024-03-05']])
  })
})

describe('numbers', () => {
  test('are written plain and without noise', async () => {
    const { texts, faults } = await column([
      ['13800138000'],
      ['1.38E+10'],
      ['0.30000000000000004'],
      ['1234.5', '#,##0.00'],
      ['-7'],
      ['1E-7'],
      ['12.100000000000001'],
      ['123456789012345'],
    ])
    expect(texts).toEqual(['13800138000', '13800000000', '0.3', '1234.5', '-7', '0.0000001', '12.1', '123456789012345'])
    expect(faults).toEqual([])
  })

  test('longer than Excel keeps are named, those that another program wrote in full are not', async () => {
    const { texts, faults } = await column([['3.3010619880322003E+17'], ['6222021234567890'], ['330106198803220034']])
    expect(texts).toEqual(['330106198803220000', '6222021234567890', '330106198803220034'])
    expect(faults).toEqual(['2 imports.cell.precision_lost', '3 imports.cell.precision_lost'])
  })

  test('shown with leading zeros keep them', async () => {
    const { texts } = await column([
      ['42', '00000'],
      ['5718888', '0000-0000000'],
      ['7', '"C"000'],
      ['123456', '0000'],
      ['42', '0'],
      ['3', '0.00'],
      ['12', '0"个"'],
    ])
    expect(texts).toEqual(['00042', '0000-5718888', 'C007', '123456', '42', '3', '12'])
  })

  test('shares and amounts say what they are', async () => {
    const { texts, kinds } = await column([
      ['0.175', '0.0%'],
      ['0.07', 9],
      ['1234.5', '"¥"#,##0.00'],
      ['1234.5', '[$¥-804]#,##0.00;[Red]-[$¥-804]#,##0.00'],
      ['1234.5', '[$$-409]#,##0.00'],
      ['1234.5', '[$HKD] #,##0.00'],
      ['1234.5', '_ [$€-2]* #,##0.00_ '],
      ['1234.5', '[$NT$-404]#,##0'],
      ['1234.5', '[$¥-411]#,##0'],
      ['1234.5', 44],
      ['1234.5', '#,##0.00"元"'],
      ['1234.5', '#,##0.00_);[Red](#,##0.00)'],
    ])
    expect(texts).toEqual(['17.5%', '7%', ...Array.from({ length: 10 }, () => '1234.5')])
    expect(kinds?.counts).toEqual({ percent: 2, money: 9, number: 1 })
    expect(kinds?.currencies).toEqual(['CNY', 'USD', 'HKD', 'EUR', 'TWD', 'JPY'])
  })

  test('a number and its digits are never apart', () => {
    expect([0.1, 1e21, 1.5e-9, 0, -0, 999999999999999].map((value) => readDecimal(String(value))?.text)).toEqual([
      '0.1',
      '1000000000000000000000',
      '0.0000000015',
      '0',
      '0',
      '999999999999999',
    ])
    expect([shiftPoint('0.175', 2), shiftPoint('-1.5', 2), shiftPoint('100', -2), shiftPoint('7', -3)]).toEqual([
      '17.5',
      '-150',
      '1',
      '0.007',
    ])
  })
})

describe('cells', () => {
  test('shared, rich and phonetic strings are texts, escapes are undone', async () => {
    const strings =
      '<si><r><t>杭州</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 西湖</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si><t>a &amp; b&#10;c_x000D_</t></si><si><t/></si>'
    const cells = [0, 1, 2, 3].map((place) => `<row><c t="s"><v>${place}</v></c><c t="str"><v>x</v></c></row>`).join('')
    const { rows } = await read({ sheets: { S: textRow('名称', '二') + cells }, strings })
    expect(rows.map(([text]) => text)).toEqual(['杭州 西湖', '東京', 'a & b\nc\r', ''])
  })

  test('results of formulas count, errors and results that were never stored are named', async () => {
    const cells =
      '<row><c><f>1+2</f><v>3</v></c></row><row><c t="str"><f>A1&amp;"x"</f><v>3x</v></c></row><row><c t="b"><f>TRUE()</f><v>1</v></c></row>' +
      '<row><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="inlineStr"><is><t>da</t></is></c></row><row><c><f>NOW()</f></c><c t="inlineStr"><is><t>da</t></is></c></row>'
    const { rows, faults } = await read({ sheets: { S: textRow('值', '注') + cells } })
    expect(rows.map(([text]) => text)).toEqual(['3', '3x', 'TRUE', '', ''])
    expect(faults).toEqual(['5 imports.cell.error', '6 imports.cell.formula_unsaved'])
  })

  test('stand where they say, gaps are empty, and rows keep their numbers', async () => {
    const xml =
      '<row r="2"><c r="B2" t="inlineStr"><is><t>姓名</t></is></c><c r="D2" t="inlineStr"><is><t>手机</t></is></c></row>' +
      '<row r="7"><c r="B7" t="inlineStr"><is><t>王伟</t></is></c><c r="D7"><v>138</v></c></row>'
    const { head, spool } = await read({ sheets: { S: xml } })
    expect(head).toMatchObject({ headings: ['(A)', '姓名', '(C)', '手机'], headingRow: 2 })
    expect([...spool.batches()].flat()).toEqual([{ row: 7, cells: ['', '王伟', '', '138'] }])
  })

  test('beyond the last heading, far below, are named', async () => {
    const rows = Array.from({ length: 300 }, (_, place) => textRow('王伟', String(place))).join('')
    const { faults, spool } = await read({ sheets: { S: textRow('姓名', '号') + rows + textRow('李娜', '1', '', '漏') } })
    expect(faults).toEqual(['302 imports.row.cell_beyond'])
    expect(spool.faults[0]?.params).toEqual({ column: 'D', value: '漏' })
  })
})

describe('sheets', () => {
  test('each that holds anything is a table, hidden ones are marked', async () => {
    const path = folder.write(
      '多表.xlsx',
      bookOf({
        sheets: { 客户: textRow('姓名') + textRow('王伟'), 空: '', '订单 & 明细': textRow('订单号') + textRow('A1') },
        hidden: ['订单 & 明细'],
      }),
    )
    const { tables, kind } = await openTables(path)
    expect(kind).toBe('xlsx')
    expect(tables.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['客户', false],
      ['订单 & 明细', true],
    ])
    expect((await readTable(path, {}, 1)).rows).toEqual([['A1']])
  })

  test('a cell merged down several rows stands in each of them, but makes no rows of blank ones', async () => {
    const { rows } = await read({
      sheets: {
        S:
          textRow('公司', '联系人') +
          textRow('西湖科技', '王伟') +
          textRow('', '李娜') +
          textRow('', '') +
          textRow('东方贸易', '张三') +
          textRow('', '赵六'),
      },
      merges: ['A2:A4', 'B1:C1'],
    })
    expect(rows).toEqual([
      ['西湖科技', '王伟'],
      ['西湖科技', '李娜'],
      ['东方贸易', '张三'],
      ['', '赵六'],
    ])
  })

  test('headings under a merged title and in two lines are found', async () => {
    const title = '<row r="1"><c r="A1" t="inlineStr"><is><t>2024年客户台账</t></is></c><c r="B1"/><c r="C1"/><c r="D1"/></row>'
    const { head } = await read({
      sheets: {
        S:
          title +
          textRow('姓名', '联系方式', '', '城市') +
          textRow('', '手机', '邮箱') +
          textRow('王伟', '138', 'a@b.cn', '杭州'),
      },
    })
    expect(head).toMatchObject({ headings: ['姓名', '手机', '邮箱', '城市'], headingRow: 3 })
  })

  test('what a library writes is read back', async () => {
    const writer = new XlsxStreamWriter({ name: '客户' })
    writer.addRow(['编号', '姓名', '金额', '日期', '有效'])
    for (let row = 0; row < 3000; row += 1)
      writer.addRow([`C${row}`, '王伟', row / 4, new Date(Date.UTC(2024, 2, 5)), row % 2 === 0])
    const { rows, spool } = await readTable(folder.write('written.xlsx', await writer.finish()))
    expect(rows).toHaveLength(3000)
    expect(rows[2999]).toEqual(['C2999', '王伟', '749.75', '2024-03-05', 'FALSE'])
    expect(spool.columns.map(({ counts }) => Object.keys(counts))).toEqual([['text'], ['text'], ['number'], ['day'], ['boolean']])
  })
})
