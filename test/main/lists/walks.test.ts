// Lists by the name of another record: its owner, its company, the company of a person.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ListCursor, ListRow } from '#shared/lists/list-question.ts'
import { sortKey } from '#main/db/search/sort-key.ts'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp

/** Some named alike, some in the bin; every third person has two companies, every fifth none, as deals have. */
const fill = ({ writer }: TestApp): void => {
  const stage = writer.raw.prepare<[], { id: string; pipelineId: string }>('SELECT id, pipelineId FROM stages LIMIT 1').get()
  if (!stage) throw new Error('There is no stage.')
  writer.write({ actor: null, procedure: 'test.fill' }, (tx) => {
    const users = ['钱二', 'Zoe', '钱二', 'Ada'].map((name) => tx.insert('users', { name, canSignIn: true }))
    const ownerOf = (index: number) => (index % 7 === 0 ? null : (users[(index * 5) % users.length] ?? null))
    const companies = Array.from({ length: 23 }, (_, index) =>
      tx.insert('companies', { name: `${['重庆', 'Müller', '华腾', 'acme'][index % 4]} ${index % 9}`, ownerId: ownerOf(index) }),
    )
    for (const [index, id] of companies.entries()) {
      if (index % 3 === 1) tx.update('companies', id, { parentId: companies[(index * 7) % 23] ?? null })
    }
    for (let index = 0; index < 90; index++) {
      const contactId = tx.insert('contacts', { name: `Person ${index % 40}`, ownerId: ownerOf(index) })
      const linked = index % 5 === 0 ? [] : index % 3 === 0 ? [index, index + 4] : [index]
      for (const [place, one] of linked.entries()) {
        const companyId = companies[one % 23] ?? ''
        tx.put('companyContacts', [companyId, contactId], { companyId, contactId, role: null, isPrimary: place === index % 2 })
      }
      tx.insert('deals', {
        ...{
          title: `Deal ${index % 40}`,
          pipelineId: stage.pipelineId,
          stageId: stage.id,
          status: 'open',
          position: `a${index}`,
        },
        ...{ companyId: index % 5 === 0 ? null : (companies[index % 23] ?? null), ownerId: ownerOf(index), currency: 'EUR' },
        ...{ contactId: index % 4 === 0 ? null : contactId, amountMinor: 100, closedOn: null, expectedCloseOn: null },
      })
      if (index % 17 === 0) tx.archive('contacts', contactId)
    }
    for (const id of companies.slice(0, 6)) tx.archive('companies', id)
  })
}
beforeAll(async () => {
  app = await createTestApp()
  fill(app)
})
afterAll(() => app.close())

const nameIn = ({ cells }: ListRow, field: string): string | null => {
  const cell = cells[field]
  return typeof cell === 'object' && cell !== null && 'name' in cell ? sortKey(cell.name) : null
}

type Entity = 'companies' | 'contacts' | 'deals'
type Direction = 'asc' | 'desc'
const asked = (
  [
    ['companies', 'ownerId'],
    ['companies', 'parentId'],
    ['contacts', 'ownerId'],
    ['contacts', 'companyId'],
    ['deals', 'ownerId'],
    ['deals', 'companyId'],
    ['deals', 'contactId'],
  ] as const
).flatMap(([entity, field]) => (['asc', 'desc'] as const).map((direction) => [entity, field, direction] as const))

const pagesOf = async (entity: Entity, field: string, direction: Direction, filter: object): Promise<string[]> => {
  const ids: string[] = []
  let after: ListCursor | null = null
  do {
    const page: { rows: ListRow[]; next: ListCursor | null } = await app.ask('lists.page', {
      ...{ entity, sort: { field, direction }, columns: [field], after, limit: 7, ...filter },
    })
    ids.push(...page.rows.map(({ id }) => id))
    after = page.next
  } while (after)
  return ids
}

test.each(asked)('%s by %s %s follow each other page by page, each once, blanks last', async (entity, field, direction) => {
  const sign = direction === 'asc' ? 1 : -1
  for (const filter of [{}, { filter: { items: [{ field: 'ownerId', operator: 'notEmpty', value: null } as const] } }]) {
    const { rows } = await app.ask('lists.page', { entity, columns: [field], limit: 1000, ...filter })
    const expected = rows.toSorted((one, other) => {
      const [a, b] = [nameIn(one, field), nameIn(other, field)]
      if (a !== b && (a === null || b === null)) return a === null ? 1 : -1
      return sign * (Buffer.compare(Buffer.from(a ?? ''), Buffer.from(b ?? '')) || (one.id < other.id ? -1 : 1))
    })
    expect(await pagesOf(entity, field, direction, filter)).toEqual(expected.map(({ id }) => id))
  }
})
