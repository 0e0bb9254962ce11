// Making one record of several, on a real engine: what is chosen, what goes over, what is refused, and that nothing is lost.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { allDocuments, allRows, fill, newestOperation } from '../support/merge-desk.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp({ language: 'zh-CN' })
})
afterEach(() => app.close())

const company = async (name: string, fields: object = {}): Promise<string> =>
  (await app.ask('companies.create', { name, ...fields })).id
const person = async (name: string, fields: object = {}): Promise<string> =>
  (await app.ask('contacts.create', { name, ...fields })).id
const note = (recordId: string, text: string, recordType: 'company' | 'contact' = 'company') =>
  app.ask('activities.log', { recordType, recordId, kind: 'note', text })
const merge = (recordType: 'company' | 'contact', winnerId: string, loserIds: string[], choices: Record<string, string> = {}) =>
  app.ask('merges.run', { recordType, winnerId, loserIds, choices })
const refusal = async (path: string, input: unknown) => {
  const reply = await app.call(path, input)
  return reply.ok ? null : reply.error.messageKey
}
const notesOf = async (recordId: string): Promise<(string | null)[]> => {
  const { entries } = await app.ask('timeline.of', { recordType: 'company', recordId, kinds: ['note'] })
  return entries.flatMap((entry) => (entry.kind === 'note' ? [entry.activity.text] : []))
}

describe('the fields', () => {
  test('the winner keeps what it has, and takes what it lacks from the others', async () => {
    const winner = await company('杭州西湖科技', { industry: '软件', phone: '' })
    const first = await company('西湖科技', { industry: '服务', employees: 50, website: 'xihu.example' })
    const second = await company('杭州西湖', { employees: 60, phone: '0571-8888 1234' })
    await merge('company', winner, [first, second])
    expect(await app.ask('companies.get', { id: winner })).toMatchObject({
      ...{ name: '杭州西湖科技', industry: '软件', employees: 50, website: 'https://xihu.example', phone: '0571-8888 1234' },
    })
  })

  test('each is taken from the record that was chosen, with what belongs to it', async () => {
    const winner = await company('A', { annualRevenueMinor: 100_00, revenueCurrency: 'CNY', city: '杭州' })
    const other = await company('B', { annualRevenueMinor: 500_00, revenueCurrency: 'EUR', address: '文三路 1 号', city: '宁波' })
    await merge('company', winner, [other], { name: other, annualRevenueMinor: other, address: winner })
    const card = await app.ask('companies.get', { id: winner })
    expect(card).toMatchObject({ name: 'B', annualRevenueMinor: 500_00, revenueCurrency: 'EUR', city: '杭州', address: null })
    expect(card.points).toMatchObject([{ kind: 'address', value: '文三路 1 号', city: '宁波' }])
  })

  test('values that were not taken stand in a note in the language of the workspace', async () => {
    const winner = await company('杭州西湖科技', { industry: '软件' })
    const other = await company('西湖科技', {
      industry: '服务',
      annualRevenueMinor: 120_000_00,
      revenueCurrency: 'CNY',
      kind: 'partner',
    })
    await company('无关')
    await merge('company', winner, [other], { annualRevenueMinor: winner, kind: winner })
    expect(await notesOf(winner)).toEqual([
      '合并自“西湖科技”，未采用的资料：\n名称：西湖科技\n类别：合作伙伴\n行业：服务\n年营业额：¥120,000.00',
    ])
  })

  test('a winner whose own value gave way keeps it in the note, too', async () => {
    const winner = await company('旧名')
    const other = await company('新名')
    await merge('company', winner, [other], { name: other })
    expect(await notesOf(winner)).toEqual(['合并前此记录的原有资料：\n名称：旧名'])
  })
})

describe('the whole', () => {
  test('merging and taking it back leaves every row as it was', async () => {
    const winner = await company('杭州西湖科技', { phone: '0571 111' })
    const other = await company('西湖科技', { phone: '+86 571 222', parentId: winner })
    const mia = await person('王美', { companyId: other, role: '采购' })
    await app.ask('contacts.link', { contactId: mia, companyId: winner, role: null, isPrimary: false })
    await note(other, '电话聊过')
    await app.ask('deals.create', { title: '车队', companyId: other })
    const before = allRows(app)
    const documents = allDocuments(app)
    const done = await merge('company', winner, [other])
    expect(done).toMatchObject({ winner: { id: winner, name: '杭州西湖科技' }, merged: 1, moved: 3 })
    const card = await app.ask('companies.get', { id: winner })
    expect(card).toMatchObject({ parentId: null, phone: '0571 111', counts: { contacts: 1, openDeals: 1 } })
    expect(card.points).toMatchObject([{ kind: 'phone', value: '+86 571 222' }])
    expect(card.people).toMatchObject([{ link: { role: '采购', isPrimary: true } }])
    await app.ask('history.undo', { operation: await newestOperation(app) })
    expect(allRows(app)).toEqual(before)
    expect(allDocuments(app)).toEqual(documents)
  })
})

describe('refusals', () => {
  test('say what is wrong', async () => {
    const one = await company('A')
    const two = await company('B')
    const mia = await person('Mia')
    const preview = (...ids: string[]) => refusal('merges.preview', { recordType: 'company', ids })
    expect(await preview(one)).toBe('merges.tooFew')
    expect(await preview(one, one)).toBe('merges.tooFew')
    expect(await preview(one, mia)).toBe('merges.otherKind')
    expect(await preview(one, '01900000-0000-7000-8000-0000000000ff')).toBe('merges.gone')
    const many = fill(app, (tx) => Array.from({ length: 11 }, (_, place) => tx.insert('companies', { name: `C${place}` })))
    expect(await preview(...many)).toBe('merges.tooMany')
    await app.ask('companies.archive', { id: two, withDependents: false })
    expect(await preview(one, two)).toBe('merges.archived')
    await app.ask('companies.restore', { id: two })
    await merge('company', one, [two])
    expect(await preview(one, two)).toBe('merges.mergedAlready')
  })
})
