// A machine whose Kith is older: the engine over the registry as that version had it, and a file with the tables of that version.
import { randomBytes } from 'node:crypto'
import { vi } from 'vitest'
import type * as Migrate from '#main/db/migrate.ts'
import { openWriter, type Sources, type Writer } from '#main/db/open-workspace.ts'
import type { RawConnection } from '#main/db/raw-connection.ts'
import type * as References from '#main/db/registry/references.ts'
import type * as Tables from '#main/db/registry/tables.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import type { answerDigests } from '#main/sync/local-digests.ts'
import type { askable } from './linked-machines.ts'
import { testBirth } from './test-database.ts'

/** What an older version has not got yet. */
export interface Lacking {
  readonly tables: readonly TableName[]
  readonly columns: Readonly<Partial<Record<TableName, readonly string[]>>>
  /** How many schemas it is behind. */
  readonly schemas: number
}

export interface OlderEngine {
  readonly writer: Writer
  readonly clock: { now: number }
  /** As the network asks a machine, but by the older version's code. */
  readonly askable: typeof askable
  readonly answerDigests: typeof answerDigests
  /** The newer Kith is installed: opens the same file with the tables and columns that its migrations make. */
  readonly update: () => Writer
}

const olderRegistry = (now: typeof Tables, { tables, columns }: Lacking): Readonly<Record<string, unknown>> => {
  const older: Record<string, unknown> = { ...now.registry }
  for (const table of tables) delete older[table]
  for (const [table, gone] of Object.entries(columns)) {
    const known = now.registry[table as TableName]
    const isKept = (name: string): boolean => !gone.includes(name)
    const search = known.search && { ...known.search, columns: known.search.columns.filter(isKept) }
    const kept = Object.fromEntries(Object.entries(known.columns).filter(([name]) => isKept(name)))
    older[table] = { ...known, columns: kept, search }
  }
  return older
}

/** `origin`: fills the name of its origin. */
export const createOlder = async (lacking: Lacking, clock: { now: number }, origin = 0xee): Promise<OlderEngine> => {
  const columns = Object.entries(lacking.columns)
  const isLacked = (table: string): boolean => lacking.tables.some((gone) => gone === table)
  vi.resetModules()
  vi.doMock('#main/db/registry/tables.ts', async (importOriginal) => {
    const now = await importOriginal<typeof Tables>()
    return { ...now, registry: olderRegistry(now, lacking) }
  })
  vi.doMock('#main/db/registry/references.ts', async (importOriginal) => {
    const now = await importOriginal<typeof References>()
    const isKept = ({ table, column, to }: (typeof now.references)[number]): boolean =>
      !isLacked(table) && !isLacked(to) && !lacking.columns[table]?.includes(column)
    return { references: now.references.filter(isKept) }
  })
  vi.doMock('#main/db/migrate.ts', async (importOriginal) => {
    const now = await importOriginal<typeof Migrate>()
    return { ...now, SCHEMA_VERSION: now.SCHEMA_VERSION - lacking.schemas }
  })
  const workspace = await import('#main/db/open-workspace.ts')
  const network = await import('./linked-machines.ts')
  const digests = await import('#main/sync/local-digests.ts')
  for (const mocked of ['registry/tables', 'registry/references', 'migrate']) vi.doUnmock(`#main/db/${mocked}.ts`)

  const raw: RawConnection = await workspace.createDatabase(
    { file: ':memory:', key: null },
    { ...testBirth, origin: new Uint8Array(16).fill(origin), deviceName: 'older' },
  )
  const schema = raw.prepare<[], { name: string; type: string; sql: string }>(
    "SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL AND type IN ('table', 'index')",
  )
  const isOn = (sql: string, table: string): boolean => sql.includes(` ON ${table} `)
  const restored = schema
    .all()
    .filter(
      ({ name, type, sql }) =>
        isLacked(name) ||
        (type === 'index' &&
          (lacking.tables.some((table) => isOn(sql, table)) ||
            columns.some(([table, gone]) => isOn(sql, table) && gone.some((column) => sql.includes(column))))),
    )
  for (const { type, name } of restored.toSorted((a, b) => (a.type < b.type ? -1 : 1))) raw.exec(`DROP ${type} ${name}`)
  for (const [table, gone] of columns) for (const column of gone) raw.exec(`ALTER TABLE ${table} DROP COLUMN ${column}`)
  const sources: Sources = {
    nowMs: () => clock.now,
    random: (bytes) => bytes.set(randomBytes(bytes.length)),
    // All but the newest is packed at once.
    packSizes: { sets: 1, loose: 1 },
  }
  return {
    ...{ clock, askable: network.askable, answerDigests: digests.answerDigests },
    writer: workspace.openWriter(raw, sources),
    update: () => {
      raw.exec('DROP TABLE temp.writing')
      for (const { name } of raw
        .prepare<[], { name: string }>("SELECT name FROM temp.sqlite_schema WHERE type = 'trigger'")
        .all())
        raw.exec(`DROP TRIGGER temp.${name}`)
      for (const [table, gone] of columns) for (const column of gone) raw.exec(`ALTER TABLE ${table} ADD COLUMN ${column} TEXT`)
      for (const { sql } of restored.toSorted((a, b) => (a.type < b.type ? 1 : -1))) raw.exec(sql)
      return openWriter(raw, sources)
    },
  }
}
