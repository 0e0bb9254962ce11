// Cards written downwards, a label beside each value: each card comes in as one record.
import { expect, test } from 'vitest'
import { ask, bringIn, csv, fatesOf, rows, rowsOf, setUpImportDesk, written } from '../support/import-desk.ts'
import { bookOf, textRow } from '../support/workbook.ts'

setUpImportDesk('zh-CN')

const people = () =>
  rows(
    'select contacts.name, contacts.phone, companies.name as firm from contacts left join companyContacts on contactId = contacts.id left join companies on companies.id = companyId order by contacts.no',
  )
const zhang = { name: '张三', phone: '13800138000', firm: '西湖科技有限公司' }
const li = { name: '李四', phone: '13900139000', firm: '宁波港务' }

test('with an empty line between them', async () => {
  const file = csv(
    'cards.csv',
    '姓名,张三',
    '公司,西湖科技有限公司',
    '手机,13800138000',
    '职务,经理',
    '',
    '姓名,李四',
    '手机,13900139000',
    '公司,宁波港务',
    '备注,老客户',
    ',下月回访',
  )

  const { tables } = await ask('imports.inspect', { files: [file] })
  expect(tables[0]?.columns.map(({ heading }) => heading)).toEqual(['姓名', '公司', '手机', '职务', '备注'])
  expect(tables[0]?.warnings.map(({ messageKey }) => messageKey)).toEqual(['imports.table.downward'])
  expect((await rowsOf(file)).map(({ row, cells }) => [row, ...cells])).toEqual([
    [1, '张三', '西湖科技有限公司', '13800138000', '经理', ''],
    [6, '李四', '宁波港务', '13900139000', '', '老客户 下月回访'],
  ])
  await bringIn(file)
  expect(people()).toEqual([zhang, li])
  expect(fatesOf((await bringIn(file)).result.tables)).toEqual(['unchanged 2'])
})

test('told apart by their first label, in a workbook, below a title', async () => {
  const cards =
    textRow('客户卡片') +
    textRow('姓名：', '张三') +
    textRow('手机：', '13800138000') +
    textRow('公司：', '西湖科技有限公司') +
    textRow('由小王整理') +
    textRow('姓名：', '李四') +
    textRow('手机：', '13900139000') +
    textRow('公司：', '宁波港务')
  const file = written('cards.xlsx', bookOf({ sheets: { 名片: cards } }))

  expect((await rowsOf(file)).map(({ row, problems }) => [row, ...problems.map(({ messageKey }) => messageKey)])).toEqual([
    [2, 'imports.row.line_left_out'],
    [6],
  ])
  await bringIn(file)
  expect(people()).toEqual([zhang, li])
})

test('with label and value in one cell, and two numbers of a kind', async () => {
  const file = csv(
    'cards.txt',
    'Name: Anna Berg',
    'Phone: +49 40 123456',
    'Phone: +49 40 123457',
    'Company: Nordlicht GmbH',
    '',
    'Name: Tom Lee',
    'Email: tom@acme.example',
    'Company: Acme Inc.',
  )

  await bringIn(file)

  expect(people()).toEqual([
    { name: 'Anna Berg', phone: '+49 40 123456', firm: 'Nordlicht GmbH' },
    { name: 'Tom Lee', phone: null, firm: 'Acme Inc.' },
  ])
})

test('label and value twice in a line, as on a form', async () => {
  const card = (name: string, phone: string, firm: string): string =>
    textRow('姓名', name, '手机', phone) + textRow('公司', firm, '职务', '经理')
  const file = written(
    'form.xlsx',
    bookOf({ sheets: { 表: card('张三', '13800138000', '西湖科技有限公司') + card('李四', '13900139000', '宁波港务') } }),
  )

  await bringIn(file)

  expect(people()).toEqual([zhang, li])
})

test('a table of two columns is none, nor is one whose headings the user points out', async () => {
  const { tables } = await ask('imports.inspect', {
    files: [csv('two.csv', '姓名,电话', '张三,13800138000', '李四,13900139000')],
  })
  expect(tables[0]?.headingRow).toBe(1)

  const file = csv('cards.csv', '姓名,张三', '公司,甲公司', '手机,13800138000')
  const told = await ask('imports.inspect', { files: [file], headingRows: [{ file: 0, table: 0, row: 1 }] })
  expect(told.tables[0]?.columns.map(({ heading }) => heading)).toEqual(['姓名', '张三'])
})
