// A hot query, built and compiled once; later calls only bind their parameters.
import type { Compilable, CompiledQuery } from 'kysely'
import type { Db } from './database.ts'

/** Stands where a value will be bound; travels through Kysely as a value and never reaches SQLite. */
interface OpenParameter {
  readonly parameter: string
}

const isOpen = (value: unknown): value is OpenParameter => typeof value === 'object' && value !== null && 'parameter' in value

/** `param('id')` stands in the query where the value will be bound. */
export type Param<Params> = <Name extends keyof Params & string>(name: Name) => Params[Name]

/**
 * Compiles `make`'s query at first use. The result takes the db and the parameters and answers all rows.
 * `const dealsOf = prepared<{ id: string }>()((param) => build.selectFrom('deals').selectAll().where('companyId', '=', param('id')))`
 */
export const prepared =
  <Params extends Readonly<Record<string, unknown>>>() =>
  <Row>(make: (param: Param<Params>) => Compilable<Row>) => {
    let compiled: CompiledQuery<Row> | undefined
    return (db: Db, params: Params): Row[] => {
      compiled ??= make((name) => ({ parameter: name }) satisfies OpenParameter as never).compile()
      const parameters = compiled.parameters.map((value) => (isOpen(value) ? params[value.parameter] : value))
      return db.all({ ...compiled, parameters })
    }
  }
