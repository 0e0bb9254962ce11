// What an export writes is what an import reads.
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { guarded, unguarded } from '#shared/base/guarded-cell.ts'
import { csvLine } from '#shared/exports/csv-line.ts'

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[=+\-@'\t\r\n"0-9.,:/%eE ]{0,20}$/u),
  fc.constantFrom(
    '=HYPERLINK("x")',
    '-5',
    '+86 138',
    '0571-8888',
    '330106199001011234',
    "''=1",
    '="0571"',
    '3月5日',
    '1E5',
    '𠮷',
  ),
)

describe('a guarded text', () => {
  test('is read back as it was', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(unguarded(guarded(text))).toBe(text)
      }),
    )
  })

  test('never begins with what a spreadsheet computes with', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(guarded(text)).not.toMatch(/^[=+\-@\t\r]/u)
      }),
    )
  })

  test.each([
    '0571',
    '330106199001011234',
    '3-5',
    '2026/3/5',
    '12:30',
    '1E5',
    '5%',
    '1,200',
    '1.50',
    '+86 138',
    '-5',
    '@x',
    '=1',
  ])('%s stays text in a spreadsheet', (text) => expect(guarded(text)).toBe(`'${text}`))

  test.each(['Acme', '13800138000', '0571-88881234', '西湖 3 号', '5', "O'Neill", "'quoted'", ''])('%j needs nothing', (text) =>
    expect(guarded(text)).toBe(text),
  )
})

test('cells come out of a line of a CSV file as they went in', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 2, maxLength: 8 }), (cells) => {
      const { data } = Papa.parse<string[]>(csvLine(cells), { delimiter: ',', newline: '\r\n' })
      expect(data[0]).toEqual(cells)
    }),
  )
})
