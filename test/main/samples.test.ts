// Sample data: there to look around with, gone in one click, and never taking the user's own work along.
import { afterEach, describe, expect, test } from 'vitest'
import { readPhone } from '#shared/records/phone.ts'
import { birthdayProblem } from '#shared/records/birthday.ts'
import type { Language } from '#shared/base/messages.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
afterEach(() => app.close())

const rows = <Row>(sql: string): Row[] => app.writer.raw.prepare<[], Row>(sql).all()
const active = (table: string): number =>
  rows<{ n: number }>(`select count(*) as n from ${table} where archivedAt is null`)[0]?.n ?? -1
const SAMPLE_TABLES = [
  ...['companies', 'contacts', 'companyContacts', 'deals', 'tickets', 'ticketMessages', 'activities'],
  ...['lifecycleMoves', 'contactPoints', 'relations', 'tags', 'recordTags'],
]
const withSamples = async (language: Language): Promise<void> => {
  app = await createTestApp({ language })
  await app.ask('samples.create', { language })
}

describe.each([
  {
    language: 'en',
    currency: 'EUR',
    name: /^[A-Z][\p{L}' -]+ [A-Z][\p{L}' -]+$/u,
    company: /(?: Ltd| GmbH| SARL)$/u,
    phone: /^\+(?:44|49|33)/u,
  },
  {
    language: 'zh-CN',
    currency: 'CNY',
    name: /^\p{Script=Han}{2,4}$/u,
    company: /^\p{Script=Han}+有限公司$/u,
    phone: /^0\d{2,3}-12\d{6}$/u,
  },
] as const)('samples in $language', ({ language, currency, name, company, phone }) => {
  test('fill every screen', async () => {
    await withSamples(language)
    expect(active('companies')).toBe(60)
    expect(active('contacts')).toBe(120)
    expect(active('deals')).toBe(80)
    expect(active('tickets')).toBe(40)
    expect(active('activities')).toBe(307)
    expect(await app.ask('samples.status', {})).toEqual({ records: 607 })
    expect(rows('select count(*) as n from companies where isSample = 0')).toEqual([{ n: 0 }])
    const board = await app.ask('deals.board', {})
    for (const column of board.columns) expect(column.count).toBeGreaterThan(0)
    expect(board.columns.flatMap(({ sums }) => sums.map((sum) => sum.currency))).toEqual(board.columns.map(() => currency))
    expect((await app.ask('activities.tasks', {})).tasks.length).toBeGreaterThan(20)
  })

  test('show what stands around customers, and what is planned', async () => {
    await withSamples(language)
    const stages = await app.ask('lifecycleStages.list', {})
    for (const { counts } of stages) expect(counts.company).toBeGreaterThan(3)
    expect(new Set(rows<{ kind: string }>('select kind from companies').map(({ kind }) => kind))).toEqual(
      new Set([null, 'partner', 'supplier', 'competitor']),
    )
    for (const { total } of await app.ask('tags.list', {})) expect(total).toBeGreaterThan(3)
    for (const { kind } of rows<{ kind: string }>('select distinct kind from relations')) {
      expect(['manager', 'referrer']).toContain(kind)
    }
    for (const { birthday } of rows<{ birthday: string }>('select birthday from contacts where birthday is not null')) {
      expect(birthdayProblem(birthday, '2026-03-02')).toBeNull()
    }
    const week = await app.ask('activities.calendar', { from: '2026-03-02', to: '2026-03-08' })
    expect(week.entries.filter(({ kind }) => kind === 'meeting')).toHaveLength(3)
    expect(week.entries.find(({ recurrence }) => recurrence !== null)).toMatchObject({ dueOn: '2026-03-06' })
    const [{ id } = { id: '' }] = rows<{ id: string }>('select recordId as id from activities where pinnedAt is not null')
    expect((await app.ask('companies.get', { id })).pinned).toHaveLength(1)
  })

  test('are written for the culture, and are nobody’s', async () => {
    await withSamples(language)
    for (const row of rows<{ name: string; phone: string; email: string }>('select name, phone, email from contacts')) {
      expect(row.name).toMatch(name)
      expect(row.phone).toMatch(phone)
      expect(readPhone(row.phone, 'CN').warning, row.phone).toBeNull()
      expect(row.email).toMatch(/^[a-z0-9.]+@[a-z0-9-]+\.example$/u)
    }
    const companies = rows<{ name: string }>('select name from companies').map((row) => row.name)
    for (const one of companies) expect(one).toMatch(company)
    expect(new Set(companies).size).toBe(60)
  })

  test('lie around today, and nothing that is over lies ahead', async () => {
    await withSamples(language)
    expect(
      rows(`select count(*) as n from deals where closedOn > '2026-03-02' or openedOn > coalesce(closedOn, '2026-03-02')`),
    ).toEqual([{ n: 0 }])
    expect(
      rows<{ months: number }>(`select count(distinct substr(closedOn, 1, 7)) as months from deals where status = 'won'`)[0]
        ?.months,
    ).toBeGreaterThanOrEqual(12)
    expect(rows(`select count(*) as n from activities where kind <> 'task' and happenedAt > '2026-03-02T12'`)).toEqual([{ n: 0 }])
    expect(rows(`select count(*) as n from tickets where closedAt < createdAt`)).toEqual([{ n: 0 }])
  })

  test('are the same each time', async () => {
    await withSamples(language)
    const first = rows('select title, amountMinor, openedOn from deals order by id')
    app.close()
    await withSamples(language)
    expect(rows('select title, amountMinor, openedOn from deals order by id')).toEqual(first)
  })
})

describe('removing the samples', () => {
  test('takes all of them, and one undo brings them back', async () => {
    await withSamples('en')
    const reply = await app.call('samples.remove', {})
    expect(reply).toMatchObject({ ok: true, data: { removed: 607, kept: [] } })
    for (const table of SAMPLE_TABLES) {
      expect(active(table)).toBe(0)
    }
    expect(await app.ask('search.find', { text: 'Alder' })).toEqual([])

    await app.ask('history.undoLast', {})
    expect(await app.ask('samples.status', {})).toEqual({ records: 607 })
  })

  test('keeps and names what was changed, with the customers it hangs on', async () => {
    await withSamples('en')
    const [deal] = rows<{ id: string; companyId: string; contactId: string | null }>(
      'select id, companyId, contactId from deals where contactId is not null limit 1',
    )
    await app.ask('deals.update', { id: deal?.id ?? '', title: 'Ours now' })
    const { removed, kept } = await app.ask('samples.remove', {})
    expect(kept.map(({ table, id }) => [table, id])).toEqual([
      ['companies', deal?.companyId],
      ['contacts', deal?.contactId],
      ['deals', deal?.id],
    ])
    expect(kept[2]?.name).toBe('Ours now')
    expect(removed).toBe(604)
  })

  test('never touches the user’s own records, nor what they stand on', async () => {
    await withSamples('zh-CN')
    const own = await app.ask('companies.create', { name: '自己的公司' })
    const [ticket] = rows<{ id: string; companyId: string }>('select id, companyId from tickets limit 1')
    await app.ask('activities.log', { kind: 'note', recordType: 'ticket', recordId: ticket?.id ?? '', text: '自己的备注' })
    const [ordering] = rows<{ id: string }>('select id from companies where id not in (select companyId from tickets) limit 1')
    await app.ask('orders.create', { companyId: ordering?.id ?? null })
    const { kept } = await app.ask('samples.remove', {})
    expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining([ticket?.id, ticket?.companyId, ordering?.id]))
    expect(kept.map(({ id }) => id)).not.toContain(own.id)
    expect(await app.ask('companies.get', { id: own.id })).toMatchObject({ name: '自己的公司', archivedAt: null })
  })

  test('what was changed and changed back by undo goes with the others', async () => {
    await withSamples('en')
    const [deal] = rows<{ id: string }>('select id from deals limit 1')
    await app.ask('deals.update', { id: deal?.id ?? '', title: 'Ours now' })
    await app.ask('history.undoLast', {})
    expect(await app.ask('samples.remove', {})).toMatchObject({ removed: 607, kept: [] })
  })

  test('samples are not added twice, but can be added again', async () => {
    await withSamples('en')
    expect(await app.call('samples.create', { language: 'en' })).toMatchObject({
      ok: false,
      error: { code: 'conflict', messageKey: 'samples.already_there' },
    })
    await app.ask('samples.remove', {})
    expect(await app.ask('samples.create', { language: 'zh-CN' })).toEqual({ records: 607 })
  })
})
