// Companies and contacts on a real engine: lists of any length in order, links with one primary company, and what is refused.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sortKey } from '#main/db/search/sort-key.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const NOBODY = '01900000-0000-7000-8000-0000000000ff'

type Sort = 'name' | 'updatedAt' | 'createdAt' | 'city' | 'industry'
type Question = {
  readonly sort?: Sort
  readonly direction?: 'asc' | 'desc'
  readonly text?: string
  readonly ownerId?: string | null
  readonly state?: 'active' | 'archived'
}

/** The whole list, as a window reads it: block by block behind the anchors of its outline. */
const readAll = async (question: Question) => {
  const { count, anchors, blockSize } = await app.ask('companies.outline', question)
  const blocks = []
  for (const after of anchors) blocks.push(await app.ask('companies.list', { ...question, after, limit: blockSize }))
  return { count, rows: blocks.flat() }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Names with many doubles and cities with many blanks, in one transaction. */
const fill = (number: number): void => {
  const cities = ['Köln', '杭州', null, 'Aachen', '', 'köln', '重庆', 'Zürich']
  app.writer.write({ actor: app.owner.userId, procedure: 'imports.run' }, (tx) => {
    for (let index = 0; index < number; index++) {
      tx.insert('companies', {
        name: `Company ${(index * 7919) % 97}`,
        city: cities[index % cities.length] ?? null,
        ownerId: index % 3 === 0 ? app.owner.userId : null,
      })
    }
  })
}

describe('a list of companies', () => {
  test('sorts Chinese by pinyin among Latin names, blanks last', async () => {
    const names = ['Zulu', '阿里', 'Bravo', '重庆火锅', 'école', '张三', 'Alpha', '单雄信']
    for (const [index, name] of names.entries()) await app.ask('companies.create', { name, city: index % 2 ? name : null })

    expect((await readAll({ sort: 'name' })).rows.map(({ name }) => name)).toEqual([
      ...['阿里', 'Alpha', 'Bravo', '重庆火锅', 'école', '单雄信', '张三', 'Zulu'],
    ])
    expect((await readAll({ sort: 'city' })).rows.map(({ city }) => city)).toEqual([
      ...['阿里', '重庆火锅', '单雄信', '张三', null, null, null, null],
    ])
  })

  describe('of more than a thousand rows, with doubles and blanks in the sorted column', () => {
    beforeEach(() => fill(1203))

    for (const sort of ['name', 'city', 'createdAt', 'industry'] as const) {
      for (const direction of ['asc', 'desc'] as const) {
        test(`equals a full sort when read in blocks, by ${sort} ${direction}`, async () => {
          const { count, rows } = await readAll({ sort, direction })
          const keyOf = (row: (typeof rows)[number]) => (sort === 'createdAt' ? row.createdAt : sortKey(row[sort]))
          const ascending = rows.toSorted((a, b) => compare(keyOf(a), keyOf(b)) || compare(a.id, b.id))

          expect(count).toBe(1203)
          expect(new Set(rows.map(({ id }) => id)).size).toBe(1203)
          const isBlank = (row: (typeof rows)[number]) => keyOf(row) === sortKey(null)
          const descending = ascending.toReversed()
          const blanksLast = [...descending.filter((row) => !isBlank(row)), ...descending.filter(isBlank)]
          expect(rows).toEqual(direction === 'asc' ? ascending : blanksLast)
        })
      }
    }

    test('is filtered by owner without losing a row', async () => {
      const { count, rows } = await readAll({ ownerId: app.owner.userId, sort: 'city' })
      expect(count).toBe(401)
      expect(new Set(rows.map(({ id }) => id)).size).toBe(401)
      expect(rows.every(({ ownerName }) => ownerName === 'Anna Berg')).toBe(true)
    })

    test('is filtered by what was typed, pinyin too', async () => {
      const { count, rows } = await readAll({ text: 'hangzhou' })
      expect({ count, found: rows.length }).toEqual({ count: 0, found: 0 })
      const typed = await readAll({ text: 'company 12' })
      expect(typed.count).toBe(typed.rows.length)
      expect(typed.rows.every(({ name }) => name === 'Company 12')).toBe(true)
      expect(typed.count).toBeGreaterThan(10)
    })
  })

  test('of nothing has no rows and no blocks', async () => {
    expect(await app.ask('companies.outline', {})).toEqual({ count: 0, blockSize: 200, anchors: [] })
  })

  test('of exactly 200 rows is one block', async () => {
    fill(200)
    expect((await app.ask('companies.outline', {})).anchors).toEqual([null])
    fill(1)
    const { anchors } = await app.ask('companies.outline', {})
    expect(anchors).toHaveLength(2)
    expect(await app.ask('companies.list', { after: anchors[1] ?? null, limit: 200 })).toHaveLength(1)
  })

  test('keeps the archived apart, where undone ones never come', async () => {
    const kept = await app.ask('companies.create', { name: 'Kept' })
    const filed = await app.ask('companies.create', { name: 'Filed' })
    await app.ask('companies.create', { name: 'Mistake' })
    await app.ask('history.undoLast', {})
    await app.ask('companies.archive', { id: filed.id })

    expect((await readAll({})).rows.map(({ id }) => id)).toEqual([kept.id])
    expect((await readAll({ state: 'archived' })).rows.map(({ id }) => id)).toEqual([filed.id])

    await app.ask('companies.restore', { id: filed.id })
    expect((await readAll({})).count).toBe(2)
  })

  test('says which tables it read, so that a window knows when to ask again', async () => {
    expect(await app.call('companies.list', { after: null, limit: 50 })).toMatchObject({
      reads: expect.arrayContaining(['companies', 'users']),
    })
  })
})

describe('a company', () => {
  test('shows its parent, owner and what is open', async () => {
    const me = await app.ask('users.me', {})
    const group = await app.ask('companies.create', { name: 'Group' })
    const shop = await app.ask('companies.create', { name: 'Shop', parentId: group.id, ownerId: me.id })
    const deal = await app.ask('deals.create', { title: 'A', companyId: shop.id })
    await app.ask('deals.create', { title: 'B', companyId: shop.id })
    await app.ask('deals.win', { id: deal.id })
    await app.ask('tickets.create', { subject: 'Broken', companyId: shop.id })
    await app.ask('contacts.create', { name: 'Li Lei', companyId: shop.id, role: '经理' })

    expect(await app.ask('companies.get', { id: shop.id })).toMatchObject({
      ownerName: 'Anna Berg',
      parent: { id: group.id, name: 'Group' },
      counts: { contacts: 1, openDeals: 1, openTickets: 1 },
    })
    expect(await app.ask('companies.contacts', { id: shop.id })).toMatchObject([
      { link: { role: '经理', isPrimary: true }, contact: { name: 'Li Lei' } },
    ])
  })

  test('cannot belong to itself or to one of its own', async () => {
    const group = await app.ask('companies.create', { name: 'Group' })
    const shop = await app.ask('companies.create', { name: 'Shop', parentId: group.id })
    for (const parentId of [group.id, shop.id]) {
      expect(await app.call('companies.update', { id: group.id, parentId })).toMatchObject({
        ok: false,
        error: { code: 'invalid_input', issues: [{ field: 'parentId', code: 'parent_circle' }] },
      })
    }
  })

  test('with an owner who is not there is refused', async () => {
    expect(await app.call('companies.create', { name: 'A', ownerId: NOBODY })).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', issues: [{ field: 'ownerId', code: 'reference_gone' }] },
    })
    expect((await readAll({})).count).toBe(0)
  })

  test('takes rare characters, emoji and long texts as they are, and repairs half characters', async () => {
    const name = "𠮷野家 👨‍👩‍👧 '; DROP TABLE companies; -- שלום"
    const description = '长'.repeat(20_000)
    const { id } = await app.ask('companies.create', { name: `  ${name}\n`, description })
    expect(await app.ask('companies.get', { id })).toMatchObject({ name, description })

    expect((await app.ask('companies.create', { name: 'half \ud83d' })).name).toBe('half \ufffd')
    expect(await app.call('companies.create', { name: '   ' })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    expect(await app.call('companies.create', { name: 'x'.repeat(201) })).toMatchObject({ ok: false })
  })

  test('that is not there is told apart from a fault of ours', async () => {
    expect(await app.call('companies.get', { id: NOBODY })).toMatchObject({
      ok: false,
      error: { code: 'not_found', messageKey: 'customers.companyGone' },
    })
  })

  test('whose change changes nothing writes no history', async () => {
    const { id } = await app.ask('companies.create', { name: 'Same' })
    expect(await app.call('companies.update', { id, name: 'Same' })).toMatchObject({ ok: true, operation: null })
  })
})

describe('a picker', () => {
  test('offers the first by name before anything is typed, then what fits', async () => {
    for (let index = 30; index > 0; index--) await app.ask('companies.create', { name: `Firm ${String(index).padStart(2, '0')}` })
    await app.ask('companies.create', { name: '杭州西湖科技' })

    const first = await app.ask('companies.pick', { text: '' })
    expect(first).toHaveLength(20)
    expect(first[0]?.name).toBe('Firm 01')
    expect(await app.ask('companies.pick', { text: 'xihu' })).toMatchObject([{ name: '杭州西湖科技' }])
    expect(await app.ask('companies.pick', { text: '"%_' })).toEqual([])
  })

  test('of contacts can be kept to one company', async () => {
    const acme = await app.ask('companies.create', { name: 'Acme' })
    await app.ask('contacts.create', { name: 'Anna Inside', companyId: acme.id })
    await app.ask('contacts.create', { name: 'Anna Outside' })
    const pick = async (text: string) => (await app.ask('contacts.pick', { text, companyId: acme.id })).map(({ name }) => name)

    expect(await pick('')).toEqual(['Anna Inside'])
    expect(await pick('ann')).toEqual(['Anna Inside'])
    expect(await pick('bob')).toEqual([])
    expect(await app.ask('contacts.pick', { text: 'ann' })).toHaveLength(2)
  })
})

describe('a contact at several companies', () => {
  const companiesOf = async (id: string) =>
    (await app.ask('contacts.get', { id })).companies.map(({ company, link }) => [company.name, link.role, link.isPrimary])

  const linked = async () => {
    const [a, b, c] = [
      await app.ask('companies.create', { name: 'A' }),
      await app.ask('companies.create', { name: 'B' }),
      await app.ask('companies.create', { name: 'C' }),
    ]
    const contact = await app.ask('contacts.create', { name: '张三', companyId: a.id, role: '总经理' })
    const link = (companyId: string, role: string | null, isPrimary: boolean) =>
      app.ask('contacts.link', { contactId: contact.id, companyId, role, isPrimary })
    await link(b.id, 'Adviser', false)
    return { contactId: contact.id, a, b, c, link }
  }

  test('has a role at each, and one primary company', async () => {
    const { contactId, c, link } = await linked()
    expect(await companiesOf(contactId)).toEqual([
      ['A', '总经理', true],
      ['B', 'Adviser', false],
    ])

    await link(c.id, null, true)
    expect(await companiesOf(contactId)).toEqual([
      ['C', null, true],
      ['A', '总经理', false],
      ['B', 'Adviser', false],
    ])
    expect(await app.ask('contacts.list', { after: null, limit: 10 })).toMatchObject([{ name: '张三', company: { name: 'C' } }])
  })

  test('changes a role without making a second link', async () => {
    const { contactId, a, link } = await linked()
    await link(a.id, '董事长', false)
    expect(await companiesOf(contactId)).toEqual([
      ['A', '董事长', true],
      ['B', 'Adviser', false],
    ])
  })

  test('keeps of a link what a change leaves out', async () => {
    const { contactId, a, b } = await linked()
    await app.ask('contacts.link', { contactId, companyId: b.id, isPrimary: true })
    await app.ask('contacts.link', { contactId, companyId: a.id, role: '董事长' })
    expect(await companiesOf(contactId)).toEqual([
      ['B', 'Adviser', true],
      ['A', '董事长', false],
    ])
  })

  test('gets the oldest other company as primary when the primary one goes, and both come back by undo', async () => {
    const { contactId, a } = await linked()
    await app.ask('contacts.unlink', { contactId, companyId: a.id })
    expect(await companiesOf(contactId)).toEqual([['B', 'Adviser', true]])

    await app.ask('history.undoLast', {})
    expect(await companiesOf(contactId)).toEqual([
      ['A', '总经理', true],
      ['B', 'Adviser', false],
    ])
  })

  test('can be linked again where it was unlinked', async () => {
    const { contactId, b, link } = await linked()
    await app.ask('contacts.unlink', { contactId, companyId: b.id })
    await link(b.id, 'Back again', false)
    expect(await companiesOf(contactId)).toContainEqual(['B', 'Back again', false])
    expect(await app.call('contacts.unlink', { contactId, companyId: NOBODY })).toMatchObject({
      ok: false,
      error: { code: 'not_found', messageKey: 'customers.linkGone' },
    })
  })

  test('is made together with its link, in one operation', async () => {
    const { contactId } = await linked()
    await app.ask('history.undoLast', {})
    await app.ask('history.undoLast', {})
    expect(await app.call('contacts.get', { id: contactId })).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })
})

test('someone who may only look changes nothing', async () => {
  const guest = { ...app.owner, rights: ['customers.view'] }
  expect(await app.call('companies.create', { name: 'A' }, guest)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  expect(await app.call('contacts.create', { name: 'A' }, guest)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  expect((await readAll({})).count).toBe(0)
})
