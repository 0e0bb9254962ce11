// Statements prepared once a connection, each with the tables it reads and the columns that are not what SQLite answers.
import { registry } from './registry/tables.ts'
import type { RawConnection, RawStatement } from './raw-connection.ts'

export interface CachedStatement {
  readonly statement: RawStatement
  /** Tables it reads, views and subqueries followed; the search index is `search`. Empty for statements that write. */
  readonly reads: readonly string[]
  readonly booleans: readonly string[]
  /** Whether a column of custom fields is among the answers. */
  readonly hasCustom: boolean
}

/** A table's name → its boolean columns. */
const booleanColumns = new Map<string, ReadonlySet<string>>(
  Object.entries(registry).map(([name, { columns }]) => [
    name,
    new Set(Object.entries(columns).flatMap(([column, { type }]) => (type === 'boolean' ? [column] : []))),
  ]),
)

const SEARCH_TABLES = /^(search|searchParts)(_|$)/u

/** How a statement answers its rows. */
export type Answers = 'objects' | 'arrays'

export interface Statements {
  readonly of: (sql: string, parameterCount: number, answers: Answers) => CachedStatement
}

/**
 * A bare `LIMIT ?` is looked at by the planner, so that each binding makes SQLite plan the statement anew: 20 µs for a page that takes 60. A sum
 * is not looked at.
 */
export const withSteadyLimit = (sql: string): string => sql.replace(/\blimit \?/giu, 'limit 0 + ?')

/** The cache of one connection. A migration must not run on it afterwards: root pages are looked up once. */
export const createStatements = (raw: RawConnection): Statements => {
  const caches: Readonly<Record<Answers, Map<string, CachedStatement>>> = { objects: new Map(), arrays: new Map() }
  let tableOfRootPage: ReadonlyMap<number, string> | undefined
  const nameOfRootPage = (page: number): string | undefined => {
    const known = rootPages().get(page)
    if (known !== undefined) return known
    // An index was made since: one for a new custom field.
    tableOfRootPage = undefined
    return rootPages().get(page)
  }

  const rootPages = (): ReadonlyMap<number, string> => {
    tableOfRootPage ??= new Map(
      raw
        .prepare<[], { rootpage: number; tbl_name: string }>('SELECT rootpage, tbl_name FROM sqlite_schema WHERE rootpage > 0')
        .all()
        .map(({ rootpage, tbl_name }) => [rootpage, tbl_name]),
    )
    return tableOfRootPage
  }

  const tablesRead = (sql: string, parameterCount: number): readonly string[] => {
    // EXPLAIN knows what will really be opened: raw SQL, views and common table expressions included.
    const program = raw
      .prepare<unknown[], { opcode: string; p2: number; p3: number }>(`EXPLAIN ${sql}`)
      .all(...Array<null>(parameterCount).fill(null))
    const tables = new Set<string>()
    for (const { opcode, p2, p3 } of program) {
      if (opcode === 'VOpen') tables.add('search')
      if ((opcode === 'OpenRead' || opcode === 'ReopenIdx') && p3 === 0) {
        const name = nameOfRootPage(p2)
        if (name !== undefined) tables.add(SEARCH_TABLES.test(name) ? 'search' : name)
      }
    }
    return [...tables]
  }

  return {
    of: (sql, parameterCount, answers) => {
      const known = caches[answers].get(sql)
      if (known) return known
      const statement = raw.prepare<unknown[]>(withSteadyLimit(sql))
      if (answers === 'arrays') statement.raw()
      const made: CachedStatement = {
        statement,
        reads: statement.readonly && statement.reader ? tablesRead(sql, parameterCount) : [],
        booleans: statement.reader
          ? statement
              .columns()
              .flatMap(({ name, table, column }) => (table && column && booleanColumns.get(table)?.has(column) ? [name] : []))
          : [],
        hasCustom:
          statement.reader &&
          statement.columns().some(({ name, column, table }) => name === 'custom' && column === 'custom' && table),
      }
      caches[answers].set(sql, made)
      return made
    },
  }
}

/** Booleans cannot be bound; they are 0 and 1 in the file. */
export const bindable = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value)
