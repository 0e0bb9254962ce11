// Headings without the kind of record that some programs write before every one of them: Pipedrive’s “Person - Name”.
import type { ImportEntity } from './plan.ts'

const ENTITIES: Readonly<Record<string, ImportEntity>> = {
  person: 'contact',
  contact: 'contact',
  organization: 'company',
  deal: 'deal',
  product: 'product',
  activity: 'activity',
}
const PREFIXED = /^(?<kind>[a-z]+) - (?<rest>.+)$/iu

const prefixOf = (heading: string): string | null => {
  const kind = PREFIXED.exec(heading)?.groups?.['kind']?.toLowerCase()
  return kind !== undefined && kind in ENTITIES ? kind : null
}

/** The columns as their record calls them, and the kind of record that most of them are written for; null where nothing is written before. */
export const plainHeadings = <Column extends { readonly heading: string }>(
  columns: readonly Column[],
): { readonly entity: ImportEntity | null; readonly columns: readonly Column[] } => {
  const kinds = Map.groupBy(columns, ({ heading }) => prefixOf(heading))
  kinds.delete(null)
  const [main, its] = [...kinds].toSorted(([, one], [, other]) => other.length - one.length)[0] ?? [null, []]
  if (main === null || its.length * 2 < columns.length) return { entity: null, columns }
  return {
    entity: ENTITIES[main] ?? null,
    columns: columns.map((column) =>
      prefixOf(column.heading) === main
        ? { ...column, heading: PREFIXED.exec(column.heading)?.groups?.['rest'] ?? column.heading }
        : column,
    ),
  }
}
