// The reading side of a connection: runs what Kysely built, refuses what writes, and notes the tables read.
import type { CompiledQuery } from 'kysely'
import { readCustom } from './custom/custom-columns.ts'
import type { Db, Query } from './database.ts'
import { type Answers, bindable, type CachedStatement, type Statements } from './statements.ts'

const compiled = <Row>(query: Query<Row>): CompiledQuery<Row> => ('compile' in query ? query.compile() : query)

/** A `Db` over the connection's statements. Names of tables read are added to `reads`. */
export const createReadDoor = (statements: Statements, reads: Set<string>): Db => {
  const prepare = <Row>({ sql, parameters }: CompiledQuery<Row>, answers: Answers = 'objects'): CachedStatement => {
    const cached = statements.of(sql, parameters.length, answers)
    if (!cached.statement.readonly) throw new Error(`The read door does not write: ${sql.slice(0, 60)}`)
    for (const table of cached.reads) reads.add(table)
    return cached
  }

  const asPlain = (row: unknown, { booleans, hasCustom }: CachedStatement): void => {
    // Rows of the driver are plain objects, made anew for each call.
    const values = row as Record<string, unknown>
    for (const name of booleans) if (values[name] !== null) values[name] = values[name] === 1
    if (hasCustom) values['custom'] = readCustom(values['custom'])
  }

  return {
    all: <Row>(query: Query<Row>): Row[] => {
      const built = compiled(query)
      const cached = prepare(built)
      // The row's type is Kysely's promise about this SQL.
      const rows = cached.statement.all(...built.parameters.map(bindable)) as Row[]
      if (cached.booleans.length > 0 || cached.hasCustom) for (const row of rows) asPlain(row, cached)
      return rows
    },
    get: <Row>(query: Query<Row>): Row | undefined => {
      const built = compiled(query)
      const cached = prepare(built)
      const row = cached.statement.get(...built.parameters.map(bindable)) as Row | undefined
      if (row !== undefined && (cached.booleans.length > 0 || cached.hasCustom)) asPlain(row, cached)
      return row
    },
    values: (query) => {
      const built = compiled(query)
      // The statement was prepared to answer arrays.
      return prepare(built, 'arrays').statement.all(...built.parameters.map(bindable)) as unknown[][]
    },
  }
}
