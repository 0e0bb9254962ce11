// What stands around companies and people comes in with them: kinds, stages, tags, further numbers, birthdays.
import { expect, test } from 'vitest'
import { ask, bringIn, call, keysOf, planOf, rows, setUpImportDesk, written } from '../support/import-desk.ts'

setUpImportDesk()

const cardOf = async (name: string) => {
  const [row] = rows<{ id: string }>(`SELECT id FROM companies WHERE name = '${name}'`)
  return ask('companies.get', { id: row?.id ?? '' })
}
const personOf = async (name: string) => {
  const [row] = rows<{ id: string }>(`SELECT id FROM contacts WHERE name = '${name}'`)
  return ask('contacts.get', { id: row?.id ?? '' })
}
const count = (table: string): number =>
  rows<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE archivedAt IS NULL`)[0]?.n ?? -1

const COMPANIES = written.bind(null, 'companies.csv')
const companyFile = (): string =>
  COMPANIES(
    [
      '公司名称,公司类型,来源,统一社会信用代码,生命周期阶段,标签,电话,手机,传真,邮箱,邮箱2,邮编,电话类型,微信',
      '华腾贸易,供应商,展会,91330106MA2XXXXX1A,发展,重点；华东、展会,0571-88886666,13800138000,0571-88886667,a@ht.example,b@ht.example,310012,手机,huateng88',
      '云启科技,客户,官网,,识别,重点,,13900001111,,,,,,',
      '',
    ].join('\n'),
  )

test('the columns are recognised, and the record shows all of them', async () => {
  const file = companyFile()
  expect((await planOf(file)).columns).toEqual([
    ...['name', 'kind', 'source', 'creditCode', 'lifecycleStage', 'tags', 'phone2', 'phone', 'fax', 'email', 'email2'],
    ...['postcode', 'phoneType', 'wechat'],
  ])
  await bringIn(file)
  const card = await cardOf('华腾贸易')
  expect(card).toMatchObject({
    ...{ kind: 'supplier', source: '展会', creditCode: '91330106MA2XXXXX1A', postcode: '310012' },
    ...{ phone: '13800138000', phoneType: 'mobile', email: 'a@ht.example', stage: { name: '发展' } },
    moves: [{ from: null, to: '发展', onDay: '2026-03-02' }],
  })
  expect(card.tags.map(({ name }) => name).toSorted()).toEqual(['华东', '展会', '重点'].toSorted())
  expect(card.points.map(({ kind, type, value }) => [kind, type, value])).toEqual(
    expect.arrayContaining([
      ['phone', null, '0571-88886666'],
      ['phone', 'fax', '0571-88886667'],
      ['email', null, 'b@ht.example'],
      ['messenger', 'wechat', 'huateng88'],
    ]),
  )
  expect(await cardOf('云启科技')).toMatchObject({ kind: null, phone: '13900001111', points: [] })
  expect((await ask('tags.list', {})).find(({ name }) => name === '重点')?.total).toBe(2)
  expect((await ask('search.find', { text: 'huateng88' }))[0]?.open).toMatchObject({ kind: 'company' })
})

test('the preview tells the new tags and shows what would be stored', async () => {
  await ask('tags.create', { name: '重点' })
  const file = companyFile()
  const preview = await ask('imports.preview', { file, plan: await planOf(file) })
  expect(preview.newTags).toEqual(['华东', '展会'])
  expect(preview.sample[0]?.cells).toEqual([
    ...['华腾贸易', 'supplier', '展会', '91330106MA2XXXXX1A', '发展', '重点 · 华东 · 展会', '0571-88886666', '13800138000'],
    ...['0571-88886667', 'a@ht.example', 'b@ht.example', '310012', 'mobile', 'huateng88'],
  ])
  expect(count('tags')).toBe(1)
})

test('one undo takes all of it back', async () => {
  await bringIn(companyFile())
  await ask('history.undoLast', {})
  for (const table of ['companies', 'tags', 'recordTags', 'contactPoints', 'lifecycleMoves']) expect(count(table)).toBe(0)
})

test('each cell that is not understood is marked: kept where nothing is lost, refused where something would be', async () => {
  const file = written(
    'a.csv',
    '公司名称,公司类型,统一社会信用代码,生命周期阶段\n甲,亲戚,,\n乙,,123,\n丙,,,没有这个阶段\n丁,伙伴,91330106MA2XXXXX1A,保留\n',
  )
  expect(await keysOf(file)).toEqual([
    ...['2 imports.kind.unknown', '4 imports.lifecycle.unknown'],
    ...['3 imports.credit_code.odd', '5 imports.credit_code.odd'],
  ])
  const plan = await planOf(file)
  const { problems } = await ask('imports.preview', { file, plan })
  expect(problems.map(({ column }) => column)).toEqual([1, 3, 2, 2])
  await bringIn(file)
  expect(rows('SELECT name, kind, creditCode FROM companies ORDER BY name')).toEqual([
    { name: '丁', kind: 'partner', creditCode: '91330106MA2XXXXX1A' },
    { name: '乙', kind: null, creditCode: '123' },
  ])
})

test('people come with salutation, birthday with or without a year, and numbers of each type', async () => {
  const file = written(
    'people.csv',
    [
      'Name,Salutation,Birthday,Phone,Mobile,Phone 2,Home phone,Fax,E-mail,E-mail 2,Tags,Source,Lifecycle stage',
      'Anna Berg,Dr.,1990-05-12,+49 30 1234567,+49 151 2345678,+49 30 7654321,+49 30 1112223,+49 30 99,anna@berg.example,a@berg.example,"VIP, Fair",Fair,识别',
      'Ben Ott,,5月12日,,,+49 30 555,,,,,,,',
      'Cy Hall,,some day in May,,,,,+49 30 98,,,,,',
      '',
    ].join('\n'),
  )
  expect((await planOf(file)).columns).toEqual([
    ...['name', 'salutation', 'birthday', 'phone3', 'phone', 'phone2', 'homePhone', 'fax'],
    ...['email', 'email2', 'tags', 'source', 'lifecycleStage'],
  ])
  expect(await keysOf(file)).toEqual(['4 imports.birthday.unusual'])
  await bringIn(file)
  expect(await personOf('Anna Berg')).toMatchObject({
    ...{ salutation: 'Dr.', birthday: '1990-05-12', phone: '+49 151 2345678', source: 'Fair', stage: { name: '识别' } },
    tags: [{ name: 'Fair' }, { name: 'VIP' }],
  })
  expect(await personOf('Ben Ott')).toMatchObject({ birthday: '--05-12', phone: '+49 30 555', points: [] })
  expect(await personOf('Cy Hall')).toMatchObject({
    ...{ birthday: 'some day in May', phone: null },
    points: [{ type: 'fax', value: '+49 30 98' }],
  })
})

test('the groups of a Google export come as tags, without those of Google itself', async () => {
  const file = written('a.csv', 'Name,Group Membership\nAnna Berg,* My Contacts ::: Customers ::: Fair\nBen Ott,* Starred\n')
  await bringIn(file, { entity: 'contact' })
  expect((await ask('tags.list', {})).map(({ name, total }) => [name, total])).toEqual([
    ['Customers', 1],
    ['Fair', 1],
  ])
})

test('a column with hundreds of different words holds no tags', async () => {
  const lines = Array.from({ length: 201 }, (_, number) => `Company ${number},word${number}`)
  const file = written('a.csv', `Company,Tags\n${lines.join('\n')}\n`)
  expect(await call('imports.run', { file, plan: await planOf(file) })).toMatchObject({
    ok: false,
    error: { messageKey: 'imports.plan.too_many_tags', params: { limit: 200 } },
  })
})

test('the rules of the office see the new columns too', async () => {
  await ask('fieldRules.create', {
    ...{ entity: 'company', name: '供应商须有信用代码' },
    config: {
      ...{ kind: 'require', field: 'creditCode' },
      when: { join: 'and', items: [{ field: 'kind', operator: 'anyOf', values: ['supplier'] }] },
    },
  })
  const file = written('a.csv', '公司名称,公司类型,统一社会信用代码\n甲,供应商,\n乙,客户,\n')
  expect((await bringIn(file)).result).toMatchObject({ created: 1, refused: 1 })
})
