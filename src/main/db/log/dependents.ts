// Rows in use that refer to given rows: what would be left hanging if those went.
import type { RawConnection } from '../raw-connection.ts'
import { layoutFor, type TableLayout } from '../registry/layout.ts'
import { references } from '../registry/references.ts'

export interface Dependent {
  readonly layout: TableLayout
  readonly column: string
  /** `target`: the row it refers to. */
  readonly row: { readonly id: string; readonly ver: number; readonly cells: string | null; readonly target: string }
}

/** The rows in use that refer to any of these rows of a table, once for each column that does. */
export type DependentsOf = (layout: TableLayout, ids: ReadonlySet<string>) => Generator<Dependent>

export const createDependents = (raw: RawConnection): DependentsOf => {
  const statements = new Map<string, ReturnType<typeof prepare>>()
  const prepare = (table: string, column: string) =>
    raw.prepare<[string], Dependent['row']>(
      `SELECT id, ver, cells, ${column} AS target FROM ${table} WHERE archivedAt IS NULL AND ${column} IN (SELECT value FROM json_each(?))`,
    )
  const statementOf = (table: string, column: string) => {
    const key = `${table}.${column}`
    const known = statements.get(key) ?? prepare(table, column)
    statements.set(key, known)
    return known
  }

  return function* (layout, ids) {
    const sought = JSON.stringify([...ids])
    for (const { table, column, to } of references) {
      if (to !== layout.name) continue
      for (const row of statementOf(table, column).all(sought)) yield { layout: layoutFor(table), column, row }
    }
  }
}
