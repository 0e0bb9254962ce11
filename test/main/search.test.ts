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

test('a word is found in every kind, companies first, each with what tells it apart', async () => {
  const { company, ticket } = await fill()
  await app.ask('contacts.create', { name: '华腾前台', phone: '021 6123 4500', companyId: company.id })
  expect(await find('华腾')).toEqual([
    ['company', '上海华腾软件', '上海 · +86 21 6123 4567'],
    ['contact', '华腾前台', '上海华腾软件 · 021 6123 4500'],
    ['deal', '华腾年度续约', '上海华腾软件 · First contact'],
    ['ticket', '华腾登录失败', `${ticket.number} · 上海华腾软件`],
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
  expect(hits.map(({ kind }) => kind)).toEqual(['deal', 'ticket'])
})
