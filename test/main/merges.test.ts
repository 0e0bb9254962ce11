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

describe('what is there twice', () => {
  test('numbers in other writings and parts of an address are taken over once, with what was noted beside them', async () => {
    const winner = await company('A', { phone: '0571-8888 1111', city: '杭州', address: '文三路 1 号' })
    const other = await company('B', { phone: '+86 571 8888 1111', city: '杭州' })
    const point = { recordType: 'company', recordId: other, kind: 'phone' } as const
    await app.ask('contactPoints.add', { ...point, value: '057188881111', note: '上午打' })
    await app.ask('contactPoints.add', { ...point, value: '139 1111 8013', note: '王总' })
    await app.ask('contactPoints.add', { ...point, recordId: winner, value: '１３９１１１１８０１３' })
    await merge('company', winner, [other])
    const { points } = await app.ask('companies.get', { id: winner })
    expect(points).toMatchObject([{ kind: 'phone', value: '13911118013', note: '王总' }])
    expect(await notesOf(winner)).toEqual(['合并自“B”，未采用的资料：\n名称：B\n0571-8888 1111：上午打'])
  })

  test('a link, a tag and a favourite of both stay once, and a role that gave way stands in the note', async () => {
    const [winner, other] = [await company('A'), await company('B')]
    const mei = await person('王美', { companyId: other, role: '采购' })
    await app.ask('contacts.link', { contactId: mei, companyId: winner, role: '经理', isPrimary: false })
    const { id: tagId } = await app.ask('tags.create', { name: '重点' })
    for (const recordId of [winner, other]) {
      await app.ask('tags.set', { recordType: 'company', recordId, tagIds: [tagId] })
      await app.ask('favourites.add', { recordType: 'company', recordId })
    }
    await merge('company', winner, [other])
    const card = await app.ask('companies.get', { id: winner })
    expect(card.people).toMatchObject([{ link: { role: '经理', isPrimary: true }, contact: { id: mei } }])
    expect(card.tags.map(({ id }) => id)).toEqual([tagId])
    expect(await app.ask('favourites.list', {})).toMatchObject([{ recordId: winner, name: 'A' }])
    expect(await notesOf(winner)).toEqual(['合并自“B”，未采用的资料：\n名称：B\n王美：采购'])
    // The same tag and link again are the same rows.
    await app.ask('tags.set', { recordType: 'company', recordId: winner, tagIds: [] })
    await app.ask('tags.set', { recordType: 'company', recordId: winner, tagIds: [tagId] })
    expect((await app.ask('companies.get', { id: winner })).tags.length).toBe(1)
  })

  test('people who become one have one main company and no relation to themselves', async () => {
    const [first, second] = [await company('A'), await company('B')]
    const winner = await person('王美', { companyId: first })
    const other = await person('王美美', { companyId: second })
    const boss = await person('李总')
    await app.ask('relations.add', { contactId: winner, otherId: other, kind: 'colleague' })
    await app.ask('relations.add', { contactId: winner, otherId: boss, kind: 'manager' })
    await app.ask('relations.add', { contactId: boss, otherId: other, kind: 'report' })
    await merge('contact', winner, [other])
    const card = await app.ask('contacts.get', { id: winner })
    expect(card.companies.map(({ company: { name }, link }) => [name, link.isPrimary])).toEqual([
      ['A', true],
      ['B', false],
    ])
    expect(card.relations).toMatchObject([{ kind: 'manager', contact: { id: boss } }])
  })
})

describe('what names a record elsewhere', () => {
  test('the office’s own fields and the conditions of views name the winner', async () => {
    const [winner, other, third] = [await company('A'), await company('B'), await company('C')]
    const { key } = await app.ask('customFields.create', {
      entity: 'company',
      name: '承运商',
      type: 'reference',
      config: { target: 'company' },
    })
    await app.ask('companies.update', { id: third, custom: { [key]: other } })
    const condition = { field: 'parentId', operator: 'anyOf' as const, value: [winner, other] }
    const config = { filter: { join: 'and', items: [condition] } } as const
    const view = await app.ask('views.create', { entity: 'companies', name: '集团', config })
    await merge('company', winner, [other])
    expect((await app.ask('companies.get', { id: third })).custom).toEqual({ [key]: winner })
    const views = await app.ask('views.list', { entity: 'companies' })
    expect(JSON.stringify(views)).not.toContain(other)
    expect(views.find(({ id }) => id === view.id)?.config.filter.items).toEqual([{ ...condition, value: [winner] }])
  })

  test('a chosen value of the office’s own comes along, a number that Kith gave does not', async () => {
    const grade = await app.ask('customFields.create', {
      ...{ entity: 'company', name: '等级', type: 'choice', choices: [{ name: '金牌' }, { name: '银牌' }] },
    })
    const number = await app.ask('customFields.create', {
      entity: 'company',
      name: '客户编号',
      type: 'autoNumber',
      config: { prefix: 'KH' },
    })
    const [gold = { id: '' }, silver = { id: '' }] = grade.choices
    const winner = await company('A', { custom: { [grade.key]: gold.id } })
    const other = await company('B', { custom: { [grade.key]: silver.id } })
    const before = (await app.ask('companies.get', { id: winner })).custom[number.key]
    const others = (await app.ask('companies.get', { id: other })).custom[number.key]
    fill(app, (tx) => tx.archive('fieldChoices', silver.id))
    await merge('company', winner, [other], { [grade.key]: other, [number.key]: other })
    expect((await app.ask('companies.get', { id: winner })).custom).toEqual({ [grade.key]: silver.id, [number.key]: before })
    expect((await notesOf(winner)).join()).toContain(`客户编号：${String(others)}`)
  })

  test('what must be there once may go over, because the other goes first', async () => {
    await app.ask('fieldRules.create', {
      entity: 'company',
      name: '信用代码',
      config: { kind: 'unique', field: 'creditCode', message: null },
    })
    const [winner, other] = [await company('A'), await company('B', { creditCode: '914403001922038216' })]
    await merge('company', winner, [other])
    expect(await app.ask('companies.get', { id: winner })).toMatchObject({ creditCode: '914403001922038216' })
  })

  test('values that break a rule of the office together are refused by field, and nothing is written', async () => {
    await app.ask('fieldRules.create', {
      entity: 'company',
      name: '规模',
      config: { kind: 'range', field: 'employees', min: 60, max: null, message: null },
    })
    const winner = await company('A')
    const other = fill(app, (tx) => tx.insert('companies', { name: 'B', employees: 5 }))
    const before = allRows(app)
    const reply = await app.call('merges.run', { recordType: 'company', winnerId: winner, loserIds: [other] })
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid_input', issues: [{ field: 'employees' }] } })
    expect(allRows(app)).toEqual(before)
    await merge('company', winner, [other], { employees: winner })
    expect(await notesOf(winner)).toEqual(['合并自“B”，未采用的资料：\n名称：B\n员工数：5'])
  })
})

describe('companies that belong to each other', () => {
  test('a company that belonged to one of its own daughters belongs to none', async () => {
    const top = await company('Top')
    const middle = await company('Middle', { parentId: top })
    const below = await company('Below', { parentId: middle })
    const { warnings } = await app.ask('merges.preview', { recordType: 'company', ids: [top, below], winnerId: below })
    expect(warnings).toContainEqual({ kind: 'parentCircle', names: ['Below'] })
    await merge('company', below, [top])
    expect(await app.ask('companies.get', { id: below })).toMatchObject({ parentId: null, children: [{ id: middle }] })
  })

  test('the sentences before a merge say what speaks against it', async () => {
    const [first, second] = [
      await company('A', { creditCode: '914403001922038216', ownerId: app.owner.userId }),
      await company('B', { creditCode: '91330100MA2CFRHK0T' }),
    ]
    fill(app, (tx) => {
      const [aId = '', bId = ''] = [first, second].toSorted()
      tx.put('notDuplicates', ['company', aId, bId], { recordType: 'company', aId, bId })
    })
    const { warnings, winnerId } = await app.ask('merges.preview', { recordType: 'company', ids: [second, first] })
    expect(winnerId).toBe(first)
    expect(warnings.map(({ kind }) => kind)).toEqual(['notDuplicates', 'creditCodes'])
  })
})

describe('what was merged', () => {
  test('leads to the record that took it in, over several merges, and is met nowhere else', async () => {
    const [one, two, three] = [await company('杭州一'), await company('杭州二'), await company('杭州三')]
    await merge('company', two, [one])
    await merge('company', three, [two])
    expect(await app.ask('merges.winnerOf', { recordType: 'company', id: one })).toMatchObject({
      name: '杭州一',
      winner: { id: three },
    })
    expect(await app.ask('merges.winnerOf', { recordType: 'company', id: three })).toBeNull()
    expect(await app.ask('merges.mergedInto', { recordType: 'company', id: three })).toMatchObject([{ id: two }])
    expect((await app.ask('companies.pick', { text: '杭州' })).map(({ id }) => id)).toEqual([three])
    const hits = await app.ask('search.find', { text: '杭州' })
    expect(hits.filter(({ kind }) => kind === 'company').map(({ id }) => id)).toEqual([three])
    for (const state of ['active', 'archived'] as const) {
      const listed = await app.ask('companies.list', { after: null, limit: 10, state })
      expect(listed.map(({ id }) => id)).toEqual(state === 'active' ? [three] : [])
    }
    expect(await refusal('companies.restore', { id: one })).toBe('merges.noRestore')
    expect(await refusal('activities.log', { recordType: 'company', recordId: one, kind: 'note', text: 'x' })).toBe(
      'activities.recordArchived',
    )
  })

  test('is told in the timeline and in the history of both', async () => {
    const [winner, other] = [await company('A'), await company('B')]
    await merge('company', winner, [other])
    const { entries } = await app.ask('timeline.of', { recordType: 'company', recordId: winner, kinds: ['merge'] })
    expect(entries).toMatchObject([{ kind: 'merge', actorName: 'Anna Berg', records: [{ id: other, name: 'B' }] }])
    expect(await app.ask('timeline.counts', { recordType: 'company', recordId: winner })).toMatchObject({ merge: 1, note: 1 })
    const [last] = await app.ask('history.ofRecord', { table: 'companies', id: other })
    expect(last?.changes).toContainEqual(expect.objectContaining({ field: 'mergedIntoId', to: 'A' }))
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
