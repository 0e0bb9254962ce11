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

type Make<Params, Row> = (param: Param<Params>) => Compilable<Row>

/** The query, compiled at its first use, with its values put in. */
const openQuery = <Params extends Readonly<Record<string, unknown>>, Row>(make: Make<Params, Row>) => {
  let compiled: CompiledQuery<Row> | undefined
  return (params: Params): CompiledQuery<Row> => {
    compiled ??= make((name) => ({ parameter: name }) satisfies OpenParameter as never).compile()
    const parameters = compiled.parameters.map((value) => (isOpen(value) ? params[value.parameter] : value))
    return { ...compiled, parameters }
  }
}

/**
 * Compiles `make`'s query at first use. The result takes the db and the parameters and answers all rows.
 * `const dealsOf = prepared<{ id: string }>()((param) => build.selectFrom('deals').selectAll().where('companyId', '=', param('id')))`
 */
export const prepared =
  <Params extends Readonly<Record<string, unknown>>>() =>
  <Row>(make: Make<Params, Row>) => {
    const query = openQuery(make)
    return (db: Db, params: Params): Row[] => db.all(query(params))
  }

/** Likewise, answering values in the order selected. */
export const preparedValues = <Params extends Readonly<Record<string, unknown>>>(make: Make<Params, unknown>) => {
  const query = openQuery(make)
  return (db: Db, params: Params): unknown[][] => db.values(query(params))
}
