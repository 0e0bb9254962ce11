// The permanent numbers by which the search index tells tables apart.
import { registry, type TableName } from './tables.ts'

export const searchKindOf = (table: TableName): number => {
  const { search } = registry[table]
  if (search === null) throw new Error(`The table ${table} is not searched.`)
  return search.kind
}
