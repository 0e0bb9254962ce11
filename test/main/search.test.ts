// One search over everything, on a real engine.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const find = async (text: string) =>
  (await app.ask('search.find', { text })).map(({ kind, title, detail }) => [kind, title, detail])

const fill = async () => {
  const company = await app.ask('companies.create', { name: '上海华腾软件', city: '上海', phone: '+86 21 6123 4567' })
  const contact = await app.ask('contacts.create', {
    ...{ name: '张三', phone: '+86 139 1111 8013', email: 'zhang.san@huateng.example', companyId: company.id },
  })
  const deal = await app.ask('deals.create', { title: '华腾年度续约', companyId: company.id })
  const ticket = await app.ask('tickets.create', { subject: '华腾登录失败', companyId: company.id })
  const note = await app.ask('activities.log', { kind: 'note', recordType: 'deal', recordId: deal.id, text: '与华腾确认报价' })
  return { company, contact, deal, ticket, note }
}

test('a word is found in every kind, customers first, each with what tells it apart', async () => {
  const { company, ticket } = await fill()
  await app.ask('contacts.create', { name: '华腾前台', phone: '021 6123 4500', companyId: company.id })
  expect(await find('华腾')).toEqual([
    ['contact', '华腾前台', '上海华腾软件 · 021 6123 4500'],
    ['company', '上海华腾软件', '上海 · +86 21 6123 4567'],
    ['ticket', '华腾登录失败', `${ticket.number} · 上海华腾软件`],
    ['deal', '华腾年度续约', '上海华腾软件 · First contact'],
    ['activity', '与华腾确认报价', '华腾年度续约'],
  ])
})

for (const typed of ['zs', 'zhangsan', '张', '8013', '139 1111', '013911118013', 'teng.example', 'ZHANG.san']) {
  test(`张三 is found by ${typed}`, async () => {
    await fill()
    expect((await find(typed)).map(([, title]) => title)).toContain('张三')
  })
}

test('an activity opens the record it stands on', async () => {
  const { deal } = await fill()
  const hits = await app.ask('search.find', { text: '报价', kinds: ['activity'] })
  expect(hits).toMatchObject([{ kind: 'activity', open: { kind: 'deal', id: deal.id } }])
})

test('a ticket is found by its number', async () => {
  const { ticket } = await fill()
  expect(await find(ticket.number)).toEqual([['ticket', '华腾登录失败', `${ticket.number} · 上海华腾软件`]])
})

describe('a name that is exactly what was typed', () => {
  test('comes first within its kind', async () => {
    await app.ask('companies.create', { name: 'acme' })
    await app.ask('companies.create', { name: 'Acme Holding' })
    expect((await find('Acme')).map(([, title]) => title)).toEqual(['acme', 'Acme Holding'])
  })

  test('is found even when newer rows fill the page', async () => {
    await app.ask('contacts.create', { name: '王伟' })
    for (let index = 0; index < 12; index++) await app.ask('contacts.create', { name: `王伟${index}` })
    const hits = await app.ask('search.find', { text: '王伟', limit: 5 })
    expect(hits).toHaveLength(5)
    expect(hits[0]?.title).toBe('王伟')
  })
})

describe('the right hit is among the first three', () => {
  test('however much newer stock there is that fits less well', async () => {
    await fill()
    const ticket = await app.ask('tickets.create', { subject: '打印机' })
    const digits = /\d+$/u.exec(ticket.number)?.[0] ?? ''
    for (let index = 10; index < 40; index++) {
      await app.ask('contacts.create', { name: `周杰${index}`, phone: `137 00${index} ${digits}`, email: `zs${index}@x.example` })
      await app.ask('companies.create', { name: `左手${index}贸易`, address: `世纪大道${index}号张江` })
    }
    await app.ask('companies.create', { name: '杭州西湖科技', address: '文三路 90 号东部软件园' })
    const first = async (text: string) => (await find(text)).slice(0, 3).map(([, title]) => title)
    for (const typed of [
      'zs',
      'ZhangSan',
      'zhang san',
      '张',
      '张三',
      '139 1111 8013',
      '+86-139-1111-8013',
      '０１３９１１１１８０１３',
      'ｚｓ',
    ])
      expect(await first(typed), typed).toContain('张三')
    expect(await first(digits)).toContain('打印机')
    expect(await first(ticket.number)).toEqual(['打印机'])
    for (const typed of ['文三路', '东部软件园', '西湖 文三', 'xhkj', 'xihu'])
      expect(await first(typed), typed).toContain('杭州西湖科技')
  })

  test('of equally good hits the one changed last stands first', async () => {
    const { id } = await app.ask('contacts.create', { name: '李雷' })
    await app.ask('contacts.create', { name: '李磊' })
    app.pass(60_000)
    await app.ask('contacts.update', { id, city: '上海' })
    expect((await find('li lei')).map(([, title]) => title)).toEqual(['李雷', '李磊'])
  })

  test('accents and letters of full width make no difference', async () => {
    await app.ask('contacts.create', { name: 'Zoë Müller' })
    for (const typed of ['zoe muller', 'ＺＯＥ', 'MÜLLER', 'müller zo'])
      expect((await find(typed)).map(([, title]) => title)).toEqual(['Zoë Müller'])
  })
})

test('what is archived or undone is not found, and found again when it is back', async () => {
  const { company, deal } = await fill()
  await app.ask('deals.archive', { id: deal.id })
  expect((await find('华腾')).map(([kind]) => kind)).toEqual(['company', 'ticket'])
  await app.ask('companies.archive', { id: company.id })
  expect((await find('华腾')).map(([kind]) => kind)).toEqual(['ticket'])
  await app.ask('history.undoLast', {})
  expect((await find('华腾')).map(([kind]) => kind)).toEqual(['company', 'ticket'])
})

test('a list of what is archived can be searched too, and shows nothing that is in use', async () => {
  const { id } = await app.ask('companies.create', { name: '上海华腾 Größe', phone: '+86 21 5555-0101', externalId: 'K-77' })
  await app.ask('companies.create', { name: '上海华腾 Größe' })
  await app.ask('companies.archive', { id })
  const ticket = await app.ask('tickets.create', { subject: 'Broken lamp' })
  await app.ask('tickets.archive', { id: ticket.id })

  for (const text of ['华腾', 'größe', 'GROß', 'huateng', '5550101', '+86 21', 'k-77', '腾 - grö']) {
    const asked = { text, state: 'archived', after: null, limit: 5 } as const
    expect([text, (await app.ask('companies.list', asked)).map((row) => row.id)]).toEqual([text, [id]])
    expect((await app.ask('companies.outline', { text, state: 'archived' })).count).toBe(1)
  }
  for (const text of ['lamp', ticket.number]) {
    const asked = { text, state: 'archived', queue: 'all', after: null, limit: 5 } as const
    expect((await app.ask('tickets.list', asked)).map((row) => row.id)).toEqual([ticket.id])
  }
  // Signs that are words only when they are written out, as PDFs and Japanese lists have them.
  for (const text of ['⼀', '㈱', '㈀ ㍿'])
    expect(await app.ask('companies.list', { text, state: 'archived', after: null, limit: 5 })).toEqual([])
  const nothing = { text: "' OR 1 --", state: 'archived', after: null, limit: 5 } as const
  expect(await app.ask('companies.list', nothing)).toEqual([])
})

test('a changed name is found by the new one only', async () => {
  const { company } = await fill()
  await app.ask('companies.update', { id: company.id, name: '北京远景' })
  expect((await find('上海华腾')).map(([kind]) => kind)).toEqual([])
  expect((await find('yuanjing')).map(([kind]) => kind)).toEqual(['company'])
})

for (const typed of [
  '',
  '   ',
  '"',
  "'; DROP",
  '%',
  '_',
  '*',
  'a-b',
  'AND',
  'name:',
  '(',
  '👨‍👩‍👧',
  'NEAR(',
  '𠮷',
  'x'.repeat(200),
]) {
  test(`nothing breaks when ${JSON.stringify(typed.slice(0, 10))} is typed`, async () => {
    await fill()
    expect(await app.call('search.find', { text: typed })).toMatchObject({ ok: true })
  })
}

test('only the kinds asked for are searched', async () => {
  await fill()
  const hits = await app.ask('search.find', { text: '华腾', kinds: ['deal', 'ticket'] })
  expect(hits.map(({ kind }) => kind).toSorted()).toEqual(['deal', 'ticket'])
})

test('a word that most firms end in finds them before what stands on a firm', async () => {
  await app.ask('companies.create', { name: '北京公司' })
  const { id } = await app.ask('companies.create', { name: '海风' })
  await app.ask('deals.create', { title: '公司年会', companyId: id })
  await app.ask('companies.create', { name: '公司' })
  expect((await find('公司')).map(([, title]) => title)).toEqual(['公司', '北京公司', '公司年会'])
})
