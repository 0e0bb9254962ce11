// What a column holds in a row that was made by a version which did not have it: the default that its migration gave it.
import type { RawConnection } from '../raw-connection.ts'
import type { StoredValue, StoredValues, TableLayout } from '../registry/layout.ts'

/** By table; columns that may be empty are left out, so that they stay empty. */
export const columnDefaults = (raw: RawConnection): ((layout: TableLayout) => StoredValues) => {
  const known = new Map<string, StoredValues>()
  return (layout) => {
    let defaults = known.get(layout.name)
    if (!defaults) {
      const columns = raw.prepare<[string], { name: string; dflt_value: string | null }>(
        'SELECT name, dflt_value FROM pragma_table_info(?)',
      )
      defaults = {}
      for (const { name, dflt_value } of columns.all(layout.name)) {
        if (dflt_value === null || !layout.columns.includes(name)) continue
        // A literal of the schema, written by a migration.
        defaults[name] = raw.prepare<[], { value: StoredValue }>(`SELECT ${dflt_value} AS value`).get()?.value ?? null
      }
      known.set(layout.name, defaults)
    }
    return defaults
  }
}
