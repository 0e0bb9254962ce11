// Kysely builds and types the queries; this Kysely has no connection, so nothing can be run past the two doors of database.ts.
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Builder, Tables } from './database.ts'

export const build: Builder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** Raw SQL (`sql<Row>\`…\``) as a query that `db.all` and `db.get` take. Name tables with `sql.table()`. */
export const compileSql = <Row>(raw: RawBuilder<Row>): CompiledQuery<Row> => raw.compile(build)
