// The rules of the import's window that need no screen: what is sent, what is asked, and where the next bad cell is.
import { expect, test } from 'vitest'
import { answerOf, questionOf } from '#renderer/features/imports/columns/column-questions.ts'
import { fieldKinds } from '#renderer/features/imports/columns/field-kinds.ts'
import { faultsOf } from '#renderer/features/imports/columns/table-changes.ts'
import { nextBadCell } from '#renderer/features/imports/check/next-bad-cell.ts'
import type { CheckedRow } from '#renderer/features/imports/check/use-import-rows.ts'
import { rankBehind } from '#renderer/features/imports/files/source-rank.ts'
import { newSession } from '#renderer/features/imports/import-session.ts'
import { withSources } from '#renderer/features/imports/import-source.ts'
import { withDecision, withEdit } from '#renderer/features/imports/session-changes.ts'
import { planOf, plannedTables } from '#renderer/features/imports/session-plan.ts'
import type { ImportInspection, InspectedColumn } from '#shared/imports/inspection.ts'
import { importPlan, type TablePlan, tablePlan } from '#shared/imports/plan.ts'

const table = (plan: Partial<TablePlan>): TablePlan => tablePlan.parse({ entity: 'company', columns: [], ...plan })

const inspection = (tables: readonly TablePlan[]): ImportInspection => ({
  files: [0, 1].map((place) => ({ name: `${place}.csv`, bytes: 1, kind: 'csv', dialect: null, encodings: [], problem: null })),
  tables: [],
  plan: importPlan.parse({ tables }),
  mapping: null,
  program: null,
})

const sources = ['a', 'b'].map((key) => ({ key, name: `${key}.csv`, file: key }))

const column = (more: Partial<InspectedColumn>): InspectedColumn => ({
  heading: 'Founded',
  samples: [],
  look: 'text',
  filled: 3,
  values: [],
  dateOrders: [],
  decimalMarks: [],
  carried: null,
  ...more,
})

test('what others name comes in first, whatever the order of the files', () => {
  const deals = table({ file: 0, entity: 'deal' })
  const companies = table({ file: 1, entity: 'company' })

  const planned = plannedTables({ ...newSession(), sources }, inspection([deals, companies]))

  expect(planned.map(({ key, plan }) => [key, plan.entity])).toEqual([
    ['b#0', 'company'],
    ['a#0', 'deal'],
  ])
})

test('a table that is left out takes its mended cells with it, and those of the others find their place', () => {
  const session = { ...newSession(), sources, left: ['a#0'] }
  const both = inspection([table({ file: 0 }), table({ file: 1, entity: 'contact' })])
  const mended = { ...session, ...withEdit(session, 'b#0', { row: 4, column: 1, value: '1999' }, 'abc') }

  const plan = planOf({ ...mended, edits: { ...mended.edits, 'a#0': [{ row: 2, column: 0, value: 'x' }] } }, both)

  expect(plan?.tables.map(({ entity }) => entity)).toEqual(['contact'])
  expect(plan?.edits).toEqual([{ table: 0, row: 4, column: 1, value: '1999' }])
})

test('when a file is taken out, the tables of the others keep what was decided for them', () => {
  const session = { ...newSession(), sources: sources.slice(1) }
  const decided = { ...session, ...withDecision(session, 'b#0', [3, 5], { act: 'skip', recordId: null }) }

  const plan = planOf(decided, inspection([table({ file: 0 })]))

  expect(plan?.decisions).toEqual([
    { table: 0, row: 3, act: 'skip', recordId: null },
    { table: 0, row: 5, act: 'skip', recordId: null },
  ])
})

test('no table, no plan', () => {
  expect(planOf({ ...newSession(), sources, left: ['a#0'] }, inspection([table({ file: 0 })]))).toBeNull()
})

test('a cell with the text of the file again is no change', () => {
  const session = { ...newSession(), ...withEdit(newSession(), 'a#0', { row: 2, column: 0, value: 'x' }, 'old') }
  expect(withEdit(session, 'a#0', { row: 2, column: 0, value: 'old' }, 'old').edits['a#0']).toEqual([])
})

test('deciding anew forgets the decision', () => {
  const session = { ...newSession(), ...withDecision(newSession(), 'a#0', [2], { act: 'take', recordId: null }) }
  expect(withDecision(session, 'a#0', [2], null).decisions['a#0']).toEqual([])
})

test('a file chosen twice is one file', () => {
  expect(withSources(sources, [...sources, { key: 'c', name: 'c.csv', file: 'c' }]).map(({ key }) => key)).toEqual([
    'a',
    'b',
    'c',
  ])
})

test('a date that can be read in two ways is asked for, one that cannot is not', () => {
  const open = column({ samples: ['', '03/04/2026'], dateOrders: ['dmy', 'mdy'] })
  expect(questionOf(open, 'day')).toEqual({ about: 'day', sample: '03/04/2026', orders: ['dmy', 'mdy'] })
  expect(questionOf(column({ samples: ['25/04/2026'], dateOrders: ['dmy'] }), 'day')).toBeNull()
  expect(questionOf(open, 'text')).toBeNull()
})

test('whole numbers raise no question about their decimal mark, 1,250 does', () => {
  const marks: InspectedColumn['decimalMarks'] = ['.', ',']
  expect(questionOf(column({ samples: ['1250', '98'], decimalMarks: marks }), 'money')).toBeNull()
  const question = questionOf(column({ samples: ['980', '1,250'], decimalMarks: marks }), 'money')
  expect(question).toMatchObject({ about: 'amount', sample: '1,250' })
  const [plan] = table({ columns: [{ ...columnPlan, field: 'annualRevenue', decimalMark: ',' }] }).columns
  expect(question && plan && answerOf(question, plan)).toBe(',')
})

const columnPlan = {
  field: null,
  by: 'name',
  dateOrder: 'ymd',
  decimalMark: '.',
  unit: 1,
  isSplit: false,
  isNothingEmpty: true,
  choices: [],
  addressSize: 0,
  isCarriedDown: false,
} satisfies TablePlan['columns'][number]

test('rows need a name or a number before they can be checked', () => {
  const kinds = fieldKinds('company', [])
  const faults = (fields: readonly (string | null)[]) =>
    faultsOf(table({ columns: fields.map((field) => ({ ...columnPlan, field })) }), undefined, kinds, () => true)

  expect(faults([null, null])).toEqual(['nothing'])
  expect(faults(['city', null])).toEqual(['unnamed'])
  expect(faults(['city', 'name'])).toEqual([])
})

const checked = (row: number, badColumns: readonly number[]): CheckedRow => ({
  ...{ id: String(row), row, fate: 'refused', cells: [], stored: [], record: null, candidates: [], matchedBy: null, changes: [] },
  problems: badColumns.map((place) => ({
    ...{ column: place, field: null, value: '', messageKey: 'imports.date.unreadable', params: {} },
    severity: 'refuse',
  })),
})

test('the way leads from bad cell to bad cell, over the ends of rows, and back', () => {
  const rows = [checked(2, [1, 3]), checked(3, []), checked(4, [0])]
  const ask = { rowAt: (line: number) => rows[line] ?? null, count: 3, columns: ['row', 'c0', 'c1', 'c3'].map((id) => ({ id })) }

  expect(nextBadCell({ ...ask, from: { line: 0, id: null }, step: 1 })).toEqual({ line: 0, column: 2 })
  expect(nextBadCell({ ...ask, from: { line: 0, id: 'c1' }, step: 1 })).toEqual({ line: 0, column: 3 })
  expect(nextBadCell({ ...ask, from: { line: 0, id: 'c3' }, step: 1 })).toEqual({ line: 2, column: 1 })
  expect(nextBadCell({ ...ask, from: { line: 2, id: 'c0' }, step: -1 })).toEqual({ line: 0, column: 3 })
  expect(nextBadCell({ ...ask, from: { line: 2, id: 'c0' }, step: 1 })).toBeNull()
})

test('a new source gets a rank between its neighbours, and behind the last one there is always room', () => {
  const ranked = [{ rank: 0 }, { rank: 10 }, { rank: 11 }]
  expect(rankBehind(ranked, 0)).toBe(5)
  expect(rankBehind(ranked, 1)).toBe(11)
  expect(rankBehind(ranked, 2)).toBe(21)
  expect(rankBehind(ranked, -1)).toBe(0)
  expect(rankBehind([{ rank: 1000 }], 0)).toBe(1000)
})
