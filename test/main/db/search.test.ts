import { beforeAll, expect, test } from 'vitest'
import type { Writer } from '#main/db/open-workspace.ts'
import { registry } from '#main/db/registry/tables.ts'
import { createTestDatabase } from '../../support/test-database.ts'

const people = {
  zhang: { name: '张三', phone: '+86 139 1111 8013', email: 'zhangsan@huateng.example', city: '杭州' },
  shan: { name: '单雄信', phone: '0571-88881234' },
  huateng: { name: '上海华腾科技有限公司', phone: '400-820-8820' },
  müller: { name: 'Jürgen Müller', phone: '+49 (0)30 1234567', email: 'juergen@mueller-soehne.example' },
  quoted: { name: 'O\'Brien "AND" a-b*', email: 'x' },
  rare: { name: '𠮷野家' },
  wide: { name: 'ＡＢＣ１２３ 商事' },
  lv: { name: '吕布' },
} as const

let writer: Writer
const ids = new Map<string, number>()

beforeAll(async () => {
  writer = await createTestDatabase()
  writer.write({ actor: null, procedure: 'test' }, (tx) => {
    for (const [key, person] of Object.entries(people)) {
      const id = tx.insert('contacts', person)
      ids.set(key, Number(writer.raw.prepare('SELECT no FROM contacts WHERE id = ?').pluck().get(id)))
    }
  })
})

const found = (text: string): string[] => {
  const hits = writer.searchOf(new Set()).find(text, { kinds: [registry.contacts.search.kind], limit: 50 })
  return hits.flatMap(({ no }) => [...ids].filter(([, one]) => one === no).map(([key]) => key))
}

test.each([
  ['张', 'zhang'],
  ['张三', 'zhang'],
  ['三', 'zhang'],
  ['zhangsan', 'zhang'],
  ['zhangs', 'zhang'],
  ['zs', 'zhang'],
  ['ZS', 'zhang'],
  ['8013', 'zhang'],
  ['139 1111', 'zhang'],
  ['13911118013', 'zhang'],
  ['+86-139-1111-8013', 'zhang'],
  ['0086 139 1111 8013', 'zhang'],
  ['8613911118013', 'zhang'],
  ['zhangsan@huateng.example', 'zhang'],
  ['uateng', 'zhang'],
  ['杭州 zs', 'zhang'],
  ['shanxiongxin', 'shan'],
  ['sxx', 'shan'],
  ['057188881234', 'shan'],
  ['华腾', 'huateng'],
  ['huateng', 'huateng'],
  ['htkj', 'huateng'],
  ['公司', 'huateng'],
  ['muller', 'müller'],
  ['MÜLLER jür', 'müller'],
  ['+49 30 1234567', 'müller'],
  ['ler-soe', 'müller'],
  ['"AND"', 'quoted'],
  ["o'brien", 'quoted'],
  ['a-b*', 'quoted'],
  ['𠮷', 'rare'],
  ['abc123', 'wide'],
  ['ａｂｃ', 'wide'],
  ['lvbu', 'lv'],
])('“%s” finds %s', (text, key) => {
  expect(found(text)).toContain(key)
})

test.each(['', '   ', '"', '*', 'AND', 'name:', '(', 'NEAR(', '👨‍👩‍👧', '%', '\\', "'; DROP TABLE search; --", '-', '^a', '{name}'])(
  'typing %j is a question like any other, never a fault',
  (text) => {
    expect(() => found(text)).not.toThrow()
  },
)

test('an archived record is not found, a restored one is again, by its new name only', () => {
  const { write } = writer
  const { value: id } = write({ actor: null, procedure: 'a' }, (tx) =>
    tx.insert('companies', { name: 'Nimbus', phone: '555 777' }),
  )
  const hits = (text: string) =>
    writer.searchOf(new Set()).find(text, { kinds: [registry.companies.search.kind], limit: 9 }).length
  expect(hits('nimbus')).toBe(1)
  write({ actor: null, procedure: 'b' }, (tx) => tx.archive('companies', id))
  expect(hits('nimbus')).toBe(0)
  write({ actor: null, procedure: 'c' }, (tx) => tx.update('companies', id, { name: 'Stratus' }))
  write({ actor: null, procedure: 'd' }, (tx) => tx.restore('companies', id))
  expect([hits('nimbus'), hits('stratus'), hits('5777')]).toEqual([0, 1, 1])
})

test('companies come before contacts, newer ones before older', () => {
  writer.write({ actor: null, procedure: 'a' }, (tx) => {
    tx.insert('companies', { name: 'Zebra one' })
    tx.insert('contacts', { name: 'Zebra person' })
    tx.insert('companies', { name: 'Zebra two' })
  })
  const kinds = writer.searchOf(new Set()).find('zebra', { limit: 9 })
  expect(kinds.map(({ kind }) => kind)).toEqual([90, 90, 70])
  expect(kinds[0]?.no).toBeGreaterThan(kinds[1]?.no ?? Infinity)
})
