// How single cells are read: days, amounts, counts, phones.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decimalOf,
  guessMarks,
  minorToText,
  noMarkEvidence,
  noteAmount,
  readCurrency,
  readMoney,
} from '#shared/imports/amounts.ts'
import { noDateEvidence, noteDate, possibleDateOrders } from '#shared/imports/date-evidence.ts'
import { readDay } from '#shared/imports/dates.ts'
import { readCount, readYear } from '#shared/imports/numbers.ts'
import { companyFields } from '#shared/customers/company.ts'
import { emailReader, phoneReader, textReader, websiteReader } from '#shared/imports/texts.ts'

const euros = { decimalMark: '.', unit: 1, currency: 'EUR' } as const
const yuan = { ...euros, currency: 'CNY' } as const

describe('a day', () => {
  test.each([
    ['2024-03-05', 'mdy'],
    ['2024/3/5', 'dmy'],
    ['2024.3.5', 'mdy'],
    ['5/3/2024', 'dmy'],
    ['05.03.2024', 'dmy'],
    ['3/5/2024', 'mdy'],
    ['2024年3月5日', 'mdy'],
    ['2024年03月05号', 'dmy'],
    ['２０２４年３月５日', 'dmy'],
    ['20240305', 'dmy'],
    ['5 March 2024', 'ymd'],
    ['Mar 5, 2024', 'ymd'],
    ['05-MAR-2024', 'ymd'],
    ['2024-03-05T00:00:00.000Z', 'ymd'],
    ['2024/3/5 0:00', 'ymd'],
  ] as const)('%s in a column of the order %s is 5 March 2024', (cell, order) => {
    expect(readDay(cell, order)).toEqual({ value: '2024-03-05', fault: null })
  })

  test.each([
    ['2023-02-29', 'imports.date.impossible'],
    ['2999-02-30', 'imports.date.impossible'],
    ['31/4/2024', 'imports.date.impossible'],
    ['3月5日', 'imports.date.without_year'],
    ['5/2024/3', 'imports.date.unreadable'],
    ['soon', 'imports.date.unreadable'],
    ['0202-03-05', 'imports.date.far_year'],
  ])('%s refuses its row', (cell, messageKey) => {
    expect(readDay(cell, 'dmy')).toMatchObject({ value: null, fault: { severity: 'refuse', messageKey } })
  })

  test('a time of day is dropped only with a word about it', () => {
    expect(readDay('2024-03-05 14:30', 'ymd')).toMatchObject({
      value: '2024-03-05',
      fault: { severity: 'warn', messageKey: 'imports.date.time_dropped' },
    })
  })

  test('a year of two digits is told as it will be stored', () => {
    expect(readDay('5/3/24', 'dmy')).toMatchObject({
      value: '2024-03-05',
      fault: { severity: 'warn', messageKey: 'imports.date.two_digit_year', params: { stored: '2024-03-05' } },
    })
  })

  test('a year at the end does not fit a column that begins with years', () => {
    expect(readDay('3/5/2024', 'ymd')).toMatchObject({ fault: { messageKey: 'imports.date.other_order' } })
  })

  test.each([
    ['民国115年3月5日', 'imports.date.republic'],
    ['115/03/05', 'imports.date.republic'],
    ['05.03.2026', 'imports.date.day_first'],
    ['5. März 2026', null],
    ['5 de marzo de 2026', null],
    ['5 mars 2026', null],
    ['Mar. 5, 2026', null],
    ['２０２６年３月５日', null],
  ])('%s is the fifth of March 2026', (cell, messageKey) => {
    expect(readDay(cell, 'ymd')).toMatchObject({ value: '2026-03-05' })
    expect(readDay(cell, 'ymd').fault?.messageKey ?? null).toBe(messageKey)
  })

  test.each(['00.00.00', '0/0/00', '0000-00-00 00:00:00'])('%s is no day', (cell) => {
    expect(readDay(cell, 'dmy')).toEqual({ value: null, fault: null })
  })

  test('days with points have the day first, unless one of them has the month there', () => {
    const orders = (...cells: string[]) => {
      const evidence = noDateEvidence()
      for (const cell of cells) noteDate(evidence, cell)
      return possibleDateOrders(evidence)
    }
    expect(orders('05.03.2026', '1.2.1980')).toEqual(['dmy'])
    expect(orders('05.03.2026', '04.26.2026')).toEqual(['mdy'])
    expect(orders('05/03/2026', '1/2/1980')).toEqual(['dmy', 'mdy'])
  })

  test('words for nothing are nothing', () => {
    for (const cell of ['', '-', 'NULL', 'n/a', '无']) expect(readDay(cell, 'ymd')).toEqual({ value: null, fault: null })
  })

  test('the number of a day in a spreadsheet is read and pointed out', () => {
    expect(readDay('45356', 'dmy')).toMatchObject({
      value: '2024-03-05',
      fault: { severity: 'warn', messageKey: 'imports.date.serial' },
    })
  })

  test('a Chinese day without a year is meant in the present one, and pointed out', () => {
    expect(readDay('3月5日', 'ymd', '2026-03-02')).toMatchObject({
      value: '2026-03-05',
      fault: { messageKey: 'imports.date.year_assumed' },
    })
    expect(readDay('3月5日', 'ymd').fault?.messageKey).toBe('imports.date.without_year')
  })

  test('the order comes from the whole column, and stays open where nothing decides', () => {
    const orderOf = (cells: readonly string[]) => {
      const evidence = noDateEvidence()
      for (const cell of cells) noteDate(evidence, cell)
      return possibleDateOrders(evidence)
    }
    expect(orderOf(['3/1/2017', '10/20/2016', '3/7/2017'])).toEqual(['mdy'])
    expect(orderOf(['3/1/2017', '20/10/2016', '3/7/2017'])).toEqual(['dmy'])
    expect(orderOf(['3/1/2017', '4/2/2017'])).toEqual(['dmy', 'mdy'])
    expect(orderOf(['2017/3/1'])).toEqual(['ymd'])
  })

  test('every day of the calendar is read back from every writing of it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1954-10-04T00:00:00Z'), max: new Date('2118-12-31T00:00:00Z'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10)
          const [y = '', m = '', d = ''] = day.split('-').map((part) => String(Number(part)))
          const serial = String(Math.floor(date.getTime() / 86_400_000) + 25_569)
          expect(readDay(`${y}/${m}/${d}`, 'mdy').value).toBe(day)
          expect(readDay(`${d}.${m}.${y}`, 'dmy').value).toBe(day)
          expect(readDay(`${m}/${d}/${y}`, 'mdy').value).toBe(day)
          expect(readDay(`${y}年${m}月${d}日`, 'dmy').value).toBe(day)
          expect(readDay(serial, 'dmy').value).toBe(day)
        },
      ),
    )
  })
})

describe('an amount', () => {
  test.each([
    ['1054', 105_400],
    ['1,234.56', 123_456],
    ['1 234.56', 123_456],
    ["1'234.56", 123_456],
    ['12,34,567', 123_456_700],
    ['１２３', 12_300],
    ['0', 0],
    ['.5', 50],
    ['+12', 1200],
    ['EUR 12', 1200],
    ['12 eur', 1200],
    ['€1,000', 100_000],
  ])('%s is %i cents', (cell, amountMinor) => {
    expect(readMoney(cell, euros)).toEqual({ value: { amountMinor, currency: 'EUR' }, fault: null })
  })

  test.each([
    ['¥35万', 35_000_000],
    ['1.2亿元', 12_000_000_000],
    ['3,500.5元', 350_050],
    ['人民币 8000', 800_000],
    ['1,2345,6789', 12_345_678_900],
  ])('%s is %i fen', (cell, amountMinor) => {
    expect(readMoney(cell, yuan)).toEqual({ value: { amountMinor, currency: 'CNY' }, fault: null })
  })

  test('a decimal comma is read where the file has one', () => {
    expect(readMoney('1.234,56 €', { ...euros, decimalMark: ',' })).toMatchObject({ value: { amountMinor: 123_456 } })
  })

  test('revenue in millions is exact to the cent', () => {
    expect(readMoney('1100.04', { ...euros, unit: 1_000_000 })).toEqual({
      value: { amountMinor: 110_004_000_000, currency: 'EUR' },
      fault: null,
    })
  })

  test('yen have no cents, dinars have thousandths', () => {
    expect(readMoney('1200', { ...euros, currency: 'JPY' }).value?.amountMinor).toBe(1200)
    expect(readMoney('1.2', { ...euros, currency: 'KWD' }).value?.amountMinor).toBe(1200)
  })

  test.each([
    ['(1,234)', 'imports.amount.negative'],
    ['-5', 'imports.amount.negative'],
    ['ten', 'imports.amount.unreadable'],
    ['12,5', 'imports.amount.unreadable'],
    ['1,23,4', 'imports.amount.unreadable'],
    ['1.5 PT', 'imports.amount.unreadable'],
    ['9'.repeat(30), 'imports.amount.too_large'],
  ])('%s refuses its row', (cell, messageKey) => {
    expect(readMoney(cell, euros)).toMatchObject({ value: null, fault: { severity: 'refuse', messageKey } })
  })

  test.each([
    ['1.234,56', '1234.56 EUR'],
    ['3 000,00', '3000.00 EUR'],
    ['约 3 万元', '30000.00 CNY'],
    ['ca. 500', '500.00 EUR'],
    ['1.5MIO', '1500000.00 EUR'],
    ['5k', '5000.00 EUR'],
  ])('%s is read as %s, and pointed out', (cell, stored) => {
    expect(readMoney(cell, euros)).toMatchObject({
      fault: { severity: 'warn', messageKey: 'imports.amount.read_as', params: { stored } },
    })
  })

  test.each(['面议', '待定', 'TBD'])('%s leaves the amount empty, and is pointed out', (cell) => {
    expect(readMoney(cell, euros)).toMatchObject({
      value: null,
      fault: { severity: 'warn', messageKey: 'imports.cell.undecided' },
    })
  })

  test('what is rounded, shortened or in another currency is told with what is stored', () => {
    expect(readMoney('12.345', euros)).toMatchObject({ value: { amountMinor: 1235 }, fault: { params: { stored: '12.35 EUR' } } })
    expect(readMoney('1.38E+10', euros)).toMatchObject({ value: { amountMinor: 1_380_000_000_000 }, fault: { severity: 'warn' } })
    expect(readMoney('$12', euros)).toMatchObject({ value: { currency: 'USD' }, fault: { params: { stored: '12.00 USD' } } })
    expect(readMoney('$12', { ...euros, currency: 'CAD' })).toMatchObject({ value: { currency: 'CAD' }, fault: null })
  })

  test('any amount of cents is read back from any writing of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900_000_000_000_000 }), fc.boolean(), (minor, grouped) => {
        const text = minorToText(minor, 'EUR')
        const [whole = '', cents = ''] = text.split('.')
        const written = grouped ? `${whole.replace(/\B(?=(\d{3})+$)/gu, ',')}.${cents}` : text
        expect(readMoney(written, euros)).toEqual({ value: { amountMinor: minor, currency: 'EUR' }, fault: null })
      }),
    )
  })

  test('no text whatever makes it fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        readMoney(text, euros)
        readDay(text, 'dmy')
        readCount(text, ',', 1000)
        expect(decimalOf(text, '.')).toSatisfy((it) => it === null || typeof it === 'object')
      }),
    )
  })

  test('the mark before the cents comes from the column', () => {
    const markOf = (cells: readonly string[]) => {
      const evidence = noMarkEvidence()
      for (const cell of cells) noteAmount(evidence, cell)
      return guessMarks(evidence)
    }
    expect(markOf(['1.234,56', '12,50'])).toEqual([','])
    expect(markOf(['1,234.56', '12.50', '1,234'])).toEqual(['.'])
    expect(markOf(['1054'])).toEqual(['.', ','])
  })

  test('a currency is known by code, sign and name', () => {
    expect(readCurrency('usd', 'EUR').value).toBe('USD')
    expect(readCurrency('人民币', 'EUR').value).toBe('CNY')
    expect(readCurrency('XQZ', 'EUR').fault?.severity).toBe('refuse')
  })
})

describe('numbers and texts', () => {
  const text = textReader(companyFields.phone, 60)

  test('counts may have separators, but no fractions', () => {
    expect(readCount('1,200', '.', 1e8).value).toBe(1200)
    expect(readCount('1200.0', '.', 1e8).value).toBe(1200)
    expect(readCount('1.5万', '.', 1e8).value).toBe(15_000)
    expect(readCount('12.5', '.', 1e8).fault?.messageKey).toBe('imports.number.not_whole')
    for (const range of ['50-100', '100人以上', '1000+', '< 10'])
      expect(readCount(range, '.', 1e8)).toMatchObject({ value: null, fault: { messageKey: 'imports.number.range' } })
    expect(readCount('约50人', '.', 1e8)).toMatchObject({ value: 50, fault: { messageKey: 'imports.number.read_as' } })
  })

  test('a year has four digits', () => {
    expect(readYear('1996年').value).toBe(1996)
    expect(readYear('96').fault?.severity).toBe('refuse')
  })

  test('a phone keeps its zeros, plus and extension', () => {
    const phone = phoneReader(text)
    for (const written of ['0571-8888', '+86 138 0013 8000', '021-6888 8888 转 12']) expect(phone(written).value).toBe(written)
    expect(phone('１３８００１３８０００').value).toBe('13800138000')
    expect(phone('13800138000.0').value).toBe('13800138000')
  })

  test.each([
    ['张三13800138000', '13800138000'],
    ['13800138000（微信同号）', '13800138000'],
    ['李四 010-8888 6666', '010-8888 6666'],
  ])('of %s the number is kept, and the words are pointed out', (cell, stored) => {
    expect(phoneReader(text)(cell)).toMatchObject({ value: stored, fault: { messageKey: 'imports.phone.words_left_out' } })
  })

  test.each([
    ['手机：13800138000', '13800138000'],
    ['tel:+86-139-0013-9001', '+86-139-0013-9001'],
    ['0574-87654321转802', '0574-87654321转802'],
    ['010-8888 ext. 12', '010-8888 ext. 12'],
    ['٠٥٠١٢٣٤٥٦٧', '0501234567'],
    ['\u202a13900139000\u202c', '13900139000'],
  ])('%s is the number %s', (cell, stored) => {
    expect(phoneReader(text)(cell)).toEqual({ value: stored, fault: null })
  })

  test('a phone that a spreadsheet shortened is never stored', () => {
    expect(phoneReader(text)('1.38E+10')).toMatchObject({
      value: null,
      fault: { severity: 'warn', messageKey: 'imports.phone.shortened' },
    })
  })

  test('an odd e-mail address is stored with a word, a harmful link is refused', () => {
    expect(emailReader(text)('a@')).toMatchObject({ value: 'a@', fault: { severity: 'warn' } })
    expect(emailReader(text)('wang@例子.中国')).toMatchObject({ value: 'wang@例子.中国', fault: null })
    expect(websiteReader(text)('javascript:alert(1)')).toMatchObject({ value: null, fault: { severity: 'refuse' } })
  })

  test('text is cleaned as the record would clean it, and refused where the record would refuse it', () => {
    expect(text('　 Anna\tBerg ').value).toBe('Anna Berg')
    expect(text('x'.repeat(61)).fault?.messageKey).toBe('imports.text.too_long')
    expect(text('a\u0000b').fault?.messageKey).toBe('imports.text.control')
  })
})
