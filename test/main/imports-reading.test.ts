// Cells that are read with what stands around them: parts of an address, the mark of amounts, words without a value of their own.
import { describe, expect, test } from 'vitest'
import { ask, bringIn, call, csv, fatesOf, keysOf, planOf, rows, rowsOf, setUpImportDesk } from '../support/import-desk.ts'

setUpImportDesk('zh-CN')

describe('an address in several columns', () => {
  test('a Chinese one is joined from the province down, whatever the order of its columns', async () => {
    const file = csv(
      'firms.csv',
      '客户名称,详细地址,街道,区县,城市,省份',
      '西湖科技有限公司,文三路 90 号,翠苑街道,西湖区,杭州市,浙江省',
      '浦江贸易有限公司,张江路 1 号,,浦东新区,上海市,上海市',
      '海南路商店,海南路 5 号,,美兰区,海口市,海南',
      '全址有限公司,浙江省宁波市海曙区药行街 2 号,,海曙区,宁波市,浙江',
    )
    await bringIn(file)
    const again = await bringIn(file)

    expect(rows<{ address: string }>('select address from companies order by no').map(({ address }) => address)).toEqual([
      '浙江省杭州市西湖区翠苑街道文三路 90 号',
      '上海市浦东新区张江路 1 号',
      '海南海口市美兰区海南路 5 号',
      '浙江省宁波市海曙区药行街 2 号',
    ])
    expect(fatesOf(again.result.tables)).toEqual(['unchanged 4'])
  })

  test('one in Latin letters is joined from the street up', async () => {
    await bringIn(csv('firms.csv', 'Company name,State,City,Street', 'Acme Inc,WA,Seattle,12 Main St'))
    expect(rows('select address, city from companies')).toEqual([{ address: '12 Main St WA', city: 'Seattle' }])
  })

  test('further addresses are joined the same way', async () => {
    const file = csv(
      'people.csv',
      '姓名,地址 2 - 省/市/自治区,地址 2 - 城市,地址 2 - 街道,地址,手机',
      '王小明,浙江省,杭州市,文三路 90 号,延安路 1 号,13800138000',
    )
    await bringIn(file)
    expect(rows("select value, city from contactPoints where kind = 'address'")).toEqual([
      { value: '浙江省杭州市文三路 90 号', city: '杭州市' },
    ])
  })
})

test('what one column shows of its decimal mark holds for the amounts beside it', async () => {
  const file = csv('lines.csv', '订单号,产品,单价,数量,折扣', 'A1,Roof,"1.234,50",1.200,', 'A1,Wall,"9,90",2.500,')
  const { tables } = await ask('imports.inspect', { files: [file] })
  const plan = await planOf(file)
  const line = plan.tables.find(({ entity }) => entity === 'orderLine')

  expect(tables[0]?.columns.map(({ decimalMarks }) => decimalMarks)).toEqual([[], [], [','], [','], []])
  expect(line?.columns.map(({ field, decimalMark }) => `${field} ${decimalMark}`)).toContain('quantity ,')
})

describe('ways to reach somebody', () => {
  const file = () =>
    csv(
      'log.csv',
      '客户名称,跟进方式,跟进内容,跟进时间',
      '西湖科技,微信,发了报价,2026-03-01',
      '西湖科技,短信,提醒付款,2026-03-02',
      '西湖科技,上门拜访,看了现场,2026-03-03',
      '西湖科技,陪同拜访客户,见了总经理,2026-03-04',
      '西湖科技,WeChat message,sent the offer,2026-03-05',
      '西湖科技,外呼,没有接,2026-03-06',
    )

  test('go to the nearest kind, by a mapping that is shown', async () => {
    const plan = await planOf(file())
    const column = plan.tables[0]?.columns.find(({ field }) => field === 'kind')
    expect(column?.choices).toEqual([
      { from: '微信', to: 'note' },
      { from: '短信', to: 'note' },
      { from: '陪同拜访客户', to: 'meeting' },
      { from: 'WeChat message', to: 'note' },
      { from: '外呼', to: 'call' },
    ])
    expect((await rowsOf(file())).map(({ fate, stored }) => `${fate} ${stored[1]}`)).toEqual([
      'new note',
      'new note',
      'new meeting',
      'new meeting',
      'new note',
      'new call',
    ])
  })

  test('stay readable as the titles of entries that have none, and are the same again', async () => {
    await bringIn(file())
    expect(rows<{ title: string | null }>('select title from activities order by no').map(({ title }) => title)).toEqual([
      '微信',
      '短信',
      null,
      '陪同拜访客户',
      'WeChat message',
      '外呼',
    ])
    expect(fatesOf((await bringIn(file())).result.tables)).toEqual(['unchanged 6'])
  })

  test('one that comes near nothing is refused until somebody says where it goes', async () => {
    const odd = csv('log.csv', '客户名称,跟进方式,跟进内容', '西湖科技,意念,想了想')
    expect(await keysOf(odd)).toEqual(['2 imports.choice.unknown'])
  })

  test('a word that a saved mapping does not know yet is proposed for', async () => {
    const before = file()
    const plan = await planOf(before)
    const saved = await call('imports.saveMapping', { files: [before], mapping: { id: null, name: '跟进', plan } })
    expect(saved.ok).toBe(true)
    const { plan: next } = await ask('imports.inspect', {
      files: [csv('next.csv', '客户名称,跟进方式,跟进内容,跟进时间', '西湖科技,钉钉群,发了合同,2026-04-01')],
    })
    expect(next?.tables[0]?.columns[1]?.choices).toContainEqual({ from: '钉钉群', to: 'note' })
  })
})
