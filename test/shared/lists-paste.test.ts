// What a block copied from a spreadsheet becomes in a list, cell by cell.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldType } from '#shared/lists/field-type.ts'
import type { ListChoice, ListField } from '#shared/lists/list-field.ts'
import { cellsOf, readPasted } from '#shared/lists/pasted.ts'
import { type PasteNames, readPastedCell } from '#shared/lists/pasted-cell.ts'

const choice = (value: string, label: string | null, more: Partial<ListChoice> = {}): ListChoice => ({
  ...{ value, label, labelKey: null, colour: null, isArchived: false, group: null },
  ...more,
})

const field = (id: string, type: FieldType, more: Partial<ListField> = {}): ListField => ({
  ...{ id, type, label: id, labelKey: null, isCustom: false, isSortable: true, isFilterable: true, isEditable: true },
  ...{
    isSummable: false,
    isGroupable: false,
    isRequired: false,
    choices: [],
    currency: null,
    target: null,
    width: 100,
    isShown: true,
  },
  ...more,
})

const names: PasteNames = {
  today: '2026-11-22',
  users: [
    { id: 'u1', name: '张伟' },
    { id: 'u2', name: 'Anna Berg' },
    { id: 'u3', name: 'Li Na' },
    { id: 'u4', name: 'li na' },
  ],
  tags: [
    { id: 't1', name: '重点客户' },
    { id: 't2', name: 'Trade fair' },
  ],
  say: (key) => (key === 'priority.high' ? '高' : key),
  ...{ decimalMark: '.', dateOrder: 'ymd', currency: 'CNY' },
}

const grade = field('grade', 'choice', {
  choices: [choice('c1', '金牌'), choice('c2', null, { labelKey: 'priority.high' }), choice('c3', '银牌', { isArchived: true })],
})

describe('copied text', () => {
  test('has tabs between columns, line breaks between rows, and none at its end', () => {
    expect(cellsOf('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  test('keeps tabs, line breaks and quotes of a quoted cell', () => {
    expect(cellsOf('"one\ttwo"\t"said ""no"""\n"line\nbreak"\t')).toEqual([
      ['one\ttwo', 'said "no"'],
      ['line\nbreak', ''],
    ])
  })

  test('keeps a quote that begins a text and is never closed', () => {
    expect(cellsOf('"5 inch\tplain\nnext\trow')).toEqual([
      ['"5 inch', 'plain'],
      ['next', 'row'],
    ])
  })

  test('comes back as the cells it was made of, whatever they hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '张', '"', '\t', '\n', ' ', '7') })
    const quoted = (text: string): string => (/["\t\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        expect(cellsOf(rows.map((row) => row.map(quoted).join('\t')).join('\n'))).toEqual(rows)
      }),
    )
  })
})

const taken: readonly (readonly [what: string, text: string, of: ListField, value: unknown])[] = [
  ['a number with thousands', '1,234.5', field('n', 'number'), 1234.5],
  ['a negative number', '-12', field('n', 'number'), -12],
  ['full-width digits', '１２３', field('n', 'number'), 123],
  ['an amount in the office’s currency', '¥1,200.50', field('m', 'money'), { amountMinor: 120_050, currency: 'CNY' }],
  ['an amount in ten thousands', '3.5万', field('m', 'money'), { amountMinor: 3_500_000, currency: 'CNY' }],
  ['an amount with a currency of its own', 'EUR 99', field('m', 'money'), { amountMinor: 9900, currency: 'EUR' }],
  ['a Chinese date', '2026年3月5日', field('d', 'day'), '2026-03-05'],
  ['a date with slashes', '2026/3/5', field('d', 'day'), '2026-03-05'],
  ['yes in Chinese', '是', field('b', 'boolean'), true],
  ['an empty tick', '', field('b', 'boolean'), false],
  ['a choice by its label', ' 金牌 ', grade, 'c1'],
  ['a choice by the word of the language', '高', grade, 'c2'],
  ['a user by name, whatever the case', 'anna berg', field('u', 'user'), 'u2'],
  ['a user with a Chinese name', '张伟', field('u', 'user'), 'u1'],
  ['tags, added to those there', '重点客户、trade fair', field('tags', 'tags'), { add: ['t1', 't2'], remove: [] }],
  ['a birthday without a year', '5月17日', field('birthday', 'birthday'), '--05-17'],
  ['nothing, which empties the field', '  ', field('n', 'number'), null],
  ['text as it is', ' 杭州 ', field('city', 'text'), '杭州'],
]

test.each(taken)('%s is understood', (_what, text, of, value) => {
  expect(readPastedCell(text, of, names)).toEqual({ value })
})

const refused: readonly (readonly [what: string, text: string, of: ListField, code: string])[] = [
  ['words where a number is due', 'many', field('n', 'number'), 'cell_number'],
  ['a number that a spreadsheet shortened', '1.38E+10', field('n', 'number'), 'cell_number'],
  ['an amount below the smallest coin', '1.005', field('m', 'money'), 'cell_amount'],
  ['an amount in another currency than the field’s', 'EUR 5', field('m', 'money', { currency: 'CNY' }), 'cell_currency'],
  ['a day that is none', '2026-02-30', field('d', 'day'), 'cell_day'],
  ['a word that is no choice', '铜牌', grade, 'cell_choice'],
  ['a choice that was removed', '银牌', grade, 'cell_choice'],
  ['a user nobody knows', '王五', field('u', 'user'), 'cell_user'],
  ['a name that two users have', 'Li Na', field('u', 'user'), 'cell_user'],
  ['a tag nobody made', 'VIP', field('tags', 'tags'), 'cell_tag'],
  ['maybe', 'maybe', field('b', 'boolean'), 'cell_boolean'],
  ['a column that is only shown', 'x', field('createdAt', 'moment', { isEditable: false }), 'cell_read_only'],
  ['nothing where something is required', '', field('name', 'text', { isRequired: true }), 'cell_required'],
]

test.each(refused)('%s is refused for the cell alone', (_what, text, of, code) => {
  expect(readPastedCell(text, of, names)).toMatchObject({ issue: { code } })
})

describe('a pasted block', () => {
  const fields = [field('city', 'text'), field('employees', 'number'), grade, field('ownerId', 'user')]
  const ids = ['r1', 'r2', 'r3']

  test('of three by four sets twelve cells, and cells that cannot be are named', () => {
    const block = cellsOf('杭州\t12\t金牌\t张伟\n宁波\tx\t高\tAnna Berg\n温州\t7\t铜牌\t王五')
    const { edits, issues, cells } = readPasted(block, { ids, fields }, names)
    expect(edits).toEqual([
      { id: 'r1', changes: { city: '杭州', employees: 12, grade: 'c1', ownerId: 'u1' } },
      { id: 'r2', changes: { city: '宁波', grade: 'c2', ownerId: 'u2' } },
      { id: 'r3', changes: { city: '温州', employees: 7 } },
    ])
    expect(issues).toBe(3)
    expect(cells.filter(({ issue }) => issue).map(({ row, column }) => [row, column])).toEqual([
      [1, 1],
      [2, 2],
      [2, 3],
    ])
  })

  test('that reaches over the list’s edge says which values have no place', () => {
    const { edits, cells } = readPasted(
      [
        ['a', '1'],
        ['b', '2', '3'],
      ],
      { ids: ['r1'], fields: fields.slice(0, 2) },
      names,
    )
    expect(edits).toEqual([{ id: 'r1', changes: { city: 'a', employees: 1 } }])
    expect(cells.filter(({ issue }) => issue?.code === 'cell_beyond').map(({ text }) => text)).toEqual(['b', '2', '3'])
  })

  test('of one cell fills the rows that are selected', () => {
    const { edits } = readPasted([['杭州']], { ids, fields, isFilling: true }, names)
    expect(edits.map(({ changes }) => changes)).toEqual([{ city: '杭州' }, { city: '杭州' }, { city: '杭州' }])
  })
})
