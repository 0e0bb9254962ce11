// The order of a list: by pinyin, blanks last whichever way, the same row never twice, and a scrollbar that can jump.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ListCursor } from '#shared/lists/list-question.ts'
import { sortKey } from '#main/db/search/sort-key.ts'
import type { TestApp } from '../../support/test-app.ts'
import { type Listed, openOffice, own } from './listed-office.ts'

let app: TestApp
let rows: Listed[]
beforeAll(async () => {
  ;({ app, rows } = await openOffice(650))
})
afterAll(() => app.close())

type Key = string | number | null
const keys: Readonly<Record<string, (row: Listed) => Key>> = {
  name: (row) => sortKey(row.name),
  city: (row) => (row.city ? sortKey(row.city) : null),
  country: (row) => (row.country ? sortKey(row.country) : null),
  employees: (row) => row.employees,
  [own.text]: (row) => (typeof row.custom[own.text] === 'string' ? sortKey(String(row.custom[own.text])) : null),
  [own.number]: (row) => (row.custom[own.number] as number | null) ?? null,
  [own.day]: (row) => (row.custom[own.day] as string | null) ?? null,
  // Choices stand in the order that the office gave them.
  [own.choice]: (row) => (row.custom[own.choice] ? -Number(String(row.custom[own.choice]).at(-1)) : null),
}

const byBytes = (a: string | number, b: string | number): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)))
}

const sorted = (field: string, direction: 'asc' | 'desc', among = rows): string[] => {
  const key = keys[field] ?? (() => null)
  const way = direction === 'asc' ? 1 : -1
  return among
    .toSorted((one, other) => {
      const [a, b] = [key(one), key(other)]
      if (a === null || b === null) return a === b ? way * byBytes(one.id, other.id) : a === null ? 1 : -1
      return way * (byBytes(a, b) || byBytes(one.id, other.id))
    })
    .map(({ id }) => id)
}

const ordered = Object.keys(keys).flatMap((field) => (['asc', 'desc'] as const).map((direction) => [field, direction] as const))

test.each(ordered)('pages by %s %s follow each other, blanks last', async (field, direction) => {
  const ids: string[] = []
  let after: ListCursor | null = null
  do {
    const page: { rows: { id: string }[]; next: ListCursor | null } = await app.ask('lists.page', {
      ...{ entity: 'companies', sort: { field, direction }, columns: ['name', own.text], after, limit: 37 },
    })
    ids.push(...page.rows.map(({ id }) => id))
    after = page.next
  } while (after)
  expect(ids).toEqual(sorted(field, direction))
})

const filter = { items: [{ field: 'name', operator: 'contains', value: '1' } as const] }

test.each(ordered)('blocks by %s %s begin where the outline says, filtered or not', async (field, direction) => {
  const sort = { field, direction }
  for (const asked of [{}, { filter }]) {
    const among = 'filter' in asked ? rows.filter(({ name }) => name.includes('1')) : rows
    const whole = sorted(field, direction, among)
    const { count, blockSize, anchors } = await app.ask('lists.outline', { entity: 'companies', sort, ...asked })
    const blocks: string[][] = []
    for (const after of anchors) {
      const page = await app.ask('lists.page', { entity: 'companies', sort, ...asked, columns: [], after, limit: blockSize })
      blocks.push(page.rows.map(({ id }) => id))
    }
    expect({ count, ids: blocks.flat() }).toEqual({ count: among.length, ids: whole })
  }
})

test.each(ordered)('a record knows its neighbours by %s %s', async (field, direction) => {
  const whole = sorted(field, direction)
  const sort = { field, direction }
  for (const place of [0, 1, 333, whole.length - 60, whole.length - 1]) {
    const found = await app.ask('lists.neighbours', { entity: 'companies', sort, id: whole[place] ?? '' })
    expect(found).toEqual({
      ...{ previous: whole[place - 1] ?? null, next: whole[place + 1] ?? null },
      ...{ place: place + 1, count: whole.length },
    })
  }
})

test('cells hold what the rows hold, one own field or all of them', async () => {
  const everyOwn = Object.values(own)
  const shown = (cells: Record<string, unknown>, field: string) => {
    const cell = cells[field]
    return typeof cell === 'object' && cell !== null && 'amountMinor' in cell ? cell.amountMinor : cell
  }
  for (const columns of [everyOwn, ...everyOwn.map((field) => [field])]) {
    const page = await app.ask('lists.page', { entity: 'companies', columns, limit: 1000 })
    for (const { id, cells } of page.rows) {
      const stored = rows.find((row) => row.id === id)?.custom ?? {}
      for (const field of columns) {
        const empty = field === own.flag ? false : field === own.choices ? [] : null
        expect(shown(cells, field)).toEqual(stored[field] ?? empty)
      }
    }
  }
})

test('a record that left the list has no place in it', async () => {
  const none = { items: [{ field: 'name', operator: 'is', value: 'nobody' } as const] }
  const found = await app.ask('lists.neighbours', { entity: 'companies', filter: none, id: rows[0]?.id ?? '' })
  expect(found).toEqual({ previous: null, next: null, place: null, count: 0 })
})

test.each(['city', 'ownerId', own.choice, own.day, own.flag, 'createdAt', 'country'])(
  'subtotals by %s add up to the total, and each group is found by its condition',
  async (group) => {
    const columns = ['employees', 'annualRevenueMinor', own.number]
    const { groups } = await app.ask('lists.groups', { entity: 'companies', group, columns })
    const total = await app.ask('lists.totals', { entity: 'companies', columns })
    const sumOf = (field: string, currency: string | null): number =>
      groups
        .flatMap(({ sums }) => sums)
        .reduce((sum, one) => (one.field === field && one.currency === currency ? sum + one.sum : sum), 0)
    for (const { field, currency, sum } of total.sums) expect(sumOf(field, currency)).toBeCloseTo(sum, 6)
    for (const { condition, count, sums } of groups) {
      const own = await app.ask('lists.totals', { entity: 'companies', columns, filter: { items: [condition] } })
      expect({ condition, ...own }).toEqual({ condition, count, sums })
    }
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(total.count)
  },
)
