import { expect, test } from 'vitest'
import { guardedTables } from '#main/db/write/guard.ts'
import { layouts } from '#main/db/registry/layout.ts'
import { references } from '#main/db/registry/references.ts'
import { createTestDatabase } from '../../support/test-database.ts'

const ROW_COLUMNS = ['no', 'id', 'ver', 'cells', 'updatedAt']

test('the migrated tables have exactly the columns that the registry names', async () => {
  const { raw } = await createTestDatabase()
  for (const layout of layouts.values()) {
    const columns = raw.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(layout.name)
    expect(columns.map(({ name }) => name).sort(), layout.name).toEqual(
      [...ROW_COLUMNS, ...layout.columns, ...layout.derivedColumns].sort(),
    )
  }
})

test('table and column numbers are given once and never to two things', () => {
  const tables = [...layouts.values()].map(({ id }) => id)
  expect(new Set(tables).size).toBe(tables.length)
  for (const layout of layouts.values()) {
    const cells = layout.cells.map(({ id }) => id)
    expect(new Set(cells).size, layout.name).toBe(cells.length)
  }
})

test('every synced table and the log are guarded against insert, update and delete', async () => {
  const { raw } = await createTestDatabase()
  const triggers = raw.prepare<[], { tbl_name: string }>("SELECT tbl_name FROM temp.sqlite_schema WHERE type = 'trigger'").all()
  expect([...guardedTables].sort()).toEqual([...layouts.keys(), 'sync_change'].sort())
  for (const table of guardedTables)
    expect(
      triggers.filter(({ tbl_name }) => tbl_name === table),
      table,
    ).toHaveLength(3)
})

test('a write that goes round the change log is refused', async () => {
  const { raw, write } = await createTestDatabase()
  write({ actor: null, procedure: 'test' }, (tx) => tx.insert('pipelines', { name: 'Sales', position: 'a0' }))
  for (const sql of [
    "UPDATE pipelines SET name = 'x'",
    'DELETE FROM pipelines',
    "INSERT INTO pipelines (id, ver, createdAt, updatedAt, isSample, name, position) VALUES ('a', 1, 'x', 'x', 0, 'x', 'x')",
    'DELETE FROM sync_change',
  ]) {
    expect(() => raw.prepare(sql).run(), sql).toThrow(/went round the change log/u)
  }
})

test('every column that holds the id of another record is named as a reference', () => {
  const columns = [...layouts.values()].flatMap(({ name, columns }) => columns.map((column) => `${name}.${column}`))
  const ids = columns.filter((column) => /(?<!external|message)Id$/u.test(column))
  expect([...new Set(references.map(({ table, column }) => `${table}.${column}`))].toSorted()).toEqual(ids.toSorted())
})
