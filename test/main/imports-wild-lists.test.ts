// Lists as offices keep them and programs of sales and accounts write them: titles above, totals below, people between the firms.
import { describe, expect, test } from 'vitest'
import { bringIn, csv, fatesOf, planOf, rows, rowsOf, setUpImportDesk, written } from '../support/import-desk.ts'
import { bookOf, textRow } from '../support/workbook.ts'

setUpImportDesk('zh-CN')

const names = (table: string, column = 'name'): string[] =>
  rows<{ name: string }>(`select ${column} as name from ${table} order by no`).map(({ name }) => name)
const saidOf = async (file: string, table = 0): Promise<string[]> =>
  (await rowsOf(file, undefined, table)).flatMap(({ row, fate, problems }) =>
    problems.map(({ messageKey }) => `${row} ${fate} ${messageKey}`),
  )
const again = async (file: string): Promise<string[]> => fatesOf((await bringIn(file)).result.tables)

describe('a list of customers', () => {
  test('with a title, a line of headings, totals and who made it', async () => {
    const file = written(
      'yonyou.xlsx',
      bookOf({
        sheets: {
          客户档案:
            textRow('客户档案') +
            textRow('单位：杭州某某公司', '', '', '打印日期：2025-11-03') +
            textRow('序号', '客户编码', '客户名称', '联系人', '电话', '手机', '地址', '信用额度') +
            textRow('1', '0101001', '杭州西湖科技有限公司', '张三', '0571-88886666', '13800138000', '文三路100号', '100000') +
            textRow('2', '0101002', '宁波港务有限公司', '李四', '0574-87654321', '13900139000', '江东北路1号', '0') +
            textRow('合计', '', '2 户', '', '', '', '', '100000') +
            textRow('制表人：王五', '', '', '审核人：赵六'),
        },
        merges: ['A1:H1'],
      }),
    )

    expect(await saidOf(file)).toEqual(['6 skipped imports.row.outside', '7 skipped imports.row.outside'])
    await bringIn(file)
    expect(rows('select name, externalId from companies order by no')).toEqual([
      { name: '杭州西湖科技有限公司', externalId: '0101001' },
      { name: '宁波港务有限公司', externalId: '0101002' },
    ])
    expect(rows('select name, phone from contacts order by no')).toEqual([
      { name: '张三', phone: '13800138000' },
      { name: '李四', phone: '13900139000' },
    ])
    expect(await again(file)).toEqual(['unchanged 2, skipped 2', 'unchanged 2, skipped 2'])
  })

  test('with headings in two lines, of which the first names groups', async () => {
    const file = written(
      'kingdee.xlsx',
      bookOf({
        sheets: {
          往来单位:
            textRow('往来单位列表') +
            textRow('客户信息', '', '联系方式', '', '', '财务信息', '', '备注') +
            textRow('客户编码', '客户名称', '联系人', '联系电话', '联系地址', '应收余额', '结算方式') +
            textRow('KH001', '广州天河电子有限公司', '陈生', '020-38880000', '天河路200号', '12,500.00', '月结30天', '注意') +
            textRow('KH002', '深圳福田百货公司', '林小姐', '0755-82220000', '深南大道1号', '(300.00)', '现结') +
            textRow('总计', '', '', '', '', '12,200.00'),
        },
      }),
    )

    await bringIn(file)

    expect(rows(`select name, externalId, phone, address, description from companies where externalId = 'KH001'`)).toEqual([
      { name: '广州天河电子有限公司', externalId: 'KH001', phone: '020-38880000', address: '天河路200号', description: '注意' },
    ])
    expect(names('companies')).toEqual(['广州天河电子有限公司', '深圳福田百货公司'])
    expect(names('contacts')).toEqual(['陈生', '林小姐'])
  })

  test('with several people and their numbers in a cell', async () => {
    const file = csv(
      'hand.csv',
      '客户名称,联系人,电话,地址,备注',
      '杭州西湖科技有限公司,张三、李四,张三13800138000/李四 010-8888 6666,杭州市文三路100号,"老客户，月结"',
      '宁波港务有限公司,王五（经理）,0574-87654321转802,江东北路1号,',
      '上海浦东机械厂,赵六 13700137000,,上海浦东,',
      '合计：3家,,,,',
    )

    expect(await saidOf(file)).toEqual(['2 new imports.phone.words_left_out', '5 skipped imports.row.outside'])
    expect(await saidOf(file, 1)).toEqual(['2 new imports.name.several', '5 skipped imports.row.outside'])
    await bringIn(file)
    expect(rows('select phone from companies order by no')).toEqual([
      { phone: '13800138000' },
      { phone: '0574-87654321转802' },
      { phone: null },
    ])
    expect(rows(`select value from contactPoints where recordType = 'company'`)).toEqual([{ value: '010-8888 6666' }])
    expect(rows('select name, phone from contacts order by no')).toEqual([
      { name: '张三、李四', phone: null },
      { name: '王五', phone: null },
      { name: '赵六', phone: '13700137000' },
    ])
    expect(rows('select role from companyContacts order by no')).toEqual([{ role: null }, { role: '经理' }, { role: null }])
  })

  test('in which a firm stands beside each of its people holds people', async () => {
    const file = csv(
      'people.csv',
      '公司,联系人,职务,手机,邮箱',
      '西湖科技,张三,经理,13800138000,z3@x.cn',
      '西湖科技,李四,工程师,13900139000,l4@x.cn',
    )

    await bringIn(file)

    expect(names('companies')).toEqual(['西湖科技'])
    expect(rows('select name, email, phone from contacts order by no')).toEqual([
      { name: '张三', email: 'z3@x.cn', phone: '13800138000' },
      { name: '李四', email: 'l4@x.cn', phone: '13900139000' },
    ])
  })

  test('put together from two lists leaves the second headings out', async () => {
    const file = csv('two.csv', '客户名称,电话', '甲公司,0571-88886666', '', '\ufeff客户名称,电话', '乙公司,0571-88886667')

    expect(await saidOf(file)).toEqual(['4 skipped imports.row.headings_again'])
    await bringIn(file)
    expect(names('companies')).toEqual(['甲公司', '乙公司'])
  })

  test('a row below the table comes in where the user says so', async () => {
    const file = csv('total.csv', '客户名称,电话,城市', '甲公司,0571-88886666,杭州', 'Total,,')
    const { result } = await bringIn(csv('gap.csv', '客户名称,电话,城市', '甲公司,0571-88886666,杭州', '', '完,,'), (plan) => ({
      ...plan,
      decisions: [{ table: 0, row: 4, act: 'take', recordId: null }],
    }))

    expect(fatesOf(result.tables)).toEqual(['new 2'])
    expect(fatesOf((await bringIn(file)).result.tables)).toEqual(['unchanged 1, skipped 1'])
  })
})

describe('an export', () => {
  test('of Zoho’s leads brings people with their firms', async () => {
    const file = csv(
      'leads.csv',
      'Record Id,Lead Owner,Company,First Name,Last Name,Title,Email,Phone,Mobile,Industry,No. of Employees,Annual Revenue,Street,City',
      'zcrm_1,Anna Admin,Rangoni Of Florence,Christopher,Maclead,VP Accounting,c.maclead@noemail.example,555-555-5555,555-555-5556,Communications,850,"850,000.00",37275 St,Middle Island',
    )

    await bringIn(file)

    expect(rows('select name, industry, employees, annualRevenueMinor from companies')).toEqual([
      { name: 'Rangoni Of Florence', industry: 'Communications', employees: 850, annualRevenueMinor: 85_000_000 },
    ])
    expect(rows('select name, email, phone from contacts')).toEqual([
      { name: 'Christopher Maclead', email: 'c.maclead@noemail.example', phone: '555-555-5555' },
    ])
    expect(await again(file)).toEqual(['unchanged 1', 'unchanged 1'])
  })

  test('of HubSpot’s deals names owners and people without their addresses', async () => {
    const file = csv(
      'deals.csv',
      'Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Associated Company,Associated Contact',
      '1,Roof,Appointment Scheduled,2024-05-31,Anna Berg (anna@example.com),12500.0,Acme,Max Power (max@power.example)',
    )

    await bringIn(file)

    expect(names('users').at(-1)).toBe('Anna Berg')
    expect(rows('select name, email from contacts')).toEqual([{ name: 'Max Power', email: 'max@power.example' }])
    expect(await again(file)).toEqual(['unchanged 1'])
  })

  test('of Salesforce’s accounts ties daughters to their parents by id', async () => {
    const file = csv(
      'accounts.csv',
      '"Id","Name","ParentId","BillingStreet","BillingCity","Phone","AnnualRevenue","NumberOfEmployees"',
      '"001A","GenePoint","","345 Shoreline Park","Mountain View","(650) 867-3450","3.0E7","265"',
      '"001B","United Oil & Gas, UK","001A","Kings Park","London","+44 191 4956203","","24000"',
    )

    await bringIn(file)

    expect(
      rows(
        'select child.name, parent.name as parent from companies as child join companies as parent on parent.id = child.parentId',
      ),
    ).toEqual([{ name: 'United Oil & Gas, UK', parent: 'GenePoint' }])
  })

  test('of a report has remarks below, which are no people', async () => {
    const file = csv(
      'report.csv',
      '"First Name","Last Name","Title","Account Name","Phone"',
      '"Rose","Gonzalez","SVP","Edge","(512) 757-6000"',
      '',
      '"Confidential Information - Do Not Distribute"',
      '"Copyright (c) 2000-2024 A Maker, Inc. All rights reserved."',
      '"Generated By:  Anna Berg  3/5/2024 10:22 AM"',
    )

    await bringIn(file)

    expect(names('contacts')).toEqual(['Rose Gonzalez'])
  })

  test('of 纷享销客 has stars and remarks in its headings, and a number behind each owner', async () => {
    const file = csv(
      'fxiaoke.csv',
      '客户名称*,客户编号,1级行业,省,市,区,详细地址,电话,负责人（必填）,备注',
      '上海浦东机械有限公司,C20240001,制造业,上海市,上海市,浦东新区,张江路 88 号,021-50001111,王小二(13800138000),长期合作',
    )

    await bringIn(file)

    expect(rows('select name, externalId, industry, city, description from companies')).toEqual([
      { name: '上海浦东机械有限公司', externalId: 'C20240001', industry: '制造业', city: '上海市', description: '长期合作' },
    ])
    expect(names('users').at(-1)).toBe('王小二')
  })

  test('of a shop has a row for each article of an order, and a total', async () => {
    const file = csv(
      'orders.csv',
      '订单号,下单日期,客户名称,商品名称,数量,单价,金额,运费',
      'SO-001,2026/3/5,甲公司,苹果,10,5.5,55.00,8',
      'SO-001,2026/3/5,甲公司,梨,2,6,12.00,',
      'SO-002,2026/3/6,乙公司,桃,"1,000",7.25,"7,250.00",',
      '合计,,,,1012,,7317.00,8',
    )

    await bringIn(file)

    expect(rows('select number, orderedOn from orders order by number')).toEqual([
      { number: 'SO-001', orderedOn: '2026-03-05' },
      { number: 'SO-002', orderedOn: '2026-03-06' },
    ])
    expect(rows('select sum(netE4) as net, count(*) as n from orderLines')).toEqual([{ net: 73_170_000, n: 3 }])
    expect(names('products')).toEqual(['苹果', '梨', '桃'])
  })

  test('with stages of its own is the same when the plan is used again', async () => {
    const file = csv(
      'opportunities.csv',
      '商机名称,客户名称,金额,销售阶段',
      '西湖二期,甲公司,120000,方案报价',
      '东城一期,乙公司,8万,立项评审',
    )

    const plan = await planOf(file)
    await bringIn(file)

    expect(fatesOf((await bringIn(file, () => plan)).result.tables)).toEqual(['unchanged 2'])
  })
})
