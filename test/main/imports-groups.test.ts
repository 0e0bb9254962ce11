// Lists written for the eye: a firm stands once above its people, an order once above its lines.
import { describe, expect, test } from 'vitest'
import {
  ask,
  bringIn,
  csv,
  fatesOf,
  planOf,
  type PlanChanges,
  rows,
  rowsOf,
  setUpImportDesk,
  written,
} from '../support/import-desk.ts'
import { bookOf, textRow } from '../support/workbook.ts'

setUpImportDesk('zh-CN')

const tied = (): { person: string; firm: string | null }[] =>
  rows(
    'select contacts.name as person, companies.name as firm from contacts left join companyContacts on contactId = contacts.id left join companies on companies.id = companyId order by contacts.no',
  )
const carriedOf = async (file: string) => {
  const { tables, plan } = await ask('imports.inspect', { files: [file] })
  return {
    columns: tables[0]?.columns.flatMap(({ heading, carried }) => (carried ? [[heading, carried.rows, carried.isLikely]] : [])),
    warnings: tables[0]?.warnings.map(({ messageKey }) => messageKey),
    entities: plan?.tables.map(({ entity }) => entity),
  }
}
const withoutCarrying: PlanChanges = (plan) => ({
  ...plan,
  tables: plan.tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) => ({ ...column, isCarriedDown: false })),
  })),
})

const grouped = (): string =>
  csv(
    'people.csv',
    '公司名称,地址,联系人,职务,手机',
    '西湖科技有限公司,文三路100号,张三,经理,13800138001',
    ',,李四,工程师,13800138002',
    ',,王五,采购,13800138003',
    '宁波港务有限公司,江东北路1号,赵六,主任,13800138004',
    ',,孙七,,13800138005',
    '',
    ',,周八,,13800138006',
    '合计,,6 人,,',
    ',,吴九,,13800138007',
  )

describe('a firm that stands only in the first row of its people', () => {
  test('is theirs, too, and the columns say so', async () => {
    const file = grouped()

    expect(await carriedOf(file)).toEqual({
      columns: [['公司名称', 3, true]],
      warnings: ['imports.table.carried', 'imports.row.outside'],
      entities: ['contact'],
    })
    expect((await rowsOf(file)).slice(0, 3).map(({ cells }) => cells[0])).toEqual([
      '西湖科技有限公司',
      '西湖科技有限公司',
      '西湖科技有限公司',
    ])
    await bringIn(file)
    expect(tied()).toEqual([
      { person: '张三', firm: '西湖科技有限公司' },
      { person: '李四', firm: '西湖科技有限公司' },
      { person: '王五', firm: '西湖科技有限公司' },
      { person: '赵六', firm: '宁波港务有限公司' },
      { person: '孙七', firm: '宁波港务有限公司' },
      { person: '周八', firm: null },
      { person: '吴九', firm: null },
    ])
    expect(fatesOf((await bringIn(file)).result.tables)).toEqual(['unchanged 7, skipped 1'])
  })

  test('is only the first one’s where the user says so', async () => {
    await bringIn(grouped(), withoutCarrying)

    expect(tied().filter(({ firm }) => firm !== null)).toEqual([
      { person: '张三', firm: '西湖科技有限公司' },
      { person: '赵六', firm: '宁波港务有限公司' },
    ])
  })

  test('comes in with what is known of it', async () => {
    const file = written(
      'firms.xlsx',
      bookOf({
        sheets: {
          客户:
            textRow('序号', '客户名称', '行业', '联系人', '电话') +
            textRow('1', '西湖科技有限公司', '软件', '张三', '13800138001') +
            textRow('', '', '', '李四', '13800138002') +
            textRow('2', '宁波港务有限公司', '物流', '赵六', '13800138004'),
        },
      }),
    )

    await bringIn(file)

    expect(rows('select name, industry from companies order by no')).toEqual([
      { name: '西湖科技有限公司', industry: '软件' },
      { name: '宁波港务有限公司', industry: '物流' },
    ])
    expect(tied().map(({ firm }) => firm)).toEqual(['西湖科技有限公司', '西湖科技有限公司', '宁波港务有限公司'])
    expect(fatesOf((await bringIn(file)).result.tables)).toEqual(['unchanged 2, skipped 1', 'unchanged 3'])
  })

  test('is a switch that is off where few have no firm, or firms stand there twice', async () => {
    const people = ['甲公司,张一', '乙公司,张二', '丙公司,张三', '丁公司,张四', ',张五', '戊公司,张六']
    const few = csv('few.csv', '公司,联系人', ...people)
    expect((await carriedOf(few)).columns).toEqual([['公司', 1, false]])
    await bringIn(few)
    expect(tied()[4]).toEqual({ person: '张五', firm: null })

    const twice = csv('twice.csv', '公司,联系人', '甲公司,张一', ',张二', '甲公司,张三', ',张四')
    expect((await carriedOf(twice)).columns).toEqual([['公司', 2, false]])
  })

  test('is nobody else’s in an address book, where the name stands first', async () => {
    const file = csv('book.csv', '姓名,公司,手机', '张一,甲公司,13800138001', '张二,,13800138002', '张三,,13800138003')

    expect((await carriedOf(file)).columns).toEqual([])
  })
})

test('an order that stands only in the first of its lines has them all', async () => {
  const file = csv(
    'orders.csv',
    '订单号,下单日期,客户名称,商品名称,数量,单价',
    'SO-1,2026-03-05,甲公司,苹果,10,5.5',
    ',,,梨,2,6',
    'SO-2,2026-03-06,乙公司,桃,1,7',
    ',,,杏,3,8',
  )

  expect((await planOf(file)).tables.map(({ entity }) => entity)).toContain('orderLine')
  await bringIn(file)
  expect(
    rows('select number, orderedOn, count(*) as lines from orderLines join orders on orders.id = orderId group by number'),
  ).toEqual([
    { number: 'SO-1', orderedOn: '2026-03-05', lines: 2 },
    { number: 'SO-2', orderedOn: '2026-03-06', lines: 2 },
  ])
})
