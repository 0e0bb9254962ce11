// A machine whose Kith is older, between two newer ones: it keeps and relays what it does not know, and applies it once it is brought up to date.
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as Workspace from '#main/db/open-workspace.ts'
import type * as Tables from '#main/db/registry/tables.ts'
import type * as References from '#main/db/registry/references.ts'
import type { RawConnection } from '#main/db/raw-connection.ts'
import { openWriter, type Writer } from '#main/db/open-workspace.ts'
import { type Machine, meet, newMachine, pull } from '../../support/replicas.ts'
import { testBirth } from '../../support/test-database.ts'

/** What came with the version after the older one. */
const NEW_TABLES = ['products', 'orders', 'orderLines', 'notDuplicates'] as const
const NEW_COLUMNS = { companies: ['creditCode', 'mergedIntoId'] } as const
const DROPPED_INDEXES = ['companiesByCreditCode', 'companiesMerged']

const clock = { now: Date.parse('2026-03-02T09:00:00Z') }
const sources = {
  nowMs: () => clock.now,
  random: (bytes: Uint8Array): void => bytes.set(randomBytes(bytes.length)),
  // All but the newest is packed at once.
  packSizes: { sets: 1, loose: 1 },
}

interface Older {
  readonly writer: Writer
  /** The newer Kith is installed: opens the same file with the tables and columns that its migrations make. */
  readonly update: () => Writer
}

/** The engine over the registry as the older version had it, and a file with the tables of that version. */
const createOlder = async (): Promise<Older> => {
  vi.resetModules()
  vi.doMock('#main/db/registry/tables.ts', async (importOriginal) => {
    const now = await importOriginal<typeof Tables>()
    const older: Record<string, unknown> = { ...now.registry }
    for (const table of NEW_TABLES) delete older[table]
    for (const [table, gone] of Object.entries(NEW_COLUMNS)) {
      const known = now.registry[table as keyof typeof NEW_COLUMNS]
      const columns = Object.entries(known.columns).filter(([name]) => !(gone as readonly string[]).includes(name))
      const { search } = known
      older[table] = {
        ...known,
        columns: Object.fromEntries(columns),
        search: { ...search, columns: search.columns.filter((name) => !(gone as readonly string[]).includes(name)) },
      }
    }
    return { ...now, registry: older }
  })
  vi.doMock('#main/db/registry/references.ts', async (importOriginal) => {
    const now = await importOriginal<typeof References>()
    const isKnown = (table: string): boolean => !(NEW_TABLES as readonly string[]).includes(table)
    return { references: now.references.filter(({ table, to }) => isKnown(table) && isKnown(to)) }
  })
  const older: typeof Workspace = await import('#main/db/open-workspace.ts')
  const raw: RawConnection = await older.createDatabase(
    { file: ':memory:', key: null },
    { ...testBirth, origin: new Uint8Array(16).fill(0xee), deviceName: 'older' },
  )
  const schema = raw.prepare<[], { name: string; type: string; sql: string }>(
    "SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL AND type IN ('table', 'index')",
  )
  const restored = schema
    .all()
    .filter(
      ({ name, sql, type }) =>
        NEW_TABLES.some((table) => name === table || (type === 'index' && sql.includes(` ON ${table} `))) ||
        DROPPED_INDEXES.includes(name),
    )
  for (const index of DROPPED_INDEXES) raw.exec(`DROP INDEX ${index}`)
  for (const table of NEW_TABLES) raw.exec(`DROP TABLE ${table}`)
  for (const [table, columns] of Object.entries(NEW_COLUMNS))
    for (const column of columns) raw.exec(`ALTER TABLE ${table} DROP COLUMN ${column}`)
  const writer = older.openWriter(raw, sources)
  vi.doUnmock('#main/db/registry/tables.ts')
  vi.doUnmock('#main/db/registry/references.ts')
  return {
    writer,
    update: () => {
      raw.exec('DROP TABLE temp.writing')
      for (const { name } of raw
        .prepare<[], { name: string }>("SELECT name FROM temp.sqlite_schema WHERE type = 'trigger'")
        .all())
        raw.exec(`DROP TRIGGER temp.${name}`)
      for (const [table, columns] of Object.entries(NEW_COLUMNS))
        for (const column of columns) raw.exec(`ALTER TABLE ${table} ADD COLUMN ${column} TEXT`)
      for (const { sql } of restored.toSorted((a, b) => (a.type < b.type ? 1 : -1))) raw.exec(sql)
      return openWriter(raw, sources)
    },
  }
}

let anna: Machine
let cleo: Machine
let older: Older
let between: { writer: Writer }
beforeEach(async () => {
  ;[anna, cleo] = await Promise.all([newMachine(0), newMachine(1)])
  older = await createOlder()
  between = older
})
afterEach(() => {
  for (const { writer } of [anna, cleo, between]) writer.close()
})

const write = ({ writer }: { readonly writer: Writer }, work: Parameters<typeof writer.write>[1]): void => {
  clock.now += 1000
  for (const machine of [anna, cleo]) machine.clock.now = clock.now
  writer.write({ actor: 'somebody', procedure: 'test' }, work)
}
/** Anna and Cleo never meet: all goes through the older machine. */
const meetThroughOlder = (): void => {
  pull(between, anna)
  pull(between, cleo)
  pull(anna, between)
  pull(cleo, between)
}
const shown = ({ writer }: { readonly writer: Writer }): unknown[] =>
  ['companies', 'products', 'orders', 'notDuplicates'].map((table) =>
    writer.raw
      .prepare(`SELECT * FROM (SELECT * FROM ${table} ORDER BY id)`)
      .all()
      .map((row) => ({ ...(row as object), no: 0, ver: 0, cells: '' })),
  )
const parked = (): number => between.writer.raw.prepare<[], { n: number }>('SELECT count(*) AS n FROM sync_pending').get()?.n ?? 0

test('what an older version does not know it keeps, relays, and applies after its update', () => {
  write(anna, (tx) => {
    tx.insert('companies', { id: 'c', name: 'Harbour Tools', creditCode: '91440300MA5G' })
    tx.insert('products', { id: 'p', name: 'Bench', currency: 'EUR', isDiscontinued: false })
  })
  meetThroughOlder()
  expect(shown(cleo)).toEqual(shown(anna))
  expect(between.writer.outgoing.vector()).toEqual(anna.writer.outgoing.vector())
  expect(parked()).toBe(2)

  // All three go on, on the same rows.
  write(between, (tx) => tx.update('companies', 'c', { city: 'Bonn' }))
  write(cleo, (tx) => tx.update('companies', 'c', { creditCode: 'from Cleo' }))
  write(anna, (tx) => tx.update('companies', 'c', { creditCode: 'from Anna', phone: '030 1' }))
  write(anna, (tx) => tx.insert('orders', { id: 'o', number: 'O-1', companyId: 'c', status: 'open', currency: 'EUR' }))
  write(cleo, (tx) => tx.update('products', 'p', { name: 'Bench, long' }))
  meetThroughOlder()
  meetThroughOlder()
  expect(shown(cleo)).toEqual(shown(anna))
  expect(between.writer.raw.prepare('SELECT name, city, phone FROM companies').all()).toEqual([
    { name: 'Harbour Tools', city: 'Bonn', phone: '030 1' },
  ])

  between = { writer: older.update() }
  expect(parked()).toBe(0)
  expect(shown(between)).toEqual(shown(anna))
  const ends = 'SELECT row, cell, value FROM sync_conflict'
  expect(between.writer.raw.prepare(ends).all()).toEqual(anna.prepare(ends).all())
  expect(between.writer.raw.prepare(ends).all()).toHaveLength(1)
  meet([anna, cleo, between])
  expect(shown(between)).toEqual(shown(cleo))
})

test('a deletion that had seen the work which was put aside is not undone by it', () => {
  write(anna, (tx) => tx.insert('companies', { id: 'c', name: 'Harbour Tools' }))
  meetThroughOlder()
  write(cleo, (tx) => tx.update('companies', 'c', { creditCode: '91440300MA5G' }))
  meetThroughOlder()
  write(anna, (tx) => tx.archive('companies', 'c'))
  meetThroughOlder()
  between = { writer: older.update() }
  for (const machine of [anna, cleo, between]) {
    expect(machine.writer.raw.prepare('SELECT creditCode, archivedReason FROM companies').all()).toEqual([
      { creditCode: '91440300MA5G', archivedReason: 'user' },
    ])
    expect(machine.writer.raw.prepare('SELECT count(*) AS n FROM sync_revived').get()).toEqual({ n: 0 })
  }
})

test('work on what only the newer version knows keeps a company that the older one deletes', () => {
  write(anna, (tx) => tx.insert('companies', { id: 'c', name: 'Harbour Tools' }))
  meetThroughOlder()
  write(between, (tx) => tx.archive('companies', 'c'))
  write(anna, (tx) => tx.insert('orders', { id: 'o', number: 'O-1', companyId: 'c', status: 'open', currency: 'EUR' }))
  meetThroughOlder()
  meetThroughOlder()
  for (const machine of [anna, cleo, between]) {
    expect(machine.writer.raw.prepare('SELECT archivedAt FROM companies').all()).toEqual([{ archivedAt: null }])
    expect(machine.writer.raw.prepare('SELECT row FROM sync_revived').all()).toEqual([{ row: 'c' }])
  }
})
