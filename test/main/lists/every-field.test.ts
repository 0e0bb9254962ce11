// Every field of every list, on the sample office: shown, sorted by both ways, grouped by, and summed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operatorsOf } from '#shared/lists/field-type.ts'
import { listEntity } from '#shared/lists/list-entity.ts'
import { listFields } from '#shared/lists/list-fields.ts'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ language: 'zh-CN' })
  await app.ask('samples.create', { language: 'zh-CN' })
  const [company] = await app.ask('companies.list', { after: null, limit: 1 })
  const tea = await app.ask('products.create', {
    name: '龙井茶',
    code: 'LJ-1',
    category: '茶叶',
    unit: '盒',
    unitPriceE4: 1_280_000,
  })
  await app.ask('products.create', { name: '茶杯', currency: 'JPY', unitPriceE4: 5_000_000, isDiscontinued: true })
  for (let index = 0; index < 8; index++) await app.ask('products.create', { name: `样品${index}` })
  const lines = [{ productId: tea.id, quantityMilli: 3000, discountBp: 500 }]
  await app.ask('orders.create', { companyId: company?.id ?? null, ownerId: app.owner.userId, freightMinor: 1000, lines })
  await app.ask('orders.create', {
    number: '旧-7',
    orderedOn: '2025-11-30',
    statedTotalMinor: 990,
    currency: 'JPY',
    status: 'done',
  })
  for (let index = 0; index < 8; index++) await app.ask('orders.create', { orderedOn: null, shipTo: '杭州' })
})
afterAll(() => app.close())

describe.each(listEntity.options)('%s', (entity) => {
  const fields = listFields[entity]
  const columns = fields.map(({ id }) => id)
  const count = async (filter: { items: { field: string; operator: 'empty' | 'notEmpty' | 'yes' | 'no' }[] } = { items: [] }) =>
    (await app.ask('lists.count', { entity, filter })).count

  test('show every field in every row', async () => {
    const { rows } = await app.ask('lists.page', { entity, columns, limit: 1000 })
    expect(rows.length).toBeGreaterThan(0)
    for (const { cells } of rows) expect(Object.keys(cells)).toEqual(columns)
  })

  test('lose no row in any order, and repeat none', async () => {
    const whole = await count()
    for (const { id } of fields.filter(({ isSortable }) => isSortable)) {
      for (const direction of ['asc', 'desc'] as const) {
        const asked = { entity, columns: [], sort: { field: id, direction } }
        const first = await app.ask('lists.page', { ...asked, limit: 7 })
        const rest = await app.ask('lists.page', { ...asked, limit: 1000, after: first.next })
        const ids = [...first.rows, ...rest.rows].map((row) => row.id)
        expect({ id, direction, rows: new Set(ids).size, read: ids.length }).toEqual({ id, direction, rows: whole, read: whole })
      }
    }
  })

  test('are parted by every field into what holds a value and what does not', async () => {
    const whole = await count()
    for (const { id, type } of fields.filter(({ isFilterable }) => isFilterable)) {
      const [one, other] = type === 'boolean' ? (['yes', 'no'] as const) : (['empty', 'notEmpty'] as const)
      expect(operatorsOf[type]).toContain(one)
      const parts = [
        await count({ items: [{ field: id, operator: one }] }),
        await count({ items: [{ field: id, operator: other }] }),
      ]
      expect({ id, sum: parts.reduce((sum, part) => sum + part) }).toEqual({ id, sum: whole })
    }
  })

  test('add up in groups by every field that can be grouped by', async () => {
    const total = await app.ask('lists.totals', { entity, columns })
    for (const { id } of fields.filter(({ isGroupable }) => isGroupable)) {
      const { groups, isCut } = await app.ask('lists.groups', { entity, group: id, columns })
      expect(isCut).toBe(false)
      expect({ id, count: groups.reduce((sum, group) => sum + group.count, 0) }).toEqual({ id, count: total.count })
      for (const group of groups) {
        const own = await app.ask('lists.totals', { entity, columns, filter: { items: [group.condition] } })
        expect({ id, key: group.key, ...own }).toEqual({ id, key: group.key, count: group.count, sums: group.sums })
      }
    }
  })
})
