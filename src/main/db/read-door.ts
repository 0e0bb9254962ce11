// The reading side of a connection: runs what Kysely built, refuses what writes, and notes the tables read.
import type { CompiledQuery } from 'kysely'
import type { Db, Query } from './database.ts'
import { bindable, type CachedStatement, type Statements } from './statements.ts'

const compiled = <Row>(query: Query<Row>): CompiledQuery<Row> => ('compile' in query ? query.compile() : query)

/** A `Db` over the connection's statements. Names of tables read are added to `reads`. */
export const createReadDoor = (statements: Statements, reads: Set<string>): Db => {
  const prepare = <Row>({ sql, parameters }: CompiledQuery<Row>): CachedStatement => {
    const cached = statements.of(sql, parameters.length)
    if (!cached.statement.readonly) throw new Error(`The read door does not write: ${sql.slice(0, 60)}`)
    for (const table of cached.reads) reads.add(table)
    return cached
  }

  const withBooleans = (row: unknown, booleans: readonly string[]): void => {
    // Rows of the driver are plain objects, made anew for each call.
    const values = row as Record<string, unknown>
    for (const name of booleans) if (values[name] !== null) values[name] = values[name] === 1
  }

  return {
    all: <Row>(query: Query<Row>): Row[] => {
      const built = compiled(query)
      const { statement, booleans } = prepare(built)
      // The row's type is Kysely's promise about this SQL.
      const rows = statement.all(...built.parameters.map(bindable)) as Row[]
      if (booleans.length > 0) for (const row of rows) withBooleans(row, booleans)
      return rows
    },
    get: <Row>(query: Query<Row>): Row | undefined => {
      const built = compiled(query)
      const { statement, booleans } = prepare(built)
      const row = statement.get(...built.parameters.map(bindable)) as Row | undefined
      if (row !== undefined && booleans.length > 0) withBooleans(row, booleans)
      return row
    },
  }
}
