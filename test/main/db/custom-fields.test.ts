import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { customKeyOf } from '#shared/custom-fields/custom-values.ts'
import { compileSql } from '#main/db/builder.ts'
import { customCellId, customKeyOfCell } from '#main/db/custom/custom-columns.ts'
import { fieldKey } from '#main/db/custom/field-sql.ts'
import type { Writer } from '#main/db/open-workspace.ts'
import { createTestDatabase } from '../../support/test-database.ts'

const meta = { actor: null, procedure: 'test' }
const grade = 's0123456789ab'
const score = 'n0123456789ab'
const tags = 'o00000000000f'
const agreed = 'b00000000000e'

const makeField = ({ write, newId }: Writer, key: string) =>
  write(meta, (tx) =>
    tx.insert('customFields', {
      id: newId(),
      entity: 'company',
      name: key,
      type: 'text',
      key,
      config: '{}',
      position: 'a0',
      isRequired: false,
    }),
  )

const customOf = (writer: Writer, id: string) =>
  writer.dbOf(new Set()).get(compileSql(sql<{ custom: unknown }>`select custom from companies where id = ${id}`))?.custom

test('each value of a custom field is stored, read back in its own type, and emptied alone', async () => {
  const writer = await createTestDatabase()
  const { value: id } = writer.write(meta, (tx) =>
    tx.insert('companies', { name: '华腾', custom: { [grade]: '甲', [score]: 1.5, [tags]: ['x', 'y'], [agreed]: true } }),
  )
  expect(customOf(writer, id)).toEqual({ [grade]: '甲', [score]: 1.5, [tags]: ['x', 'y'], [agreed]: true })
  writer.write(meta, (tx) => tx.update('companies', id, { custom: { [grade]: null, [agreed]: false } }))
  expect(customOf(writer, id)).toEqual({ [score]: 1.5, [tags]: ['x', 'y'], [agreed]: false })
})

test('custom fields of one record have a history and an undo of their own', async () => {
  const writer = await createTestDatabase()
  const { value: id } = writer.write(meta, (tx) => tx.insert('companies', { name: 'Globex' }))
  const first = writer.write(meta, (tx) => tx.update('companies', id, { custom: { [grade]: 'A' } }))
  writer.write(meta, (tx) => tx.update('companies', id, { custom: { [score]: 7 } }))
  expect(first.operation).not.toBeNull()
  writer.write(meta, () => writer.logOf(new Set()).undo(first.operation ?? ''))
  expect(customOf(writer, id)).toEqual({ [score]: 7 })
  const changes = writer.logOf(new Set()).ofRow('companies', id)
  expect(changes.flatMap((change) => change.changes.filter(({ field }) => field === grade))).toEqual([
    { field: grade, from: 'A', to: null },
    { field: grade, from: null, to: 'A' },
  ])
})

test('a custom text is found by the search until it is emptied', async () => {
  const writer = await createTestDatabase()
  const { value: id } = writer.write(meta, (tx) => tx.insert('companies', { name: 'Globex', custom: { [grade]: '金牌客户' } }))
  const find = () => writer.searchOf(new Set()).find('金牌', { limit: 10 }).length
  expect(find()).toBe(1)
  writer.write(meta, (tx) => tx.update('companies', id, { custom: { [grade]: null } }))
  expect(find()).toBe(0)
})

test('a further phone number is found with its record, also after an undo', async () => {
  const writer = await createTestDatabase()
  const { value: id } = writer.write(meta, (tx) => tx.insert('contacts', { name: '张三', phone: '13800138000' }))
  const added = writer.write(meta, (tx) =>
    tx.insert('contactPoints', {
      recordType: 'contact',
      recordId: id,
      kind: 'phone',
      value: '+86 571 8888 6666',
      position: 'a0',
    }),
  )
  const find = (text: string) => writer.searchOf(new Set()).find(text, { limit: 10 }).length
  expect([find('8888 6666'), find('张三')]).toEqual([1, 1])
  writer.write(meta, () => writer.logOf(new Set()).undo(added.operation ?? ''))
  expect([find('8888 6666'), find('张三'), find('138 0013 8000')]).toEqual([0, 1, 1])
})

test('sorting by a custom field uses its index, which goes with the field', async () => {
  const writer = await createTestDatabase()
  const made = makeField(writer, grade)
  const query = compileSql(
    sql<{ id: string }>`select id from companies where archivedAt is null order by ${fieldKey('companies', grade)}, id`,
  )
  const plan = () =>
    writer.raw
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${query.sql}`)
      .all()
      .map(({ detail }) => detail)
      .join()
  expect(plan()).toContain(`customField_companies_${grade}`)
  expect(plan()).not.toContain('TEMP B-TREE')
  writer.write(meta, () => writer.logOf(new Set()).undo(made.operation ?? ''))
  expect(plan()).not.toContain('customField_')
})

test('of very many fields those have an index that saved views ask about, whatever else the views show', async () => {
  const writer = await createTestDatabase()
  const keys = Array.from({ length: 36 }, (_, index) => `s${index.toString(16).padStart(12, '0')}`)
  for (const key of keys) makeField(writer, key)
  const indexed = () =>
    writer.raw
      .prepare<[], string>(
        "SELECT substr(name, -13) FROM sqlite_schema WHERE type = 'index' AND name LIKE 'customField_companies_%'",
      )
      .pluck()
      .all()
      .toSorted()
  expect(indexed()).toEqual(keys.slice(0, 32))
  const config = { columns: [{ field: keys[34] }], sort: { field: keys[35], direction: 'asc' } }
  const view = {
    entity: 'companies',
    name: 'Late',
    isShared: true,
    ownerId: null,
    position: 'a0',
    config: JSON.stringify(config),
  }
  const saved = writer.write(meta, (tx) => {
    tx.insert('views', { ...view, name: 'Broken', config: 'not JSON' })
    return tx.insert('views', view)
  })
  expect(indexed()).toEqual([...keys.slice(0, 31), keys[35]])
  writer.write(meta, (tx) => tx.archive('views', saved.value))
  expect(indexed()).toEqual(keys.slice(0, 32))
})

test('a cell number leads back to its key', () => {
  for (const key of [grade, score, tags, 'affffffffffff', customKeyOf('r', '0195d0a0-0000-7000-8000-00000000beef')]) {
    expect(customKeyOfCell(customCellId(key))).toBe(key)
    expect(Number.isSafeInteger(customCellId(key))).toBe(true)
  }
})

test('what only this machine remembers is not in the log', async () => {
  const writer = await createTestDatabase()
  const place = { userId: 'me', scope: 'draft', key: 'company' }
  const kept = writer.write(meta, (tx) => tx.keep(place, '{"name":"华"}'))
  const read = () => writer.dbOf(new Set()).all(compileSql(sql<{ value: string }>`select value from local_state`))
  expect([kept.operation, kept.tables, read()]).toEqual([null, ['local_state'], [{ value: '{"name":"华"}' }]])
  writer.write(meta, (tx) => tx.keep(place, null))
  expect(read()).toEqual([])
})
