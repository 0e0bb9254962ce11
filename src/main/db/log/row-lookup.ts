// Rows as the file holds them, with their clocks, by table and id.
import type { RawConnection } from '../raw-connection.ts'
import type { TableLayout } from '../registry/layout.ts'
import type { ClockedRow } from '../write/row-store.ts'

export type RowOf = (layout: TableLayout, id: string) => ClockedRow | undefined

export const createRowLookup = (raw: RawConnection): RowOf => {
  const statements = new Map<string, ReturnType<RawConnection['prepare']>>()
  return (layout, id) => {
    let statement = statements.get(layout.name)
    if (!statement) statements.set(layout.name, (statement = raw.prepare(`SELECT * FROM ${layout.name} WHERE id = ?`)))
    return statement.get(id) as ClockedRow | undefined
  }
}
